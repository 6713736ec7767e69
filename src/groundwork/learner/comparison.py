"""An earlier text beside that of now, line by line."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import Enum
from itertools import groupby

MOST_ROWS = 3000
"""A comparison of more rows is shortened: nobody reads that many, and they take long to show."""

_LONGEST_LINE = 2000
_AROUND = 20
_MOST_PAIRS = 1_000_000
"""Stretches with more pairs of lines than this are not searched for lines in common."""

_LINE_END = re.compile("\r\n|\r|\n|\u2029")


class Side(Enum):
    """Which of the two texts a row is from; `NEITHER` stands for rows that are left out."""

    BOTH = "both"
    EARLIER = "earlier"
    NOW = "now"
    NEITHER = "neither"


@dataclass(frozen=True, slots=True)
class Row:
    """One line, without its end."""

    side: Side
    text: str


def compared(earlier: str, now: str) -> list[Row]:
    """Every line of both texts in order; where they differ the earlier lines come first.

    Ends of lines of any kind are the same.
    """
    old, new = _LINE_END.split(earlier), _LINE_END.split(now)
    start = _common(zip(old, new, strict=False))
    rest = min(len(old), len(new)) - start
    end = min(rest, _common(zip(reversed(old), reversed(new), strict=False)))
    middle = _differing(old[start : len(old) - end], new[start : len(new) - end])
    return [
        *_rows(Side.BOTH, old[:start]),
        *middle,
        *_rows(Side.BOTH, old[len(old) - end :]),
    ]


def shortened(rows: list[Row], most: int = MOST_ROWS) -> list[Row]:
    """The rows with what is too long left out and said so; all of them where there are few.

    Lines that are the same are left out first, far from those that differ.
    """
    if len(rows) > most:
        rows = list(_without_distant(rows))
    if len(rows) > most:
        rows = [*rows[:most], _left_out(len(rows) - most, "more lines")]
    return [Row(row.side, _short(row.text)) for row in rows]


def side_by_side(rows: list[Row]) -> tuple[list[Row], list[Row]]:
    """The rows of each text, with empty ones of `NEITHER` so that those that belong stand level."""
    left: list[Row] = []
    right: list[Row] = []
    for side, run in groupby(rows, key=lambda row: row.side):
        stretch = list(run)
        if side is not Side.NOW:
            _level(left, right)
            left += stretch
        if side is not Side.EARLIER:
            right += stretch
        if side is not Side.EARLIER:
            _level(left, right)
    _level(left, right)
    return left, right


def _level(left: list[Row], right: list[Row]) -> None:
    """Make both equally long."""
    short = left if len(left) < len(right) else right
    short += [Row(Side.NEITHER, "")] * abs(len(left) - len(right))


def _common(pairs: Iterable[tuple[str, str]]) -> int:
    """How many pairs are of equal lines before the first that is not."""
    count = 0
    for one, other in pairs:
        if one != other:
            break
        count += 1
    return count


def _differing(old: list[str], new: list[str]) -> Iterator[Row]:
    if len(old) * len(new) > _MOST_PAIRS:
        yield from (*_rows(Side.EARLIER, old), *_rows(Side.NOW, new))
        return
    from difflib import SequenceMatcher  # noqa: PLC0415 - wanted once in a long while

    for tag, old_start, old_end, new_start, new_end in SequenceMatcher(
        None, old, new
    ).get_opcodes():
        if tag == "equal":
            yield from _rows(Side.BOTH, old[old_start:old_end])
        else:
            yield from _rows(Side.EARLIER, old[old_start:old_end])
            yield from _rows(Side.NOW, new[new_start:new_end])


def _rows(side: Side, lines: list[str]) -> list[Row]:
    return [Row(side, line) for line in lines]


def _without_distant(rows: list[Row]) -> Iterator[Row]:
    for side, run in groupby(rows, key=lambda row: row.side):
        stretch = list(run)
        hidden = len(stretch) - 2 * _AROUND
        if side is Side.BOTH and hidden > 1:
            yield from stretch[:_AROUND]
            yield _left_out(hidden, "lines that are the same")
            yield from stretch[-_AROUND:]
        else:
            yield from stretch


def _left_out(count: int, what: str) -> Row:
    return Row(Side.NEITHER, f"… {count:,} {what}")


def _short(text: str) -> str:
    if len(text) <= _LONGEST_LINE:
        return text
    return f"{text[:_LONGEST_LINE]} … {len(text) - _LONGEST_LINE:,} more characters"
