"""Which candidates fit what was typed, the best first."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from groundwork.gui.language.completion.matching import Match, Quality, match
from groundwork.language.protocol import Candidate


class Choice(NamedTuple):
    """A candidate that fits, and how."""

    candidate: Candidate
    match: Match

    @property
    def text(self) -> str:
        """What is put in for it."""
        return self.candidate.insert or self.candidate.name

    @property
    def is_close(self) -> bool:
        """Whether whoever typed this much may well mean it."""
        return self.match.quality < Quality.SCATTERED


class Choices:
    """The candidates of one word; they are looked through again as more of it is typed."""

    def __init__(self, candidates: Iterable[Candidate]) -> None:
        """`candidates` are in the order of their likelihood."""
        self.all = tuple(candidates)
        self._typed = ""
        self._fitting = self.all

    def fitting(self, typed: str) -> list[Choice]:
        """Those that fit what has been typed: the best first, then the likelier."""
        if not typed.startswith(self._typed):
            self._fitting = self.all
        found = [
            Choice(candidate, fit)
            for candidate in self._fitting
            if (fit := match(typed, candidate.name)) is not None
        ]
        self._typed, self._fitting = typed, tuple(choice.candidate for choice in found)
        found.sort(key=_order)
        return found


def _order(choice: Choice) -> tuple[int, int, int]:
    return choice.match.quality, choice.match.wrong_case, choice.candidate.rank
