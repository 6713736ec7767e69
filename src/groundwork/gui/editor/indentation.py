"""How far the next line of a Python program is indented."""

from __future__ import annotations

import re
from collections.abc import Sequence

STEP = 4
"""Spaces of one level of indentation."""

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
    opened, statement = _open_brackets(lines)
    if opened:
        return _indentation(last) + (STEP if opened[-1] == len(lines) - 1 else 0)
    base = _indentation(lines[statement])
    if last.endswith("\\"):
        return base + STEP
    if last.rstrip().endswith(":"):
        return base + STEP
    return max(0, base - STEP) if _LEAVES_THE_BLOCK.match(lines[statement]) else base


def _open_brackets(lines: Sequence[str]) -> tuple[list[int], int]:
    """The lines of the brackets still open at the end, and the line the last statement began on."""
    opened: list[int] = []
    statement = 0
    for number, line in enumerate(lines):
        if not opened and not (number and lines[number - 1].endswith("\\")):
            statement = number
        for sign in line:
            if sign in _OPENING:
                opened.append(number)
            elif sign in _CLOSING and opened:
                opened.pop()
    return opened, statement


def _indentation(line: str) -> int:
    return len(line) - len(line.lstrip())
