"""What becomes of selected lines that are turned into comments, indented or dedented."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from groundwork.gui.editor.indentation import STEP

_SIGN = "#"


class LineEdit(NamedTuple):
    """In one line, counted from the first of those given, some characters give way to others."""

    line: int
    column: int
    removed: int
    inserted: str

    def applied(self, line: str) -> str:
        """The line with the edit done."""
        return line[: self.column] + self.inserted + line[self.column + self.removed :]


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


def indent_edits(lines: Sequence[str]) -> list[LineEdit]:
    """What moves the lines to the next level of indentation; blank lines among others stay."""
    return [
        _shifted(number, line, (_width(line) // STEP + 1) * STEP)
        for number, line in enumerate(lines)
        if line.strip() or len(lines) == 1
    ]


def dedent_edits(lines: Sequence[str]) -> list[LineEdit]:
    """What moves the lines to the level of indentation before theirs."""
    return [
        _shifted(number, line, max(0, (_width(line) - 1) // STEP) * STEP)
        for number, line in enumerate(lines)
        if _indentation(line)
    ]


def joined(lines: Sequence[str]) -> tuple[str, int]:
    """The lines as one, and the column at which the last of them was joined.

    A blank stands between them, unless a bracket opens or closes there; comments become one.
    """
    text, place = lines[0], len(lines[0])
    for line in lines[1:]:
        part, before = line.strip(), text.rstrip()
        if before.lstrip().startswith(_SIGN) and part.startswith(_SIGN):
            part = part.lstrip(_SIGN).lstrip()
        if not before:
            text, place = line.rstrip(), _indentation(line)
            continue
        is_tight = not part or before[-1] in "([{" or part[0] in ")]}"
        text, place = before + ("" if is_tight else " ") + part, len(before)
    return text, place


def _indentation(line: str) -> int:
    return len(line) - len(line.lstrip(" \t"))


def _width(line: str) -> int:
    """The columns that the indentation takes, tabs counted as they show."""
    return len(line[: _indentation(line)].expandtabs(STEP))


def _shifted(number: int, line: str, width: int) -> LineEdit:
    return LineEdit(number, 0, _indentation(line), " " * width)


def _uncommented(number: int, line: str) -> LineEdit:
    column = line.index(_SIGN)
    removed = 2 if line[column + 1 : column + 2] == " " else 1
    return LineEdit(number, column, removed, "")
