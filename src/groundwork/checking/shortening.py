"""Texts and values cut to what one looks at: around the place where they differ."""

from __future__ import annotations

from groundwork.checking.comparison import common_length

LONGEST = 600
"""Letters that are shown of a text or value."""

MOST_LINES = 24
"""Lines that are shown of a text."""

_BEFORE = 120
_LINES_BEFORE = 6
_CUT = "…"


def short(text: str) -> str:
    """The beginning of the text."""
    return _cut(text, 0, LONGEST)


def short_values(got: str, expected: str) -> tuple[str, str]:
    """Both values, cut where they first differ if one is long."""
    if max(len(got), len(expected)) <= LONGEST:
        return got, expected
    start = max(0, common_length(got, expected) - _BEFORE)
    return _cut(got, start, LONGEST), _cut(expected, start, LONGEST)


def short_texts(got: str, expected: str, got_at: int, expected_at: int) -> tuple[str, str]:
    """Both texts in whole lines around the offsets at which they first differ."""
    return _lines_around(got, got_at), _lines_around(expected, expected_at)


def _cut(text: str, start: int, length: int) -> str:
    piece = text[start : start + length]
    before = _CUT if start else ""
    return before + piece + (_CUT if start + length < len(text) else "")


def _lines_around(text: str, at: int) -> str:
    lines = text.split("\n")
    number = text.count("\n", 0, at)
    first = max(0, number - _LINES_BEFORE) if len(lines) > MOST_LINES else 0
    kept = [_short_line(line, 0) for line in lines[first : first + MOST_LINES]]
    here = number - first
    if here < len(kept):
        kept[here] = _short_line(lines[number], at - (text.rfind("\n", 0, at) + 1))
    before = [_CUT] if first else []
    return "\n".join([*before, *kept, *([_CUT] if first + MOST_LINES < len(lines) else [])])


def _short_line(line: str, at: int) -> str:
    if len(line) <= LONGEST:
        return line
    return _cut(line, max(0, at - _BEFORE), LONGEST)
