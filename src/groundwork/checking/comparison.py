"""Two texts compared as an author asks for, and where they differ."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher

from groundwork.packs.checks import Comparison

_WORD = re.compile(r"\S+")
_MOST_PAIRS = 1_000_000
"""Lines with more pairs of letters than this are marked from the first difference to the last."""


@dataclass(frozen=True, slots=True)
class Difference:
    """The first place where two texts differ.

    `got_at` and `expected_at` are offsets into the texts as given, where each goes on differently;
    `line` counts the lines of what came from 1.
    """

    got_at: int
    expected_at: int
    line: int


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch of both texts that differs: offsets, the ends exclusive; one may be empty."""

    got_start: int
    got_end: int
    expected_start: int
    expected_end: int


def first_difference(
    got: str,
    expected: str,
    comparison: Comparison = Comparison.EXACT,
    tolerance: float = 0.0,
) -> Difference | None:
    """Where the texts first differ; None where they are the same under that comparison."""
    if comparison is Comparison.EXACT:
        places = _first_letters(got, expected)
    else:
        places = _first_words(got, expected, tolerance if comparison is Comparison.NUMBERS else -1)
    if places is None:
        return None
    got_at, expected_at = places
    return Difference(got_at, expected_at, got.count("\n", 0, got_at) + 1)


def is_text_same(
    got: str,
    expected: str,
    comparison: Comparison = Comparison.EXACT,
    tolerance: float = 0.0,
) -> bool:
    """Whether the texts are the same under that comparison."""
    return first_difference(got, expected, comparison, tolerance) is None


def marks(got: str, expected: str) -> tuple[Mark, ...]:
    """Every stretch in which the texts differ letter by letter, in order.

    Lines are matched first, then the letters of those that differ, so that one line too many is one
    mark.
    """
    old, new = got.splitlines(keepends=True), expected.splitlines(keepends=True)
    found: list[Mark] = []
    for tag, got_from, got_to, from_, to in SequenceMatcher(
        None, old, new, autojunk=False
    ).get_opcodes():
        if tag != "equal":
            got_start = sum(map(len, old[:got_from]))
            start = sum(map(len, new[:from_]))
            found += _letter_marks(
                "".join(old[got_from:got_to]), "".join(new[from_:to]), got_start, start
            )
    return tuple(found)


def _letter_marks(got: str, expected: str, got_start: int, start: int) -> Iterator[Mark]:
    if len(got) * len(expected) > _MOST_PAIRS:
        yield Mark(got_start, got_start + len(got), start, start + len(expected))
        return
    for tag, got_from, got_to, from_, to in SequenceMatcher(
        None, got, expected, autojunk=False
    ).get_opcodes():
        if tag != "equal":
            yield Mark(got_start + got_from, got_start + got_to, start + from_, start + to)


def _first_letters(got: str, expected: str) -> tuple[int, int] | None:
    """Line by line, without line ends; empty lines behind the last one do not count."""
    got_lines, lines = _lines(got), _lines(expected)
    for (got_at, got_line), (at, line) in zip(got_lines, lines, strict=False):
        if got_line != line:
            same = common_length(got_line, line)
            return got_at + same, at + same
    if len(got_lines) == len(lines):
        return None
    count = min(len(got_lines), len(lines))
    return _start_of(got_lines, count, got), _start_of(lines, count, expected)


def _start_of(lines: list[tuple[int, str]], number: int, text: str) -> int:
    if number < len(lines):
        return lines[number][0]
    return lines[-1][0] + len(lines[-1][1]) if lines else len(text)


def _lines(text: str) -> list[tuple[int, str]]:
    """Each line with its offset and without its end, up to the last that is not blank."""
    found, at = [], 0
    for line in text.split("\n"):
        found.append((at, line.removesuffix("\r")))
        at += len(line) + 1
    while found and not found[-1][1].strip():
        found.pop()
    return found


def common_length(one: str, other: str) -> int:
    """How many letters the two have in common at the start."""
    shorter = min(len(one), len(other))
    return next((at for at in range(shorter) if one[at] != other[at]), shorter)


def _first_words(got: str, expected: str, tolerance: float) -> tuple[int, int] | None:
    got_words, words = list(_WORD.finditer(got)), list(_WORD.finditer(expected))
    for got_word, word in zip(got_words, words, strict=False):
        if not _are_words_same(got_word.group(), word.group(), tolerance):
            return got_word.start(), word.start()
    if len(got_words) == len(words):
        return None
    count = min(len(got_words), len(words))
    return _word_start(got_words, count, got), _word_start(words, count, expected)


def _word_start(words: list[re.Match[str]], number: int, text: str) -> int:
    return words[number].start() if number < len(words) else len(text.rstrip())


def _are_words_same(got: str, expected: str, tolerance: float) -> bool:
    """Letter by letter, or as numbers where the tolerance is not negative."""
    if got == expected:
        return True
    if tolerance < 0:
        return False
    try:
        return abs(float(got) - float(expected)) <= tolerance
    except ValueError:
        return False
