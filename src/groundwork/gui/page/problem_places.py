"""Where on the page the problems of a lesson stand: at the block that their line belongs to."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from groundwork.packs.exercises import Exercise
from groundwork.packs.model import Lesson, Page, Problem


def block_of_line(page: Page, line: int) -> int | None:
    """The index of the block that the line of the lesson's file belongs to; None above the first.

    A page that was not read from a file has no lines.
    """
    index = bisect_right(page.lines, line) - 1
    return index if index >= 0 else None


def placed_problems(
    lesson: Lesson, page: Page, problems: Sequence[Problem]
) -> dict[int, list[Problem]]:
    """The problems that belong to a block, by its index; the others are about the whole lesson."""
    placed: dict[int, list[Problem]] = {}
    for problem in problems:
        index = _block_of(lesson, page, problem)
        if index is not None:
            placed.setdefault(index, []).append(problem)
    return placed


def _block_of(lesson: Lesson, page: Page, problem: Problem) -> int | None:
    if problem.file == lesson.path:
        return block_of_line(page, problem.line)
    folders = {parent.name for parent in problem.file.parents}
    exercises = (
        index
        for index, block in enumerate(page.blocks)
        if isinstance(block, Exercise) and block.id in folders
    )
    return next(exercises, None)
