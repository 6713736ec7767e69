"""Two texts compared as an author asks for, and where they differ."""

from __future__ import annotations

import re
from dataclasses import dataclass

from groundwork.packs.checks import Comparison

_WORD = re.compile(r"\S+")


@dataclass(frozen=True, slots=True)
class Difference:
    """The first place where two texts differ.

    `got_at` and `expected_at` are offsets into the texts as given, where each goes on differently;
    `line` counts the lines of what came from 1.
    """

    got_at: int
    expected_at: int
    line: int


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
