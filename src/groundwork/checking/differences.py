"""What a program gave beside what was expected, line by line and letter by letter."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import Enum
from itertools import groupby, zip_longest

from groundwork.learner.comparison import Row, Side, compared

_AROUND = 3
_MOST_LINES = 200
_LONGEST_LINE = 1000
_MOST_PAIRS = 250_000
"""Lines with more pairs of letters than this are not searched for letters in common."""

_LEAST_SHARE = 0.4
"""Lines that have less in common than this are other lines, not lines with other letters."""


class Kind(Enum):
    """What a line is.

    `GOT` and `EXPECTED` stand for one another, in this order; `EXTRA` came and nothing was expected
    there, `MISSING` was expected and nothing came. `LEFT_OUT` says what is not shown.
    """

    SAME = "same"
    GOT = "got"
    EXPECTED = "expected"
    EXTRA = "extra"
    MISSING = "missing"
    LEFT_OUT = "left out"


@dataclass(frozen=True, slots=True)
class Stretch:
    """Letters of a line, and whether they are others than in the line it stands for."""

    text: str
    differs: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """One line without its end."""

    kind: Kind
    stretches: tuple[Stretch, ...]

    @property
    def text(self) -> str:
        """The whole line."""
        return "".join(stretch.text for stretch in self.stretches)


def differences(got: str, expected: str) -> list[Line]:
    """The lines of both texts in order, those that are the same once.

    The end of the last line counts for nothing. Of many lines only some are in the answer, and the
    answer says so.
    """
    mine, theirs = _without_end(got), _without_end(expected)
    if mine and theirs:
        lines = list(_lines(compared(mine, theirs)))
    else:
        lines = list(_one_sided(mine, theirs))
    return list(_bounded(list(_shortened(lines))))


def _one_sided(got: str, expected: str) -> Iterator[Line]:
    """The lines where one of the texts has none."""
    kind = Kind.EXTRA if got else Kind.MISSING
    lines = (got or expected).split("\n") if got or expected else ()
    return (_whole(kind, line) for line in lines)


def _without_end(text: str) -> str:
    return text.replace("\r\n", "\n").removesuffix("\n")


def _lines(rows: Iterable[Row]) -> Iterator[Line]:
    for is_same, run in groupby(rows, key=lambda row: row.side is Side.BOTH):
        stretch = list(run)
        if is_same:
            yield from (_whole(Kind.SAME, row.text, differs=False) for row in stretch)
        else:
            yield from _paired(
                [row.text for row in stretch if row.side is Side.EARLIER],
                [row.text for row in stretch if row.side is Side.NOW],
            )


def _paired(got: list[str], expected: list[str]) -> Iterator[Line]:
    """Lines that stand where others were expected, and those that stand where none was."""
    for one, other in zip_longest(got, expected):
        if one is None:
            yield _whole(Kind.MISSING, other)
        elif other is None:
            yield _whole(Kind.EXTRA, one)
        else:
            mine, theirs = _letters(one, other)
            yield Line(Kind.GOT, mine)
            yield Line(Kind.EXPECTED, theirs)


def _whole(kind: Kind, text: str, *, differs: bool = True) -> Line:
    return Line(kind, (Stretch(_short(text), differs),))


def _letters(one: str, other: str) -> tuple[tuple[Stretch, ...], tuple[Stretch, ...]]:
    """Both lines in stretches that are the same and stretches that are not."""
    if len(one) * len(other) > _MOST_PAIRS:
        return (Stretch(_short(one), differs=True),), (Stretch(_short(other), differs=True),)
    from difflib import SequenceMatcher  # noqa: PLC0415 - wanted where something went wrong

    matcher = SequenceMatcher(None, one, other, autojunk=False)
    if matcher.ratio() < _LEAST_SHARE:
        return (Stretch(one, differs=True),), (Stretch(other, differs=True),)
    codes = matcher.get_opcodes()
    mine = (Stretch(one[start:end], tag != "equal") for tag, start, end, _, _ in codes)
    theirs = (Stretch(other[start:end], tag != "equal") for tag, _, _, start, end in codes)
    return _filled(mine), _filled(theirs)


def _filled(stretches: Iterable[Stretch]) -> tuple[Stretch, ...]:
    return tuple(stretch for stretch in stretches if stretch.text)


def _shortened(lines: list[Line]) -> Iterator[Line]:
    """The lines without those that are the same and far from any that is not."""
    for kind, run in groupby(lines, key=lambda line: line.kind):
        stretch = list(run)
        hidden = len(stretch) - 2 * _AROUND
        if kind is Kind.SAME and hidden > 1:
            yield from stretch[:_AROUND]
            yield _left_out(hidden, "lines that are the same")
            yield from stretch[-_AROUND:]
        else:
            yield from stretch


def _bounded(lines: list[Line]) -> Iterator[Line]:
    yield from lines[:_MOST_LINES]
    if len(lines) > _MOST_LINES:
        yield _left_out(len(lines) - _MOST_LINES, "more lines")


def _left_out(count: int, what: str) -> Line:
    return Line(Kind.LEFT_OUT, (Stretch(f"… {count:,} {what}"),))


def _short(text: str) -> str:
    if len(text) <= _LONGEST_LINE:
        return text
    return f"{text[:_LONGEST_LINE]} … {len(text) - _LONGEST_LINE:,} more characters"
