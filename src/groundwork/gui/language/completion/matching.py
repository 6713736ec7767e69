"""How well a name fits what was typed of it.

A name fits when the letters typed stand in it in that order, the first of them at the start of one
of its words: `gf` fits `get_first` and `GrowthFactor`, and `et` fits neither.
"""

from __future__ import annotations

from enum import IntEnum
from functools import lru_cache
from typing import NamedTuple


class Quality(IntEnum):
    """How a name fits, the best first."""

    EXACT = 0
    """It is what was typed."""

    PREFIX = 1
    """It begins with what was typed."""

    WORDS = 2
    """What was typed is made of the beginnings of its words."""

    SCATTERED = 3
    """The letters are somewhere in it."""


class Match(NamedTuple):
    """How a name fits: smaller is better. `letters` are the places in the name of those typed."""

    quality: Quality
    wrong_case: int
    letters: tuple[int, ...]


def match(typed: str, name: str) -> Match | None:
    """How the name fits what was typed; None where it does not."""
    low_typed, low = _lowered(typed), _lowered(name)
    if low.startswith(low_typed):
        quality = Quality.EXACT if typed == name else Quality.PREFIX
        return _rated(quality, typed, name, tuple(range(len(typed))))
    starts = word_starts(name)
    letters = _at_starts(low_typed, low, starts)
    if letters is not None:
        return _rated(Quality.WORDS, typed, name, letters)
    letters = _scattered(low_typed, low, starts)
    return None if letters is None else _rated(Quality.SCATTERED, typed, name, letters)


@lru_cache(maxsize=4096)
def word_starts(name: str) -> tuple[int, ...]:
    """Where words begin in the name: behind signs, at capitals and at numbers."""
    neighbours = zip("_" + name, name, name[1:] + "_", strict=False)
    return tuple(place for place, three in enumerate(neighbours) if _begins_word(*three))


def _begins_word(before: str, letter: str, after: str) -> bool:
    if not letter.isalnum():
        return False
    if not before.isalnum():
        return True
    if letter.isupper():
        return not before.isupper() or after.islower()
    return letter.isdigit() != before.isdigit()


def _lowered(text: str) -> str:
    """Small letters, each at its place."""
    low = text.lower()
    if len(low) == len(text):
        return low
    return "".join(letter.lower()[:1] for letter in text)


def _rated(quality: Quality, typed: str, name: str, letters: tuple[int, ...]) -> Match:
    """Only capitals that were typed count: who types small letters has not chosen them."""
    wrong = sum(
        letter.isupper() and name[place] != letter
        for letter, place in zip(typed, letters, strict=True)
    )
    return Match(quality, wrong, letters)


def _at_starts(typed: str, name: str, starts: tuple[int, ...]) -> tuple[int, ...] | None:
    """The places of the letters typed where they are beginnings of words; None where not."""
    hopeless: set[tuple[int, int]] = set()

    def letters_from(index: int, behind: int) -> tuple[int, ...] | None:
        if index == len(typed):
            return ()
        if (index, behind) in hopeless:
            return None
        for start in starts:
            run = _run(typed, index, name, start) if start >= behind else 0
            for length in range(run, 0, -1):
                rest = letters_from(index + length, start + length)
                if rest is not None:
                    return (*range(start, start + length), *rest)
        hopeless.add((index, behind))
        return None

    return letters_from(0, 0)


def _run(typed: str, index: int, name: str, start: int) -> int:
    """How many letters typed, from `index` on, stand in the name from `start` on."""
    length = 0
    while (
        index + length < len(typed)
        and start + length < len(name)
        and typed[index + length] == name[start + length]
    ):
        length += 1
    return length


def _scattered(typed: str, name: str, starts: tuple[int, ...]) -> tuple[int, ...] | None:
    """The first places of the letters typed, in their order; None where there are none."""
    first = next((start for start in starts if name[start] == typed[0]), None)
    if first is None:
        return None
    letters = [first]
    for letter in typed[1:]:
        place = name.find(letter, letters[-1] + 1)
        if place < 0:
            return None
        letters.append(place)
    return tuple(letters)
