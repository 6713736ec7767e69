"""What is wrong with a lesson or a pack, as prose for the person who can mend it."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from pathlib import Path

from groundwork.packs.model import Problem

_MOST = 50


def problems_title(problems: Sequence[Problem]) -> str:
    """How many problems there are, in words."""
    return "1 problem" if len(problems) == 1 else f"{len(problems)} problems"


def problems_html(problems: Sequence[Problem], folder: Path | None) -> str:
    """The problems as a list in safe HTML, with files named as they lie in `folder`."""
    items = "".join(f"<li>{_item(problem, folder)}</li>" for problem in problems[:_MOST])
    more = len(problems) - _MOST
    rest = f"<p>And {more} more.</p>" if more > 0 else ""
    return f"<ul>{items}</ul>{rest}"


def _item(problem: Problem, folder: Path | None) -> str:
    file = problem.file
    if folder is not None and file.is_relative_to(folder):
        file = file.relative_to(folder)
    place = f"{file.as_posix()}:{problem.line}" if problem.line else str(file)
    return f"<code>{escape(place)}</code><br>{escape(problem.sentence)} {escape(problem.remedy)}"
