"""A guess at what was meant."""

from __future__ import annotations

from typing import NamedTuple

from groundwork.language.service.problems.program import Change, Problem, Remedy


class Mend(NamedTuple):
    """What would be wrong, and the changes after which Python could read on."""

    problem: Problem
    changes: tuple[Change, ...]


def mend(start: int, end: int, topic: str, sentence: str, title: str, *changes: Change) -> Mend:
    """A guess that is offered as a remedy too, unless its `title` is empty."""
    ordered = tuple(sorted(changes))
    remedies = (Remedy(title, ordered),) if title else ()
    return Mend(Problem(start, end, "error", topic, sentence, remedies), ordered)


def insertion(place: int, text: str) -> Change:
    """The change that puts `text` at a place."""
    return Change(place, place, text)
