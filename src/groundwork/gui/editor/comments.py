"""Turns lines of Python into comments and back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

_SIGN = "#"


@dataclass(frozen=True, slots=True)
class LineEdit:
    """In one line, counted from the first of those given, some characters give way to others."""

    line: int
    column: int
    removed: int
    inserted: str


def comment_edits(lines: Sequence[str]) -> list[LineEdit]:
    """What makes the lines code where all of them are comments, and comments otherwise.

    The signs stand in one column, that of the line with the least indentation. Blank lines stay.
    """
    filled = [(number, line) for number, line in enumerate(lines) if line.strip()]
    if not filled:
        return []
    if all(line.lstrip().startswith(_SIGN) for _, line in filled):
        return [_uncommented(number, line) for number, line in filled]
    column = min(_indentation(line) for _, line in filled)
    return [LineEdit(number, column, 0, f"{_SIGN} ") for number, _ in filled]


def _indentation(line: str) -> int:
    return len(line) - len(line.lstrip())


def _uncommented(number: int, line: str) -> LineEdit:
    column = _indentation(line)
    removed = 2 if line[column + 1 : column + 2] == " " else 1
    return LineEdit(number, column, removed, "")
