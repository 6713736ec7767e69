"""What is wrong with a lesson or a pack, as prose for the person who can mend it."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from pathlib import Path

from groundwork.packs.model import Problem

LINE = "line:"
"""How a link begins that leads to a line of the lesson's file."""

_MOST = 50


def problems_title(problems: Sequence[Problem]) -> str:
    """How many problems there are, in words."""
    return "1 problem" if len(problems) == 1 else f"{len(problems)} problems"


def place_of(problem: Problem, folder: Path | None) -> str:
    """Where a problem is, with the file named as it lies in `folder`."""
    file = problem.file
    if folder is not None and file.is_relative_to(folder):
        file = file.relative_to(folder)
    return f"{file.as_posix()}:{problem.line}" if problem.line else str(file)


def problems_html(
    problems: Sequence[Problem], folder: Path | None, lesson: Path | None = None
) -> str:
    """The problems as a list in safe HTML, with files named as they lie in `folder`.

    The lines of the file `lesson` are links.
    """
    items = "".join(f"<li>{_item(problem, folder, lesson)}</li>" for problem in problems[:_MOST])
    more = len(problems) - _MOST
    rest = f"<p>And {more} more.</p>" if more > 0 else ""
    return f"<ul>{items}</ul>{rest}"


def _item(problem: Problem, folder: Path | None, lesson: Path | None) -> str:
    place = f"<code>{escape(place_of(problem, folder))}</code>"
    if problem.line and problem.file == lesson:
        place = f'<a href="{LINE}{problem.line}">{place}</a>'
    return f"{place}<br>{escape(problem.sentence)} {escape(problem.remedy)}"
