"""How far the next line of a Python program is indented."""

from __future__ import annotations

import re
from collections.abc import Sequence

STEP = 4
"""Spaces of one level of indentation."""

TEXT_SIGN = "0"
"""What stands for every character of a text, its quotes too: a line that begins with it goes on
with a text."""

_OPENING = "([{"
_CLOSING = ")]}"
_LEAVES_THE_BLOCK = re.compile(r"\s*(?:return|pass|break|continue|raise)\b")


def next_indentation(lines: Sequence[str]) -> int:
    """How many spaces stand before the line that follows `lines`, of which there is at least one.

    `lines` are whole up to the last, which ends where Enter was pressed. In them the characters of
    texts and comments have been replaced, so that brackets and colons are what they seem.
    """
    last = lines[-1]
    if not last.strip():
        return len(last)
    opened, statements = _open_brackets(lines)
    if opened:
        return _indentation(last) + (STEP if opened[-1] == len(lines) - 1 else 0)
    statement = lines[statements[-1]]
    base = _indentation(statement)
    if last.endswith("\\"):
        return base + STEP
    if last.rstrip().endswith(":"):
        return base + STEP
    return max(0, base - STEP) if _LEAVES_THE_BLOCK.match(statement) else base


def statement_lines(lines: Sequence[str]) -> list[int]:
    """The lines on which statements begin; `lines` are as `next_indentation` takes them."""
    starts = _open_brackets(lines)[1]
    return [start for start in starts if lines[start].strip() and lines[start][0] != TEXT_SIGN]


def _open_brackets(lines: Sequence[str]) -> tuple[list[int], list[int]]:
    """The lines of the brackets still open at the end, and those on which statements began."""
    opened: list[int] = []
    statements = []
    for number, line in enumerate(lines):
        if not opened and not (number and lines[number - 1].endswith("\\")):
            statements.append(number)
        for sign in line:
            if sign in _OPENING:
                opened.append(number)
            elif sign in _CLOSING and opened:
                opened.pop()
    return opened, statements


def _indentation(line: str) -> int:
    return len(line) - len(line.lstrip())
