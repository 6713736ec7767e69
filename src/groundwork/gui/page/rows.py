"""What stands on a page below one another, as values: the blocks of a lesson, and what is ours."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

from groundwork.gui.page.block_factory import gap_between
from groundwork.gui.page.problem_places import placed_problems
from groundwork.gui.switched_off import lesson_note
from groundwork.packs.model import Block, Lesson, Page, Problem

TOP = 24
_SECTION_GAP = 24
_NOTE_GAP = 16
_FOOTER_GAP = 40


@dataclass(frozen=True, slots=True)
class Head:
    """The beginning of a page."""

    title: str
    summary: str = ""
    minutes: int = 0
    note: str = ""


@dataclass(frozen=True, slots=True)
class Problems:
    """What is wrong: with the block below, or, where `is_all`, with anything of the lesson."""

    problems: tuple[Problem, ...]
    folder: Path | None
    is_all: bool = True


@dataclass(frozen=True, slots=True)
class Foot:
    """The end of a lesson: the ways to the lessons before and after it."""

    neighbours: tuple[Lesson | None, Lesson | None]


Value = Head | Problems | Block | Foot
Row = tuple[int, Value]
"""What stands there, behind the gap above it."""


def message_rows(title: str, text: str, problems: Sequence[Problem]) -> list[Row]:
    """A page that says something in place of a lesson."""
    return [(TOP, Head(title, text)), *_all_problems(problems, None)]


def lesson_rows(
    folder: Path,
    lesson: Lesson,
    page: Page,
    problems: Sequence[Problem],
    neighbours: tuple[Lesson | None, Lesson | None],
) -> list[Row]:
    """A lesson of the pack in `folder`, with its problems: all in one place, and each in its."""
    placed = placed_problems(lesson, page, problems)
    gaps = [_SECTION_GAP, *(gap_between(*pair) for pair in pairwise(page.blocks))]
    rows: list[Row] = [(TOP, _head(lesson))]
    rows += _all_problems(problems, folder)
    for index, (gap, block) in enumerate(zip(gaps, page.blocks, strict=False)):
        if index in placed:
            rows.append((gap, Problems(tuple(placed[index]), folder, is_all=False)))
        rows.append((_NOTE_GAP if index in placed else gap, block))
    return [*rows, (_FOOTER_GAP, Foot(neighbours))]


def _head(lesson: Lesson) -> Head:
    return Head(lesson.title, lesson.summary, lesson.minutes, lesson_note(lesson))


def _all_problems(problems: Sequence[Problem], folder: Path | None) -> list[Row]:
    return [(_SECTION_GAP, Problems(tuple(problems), folder))] if problems else []
