"""What a lesson pack is made of, as values.

A pack holds chapters, a chapter holds lessons, a lesson has one page. A page is a row of blocks:
prose, listings, examples, exercises, questions, callouts, pictures, headings. Nothing here reads
files or knows Markdown; `groundwork.packs.load` makes these values.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import Enum
from pathlib import Path

from groundwork.packs.addresses import ExampleAddress as ExampleAddress  # noqa: PLC0414 - passed on
from groundwork.packs.addresses import LessonAddress as LessonAddress  # noqa: PLC0414 - passed on
from groundwork.packs.exercises import (
    BlankQuestion,
    ChoiceQuestion,
    Exercise,
    OrderQuestion,
    PredictQuestion,
    Question,
)


@dataclass(frozen=True, slots=True)
class Problem:
    """Something wrong in a pack, told to its author.

    `file` is the file it stands in, `line` counts from 1 and is 0 where the whole file is meant.
    `sentence` says what is wrong and `remedy` what to do; both are whole sentences.
    """

    file: Path
    line: int
    sentence: str
    remedy: str

    def __str__(self) -> str:
        """The problem on one line: place, what is wrong, what to do."""
        place = f"{self.file}:{self.line}" if self.line else str(self.file)
        return f"{place}: {self.sentence} {self.remedy}"


@dataclass(frozen=True, slots=True)
class SourceFile:
    """One file of an example as the author wrote it; `name` is relative, with forward slashes."""

    name: str
    text: str


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading inside a page; `anchor` is what links name after the `#`."""

    level: int
    text: str
    anchor: str
    html: str


@dataclass(frozen=True, slots=True)
class Prose:
    """Paragraphs and lists, or one table, as safe HTML: no scripts, no raw HTML of the author.

    Link targets are kept as written in the lesson; `plain` is the text alone, for searching.
    """

    html: str
    plain: str

    @property
    def is_table(self) -> bool:
        """Whether this is a table, which may be wider than a page."""
        return self.html.startswith("<table>")


@dataclass(frozen=True, slots=True)
class Listing:
    """Code or text to read, not to run; `language` is the first word of the fence, or empty."""

    language: str
    text: str


@dataclass(frozen=True, slots=True)
class Example:
    """A program of one or more files that the learner can run and change.

    `id` is unique in its lesson and stays the same for good: drafts hang on it. `main` names the
    file that is run. `fails_with` is the error type that the example is meant to end with, or
    empty. `typed_input` is what is typed into it when it runs unattended, and `output` what it then
    prints, or None where the author does not say. An example with `is_runnable` false is only read.
    """

    id: str
    title: str
    files: tuple[SourceFile, ...]
    main: str
    fails_with: str = ""
    typed_input: str = ""
    is_runnable: bool = True
    line: int = 0
    output: str | None = None

    @property
    def main_file(self) -> SourceFile:
        """The file that is run."""
        return next(file for file in self.files if file.name == self.main)


class CalloutKind(Enum):
    """What a callout is for; the values are the words authors write in `> [!NOTE]`."""

    NOTE = "note"
    TIP = "tip"
    IMPORTANT = "important"
    WARNING = "warning"
    CAUTION = "caution"


@dataclass(frozen=True, slots=True)
class Callout:
    """A box beside the flow of the text; `title` is empty where the author gave none."""

    kind: CalloutKind
    title: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture of the pack; `path` is absolute and inside the pack's folder."""

    path: Path
    alternative_text: str


Block = Heading | Prose | Listing | Example | Callout | Picture | Exercise | Question


@dataclass(frozen=True, slots=True)
class Page:
    """What a lesson shows, from top to bottom; `lines` tells where each block begins in its file.

    There are no lines where the page was not read from a file.
    """

    blocks: tuple[Block, ...]
    lines: tuple[int, ...] = ()

    @property
    def examples(self) -> tuple[Example, ...]:
        """Every example of the page in order, those inside callouts too."""
        return tuple(block for block in _flat(self.blocks) if isinstance(block, Example))

    @property
    def exercises(self) -> tuple[Exercise, ...]:
        """Every exercise of the page in order, those inside callouts too."""
        return tuple(block for block in _flat(self.blocks) if isinstance(block, Exercise))

    @property
    def questions(self) -> tuple[Question, ...]:
        """Every question of the page in order, those inside callouts too."""
        kinds = (ChoiceQuestion, PredictQuestion, BlankQuestion, OrderQuestion)
        return tuple(block for block in _flat(self.blocks) if isinstance(block, kinds))

    @property
    def ids(self) -> tuple[str, ...]:
        """The ids of every example, exercise and question of the page."""
        return tuple(one.id for one in (*self.examples, *self.exercises, *self.questions))


def _flat(blocks: tuple[Block, ...]) -> Iterator[Block]:
    for block in blocks:
        if isinstance(block, Callout):
            yield from _flat(block.blocks)
        else:
            yield block


@dataclass(frozen=True, slots=True)
class Lesson:
    """A lesson as its front matter tells it; `path` is its Markdown file.

    `minutes` is the author's reading time, 0 where none is given; `summary` is one line of promise.
    `without` names the aids that the author has switched off, and `why` is the author's reason.
    """

    id: str
    chapter_id: str
    title: str
    path: Path
    summary: str = ""
    minutes: int = 0
    without: tuple[str, ...] = ()
    why: str = ""


@dataclass(frozen=True, slots=True)
class Chapter:
    """A row of lessons under one title."""

    id: str
    title: str
    lessons: tuple[Lesson, ...]


@dataclass(frozen=True, slots=True)
class Pack:
    """A whole pack as its manifest tells it; `folder` is absolute.

    `requires` lists the distributions, besides the standard library, that its programs import.
    `renamed` pairs former ids with those of today, each as a path: `lesson` or `lesson/example`.
    """

    id: str
    title: str
    version: str
    folder: Path
    chapters: tuple[Chapter, ...]
    language: str = "en"
    summary: str = ""
    licence: str = ""
    authors: tuple[str, ...] = ()
    requires: tuple[str, ...] = ()
    renamed: tuple[tuple[str, str], ...] = ()

    @property
    def lessons(self) -> tuple[Lesson, ...]:
        """Every lesson in reading order."""
        return tuple(lesson for chapter in self.chapters for lesson in chapter.lessons)


@dataclass(frozen=True, slots=True)
class LoadedPack:
    """The result of opening a pack folder: what could be read, and everything that is wrong.

    `pack` is None only where nothing can be shown at all. `is_whole` is false where the manifest
    could only be read in part, and the folders have told the rest.
    """

    pack: Pack | None
    problems: tuple[Problem, ...] = field(default=())
    is_whole: bool = True


@dataclass(frozen=True, slots=True)
class LoadedPage:
    """The result of reading one lesson: its page, whole or in part, and what is wrong with it.

    `exercise_folders` are those of its exercises, from the pack's folder on.
    """

    page: Page
    problems: tuple[Problem, ...] = field(default=())
    exercise_folders: frozenset[str] = frozenset()
