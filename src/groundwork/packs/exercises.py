"""Exercises and questions of a page, as values: what the learner is asked, and what helps.

Like examples they have ids that are unique in their lesson and stay for good: drafts and progress
hang on them, under the same kind of address as an example's.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from groundwork.packs.checks import DEFAULT_LIMITS, AnyCheck, Limits

if TYPE_CHECKING:
    from groundwork.packs.model import Block, Example, SourceFile


@dataclass(frozen=True, slots=True)
class WrongAnswer:
    """A known wrong answer: its files, and what a learner who answers so is told.

    `files` holds only what differs from the starter; `message` is one or more blocks.
    """

    id: str
    files: tuple[SourceFile, ...]
    message: tuple[Block, ...]
    line: int = 0


@dataclass(frozen=True, slots=True)
class Exercise:
    """A task to solve by writing: `files` are the starter, `main` is the file that is run.

    `task` is what is asked. `solution` holds whole files that take the place of those of the same
    name; `explanation` says why it is good, or is empty. `hints` come one at a time.
    `minutes` is how long the author thinks that it takes, 0 where that is not said.
    """

    id: str
    title: str
    task: tuple[Block, ...]
    files: tuple[SourceFile, ...]
    main: str
    solution: tuple[SourceFile, ...] = ()
    explanation: tuple[Block, ...] = ()
    checks: tuple[AnyCheck, ...] = ()
    hints: tuple[tuple[Block, ...], ...] = ()
    wrong_answers: tuple[WrongAnswer, ...] = ()
    limits: Limits = DEFAULT_LIMITS
    line: int = 0
    minutes: int = 0

    @property
    def main_file(self) -> SourceFile:
        """The file that is run, as the learner finds it."""
        return next(file for file in self.files if file.name == self.main)

    @property
    def example(self) -> Example:
        """What the editor shows: the starter, as an example with the same id."""
        from groundwork.packs.model import Example  # noqa: PLC0415 - the model is made of this

        return Example(self.id, self.title, self.files, self.main, line=self.line)

    @property
    def solved_files(self) -> tuple[SourceFile, ...]:
        """All files of the solution: the starter's, replaced and added to."""
        return replaced(self.files, self.solution)

    def wrong_files(self, answer: WrongAnswer) -> tuple[SourceFile, ...]:
        """All files of a known wrong answer."""
        return replaced(self.files, answer.files)


def replaced(files: tuple[SourceFile, ...], by: tuple[SourceFile, ...]) -> tuple[SourceFile, ...]:
    """`files` with those `by` in the place of files of the same name, and the others behind."""
    names = {file.name for file in files}
    others = {file.name: file for file in by}
    kept = tuple(others.get(file.name, file) for file in files)
    return kept + tuple(file for file in by if file.name not in names)


@dataclass(frozen=True, slots=True)
class Choice:
    """One of the answers to choose from; `html` and `explanation` are as in `Prose`.

    `explanation` says why it is right or wrong, and is empty only where it is right.
    """

    html: str
    plain: str
    is_right: bool
    explanation: str = ""


@dataclass(frozen=True, slots=True)
class ChoiceQuestion:
    """Choose what is right; with `takes_several` any number of the choices."""

    id: str
    title: str
    task: tuple[Block, ...]
    choices: tuple[Choice, ...]
    takes_several: bool = False
    line: int = 0


@dataclass(frozen=True, slots=True)
class WrongGuess:
    """A text that a learner may well answer, and why it is wrong, as HTML like that of `Prose`."""

    text: str
    explanation: str


@dataclass(frozen=True, slots=True)
class PredictQuestion:
    """What does this program print? The right answer comes from running it.

    `explanation`, as HTML, says why once it has been answered.
    """

    id: str
    title: str
    task: tuple[Block, ...]
    program: str
    typed_input: str = ""
    wrong_guesses: tuple[WrongGuess, ...] = ()
    explanation: str = ""
    line: int = 0


BLANK = "____"
"""What stands in the code of a `BlankQuestion` for the missing part."""


@dataclass(frozen=True, slots=True)
class BlankQuestion:
    """What belongs in the place of `____` in `code`? `answers` lists every right text."""

    id: str
    title: str
    task: tuple[Block, ...]
    code: str
    answers: tuple[str, ...]
    wrong_guesses: tuple[WrongGuess, ...] = ()
    explanation: str = ""
    line: int = 0


@dataclass(frozen=True, slots=True)
class OrderQuestion:
    """Put `lines` in order; `distractors` are lines that belong nowhere, each with the reason."""

    id: str
    title: str
    task: tuple[Block, ...]
    lines: tuple[str, ...]
    distractors: tuple[WrongGuess, ...] = ()
    explanation: str = ""
    line: int = 0


Question = ChoiceQuestion | PredictQuestion | BlankQuestion | OrderQuestion
