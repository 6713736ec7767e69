"""Reading one lesson's file into its page."""

from __future__ import annotations

from dataclasses import dataclass

from groundwork.packs.chapter_folder import LESSON_SIZE_LIMIT, is_inside
from groundwork.packs.front_matter import divided, read_front_matter
from groundwork.packs.markdown import parsed
from groundwork.packs.model import Lesson, Pack, Page, Problem
from groundwork.packs.page import AnchorUse, PageBuilder
from groundwork.packs.problems import ProblemCollector
from groundwork.packs.text_file import read_text


@dataclass(frozen=True, slots=True)
class PageReading:
    """A page, what is wrong with it, its anchors, and its links to headings of other lessons.

    `exercise_folders` are those of its exercises, from the pack's folder on.
    """

    page: Page
    problems: tuple[Problem, ...] = ()
    anchors: frozenset[str] = frozenset()
    anchor_uses: tuple[AnchorUse, ...] = ()
    exercise_folders: frozenset[str] = frozenset()


def read_page(pack: Pack, lesson: Lesson) -> PageReading:
    """The page of a lesson, as far as its file can be read."""
    problems = ProblemCollector(lesson.path)
    text = _text(pack, lesson, problems)
    if text is None:
        return PageReading(Page(()), problems.found)
    parts = divided(text)
    read_front_matter(parts, problems)
    if not parts.body.strip():
        problems.tell(parts.body_line, "This lesson has no text.", "Write it below the last ---.")
    builder = PageBuilder(pack, lesson, problems)
    page = builder.page(parsed(parts.body, parts.body_line))
    return PageReading(
        page,
        (*problems.found, *builder.exercise_problems),
        builder.anchors,
        builder.anchor_uses,
        builder.exercise_folders,
    )


def _text(pack: Pack, lesson: Lesson, problems: ProblemCollector) -> str | None:
    if is_inside(lesson.path, pack.folder):
        return read_text(lesson.path, LESSON_SIZE_LIMIT, problems)
    sentence = "This lesson is a link to a file outside the pack."
    problems.tell(0, sentence, "Put the file itself in its place.")
    return None
