"""Which of two versions of a pack is newer, as their authors count them."""

from __future__ import annotations

import re
from typing import NamedTuple

_NUMBERS = re.compile(r"\s*v?(\d+(?:\.\d+)*)")
_LONGEST = 100


class VersionKey(NamedTuple):
    """Sorts versions: by their numbers, then those with words behind them first, by the words."""

    numbers: tuple[int, ...]
    is_final: bool
    rest: tuple[tuple[int, str], ...]


def version_key(version: str) -> VersionKey:
    """What `version` sorts by: 1.9 before 1.10-beta before 1.10, which is the same as 1.10.0."""
    written = version[:_LONGEST]
    found = _NUMBERS.match(written)
    numbers = [int(number) for number in found[1].split(".")] if found else []
    while numbers and numbers[-1] == 0:
        numbers.pop()
    rest = written[found.end() :] if found else written
    words = re.findall(r"\d+|[^\W\d_]+", rest.casefold())
    return VersionKey(tuple(numbers), not words, tuple(map(_sortable, words)))


def _sortable(word: str) -> tuple[int, str]:
    return (int(word), "") if word.isdecimal() else (-1, word)
