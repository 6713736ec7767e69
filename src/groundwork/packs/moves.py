"""Where the learner's work of former addresses belongs today, by a pack's table of renamed ids."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from groundwork.packs.addresses import ExampleAddress
from groundwork.packs.model import Pack


@dataclass(frozen=True, slots=True)
class Move:
    """From a former path to the one of today: both of a lesson, or both of something in one.

    A path is `lesson` or `lesson/example`, as in `Pack.renamed`.
    """

    pack_id: str
    old: str
    new: str


def moves(pack: Pack) -> tuple[Move, ...]:
    """What to move, in this order, so that everything is found where it is today.

    A lesson goes one name at a time, for what is in it may have been renamed in between: that goes
    first. To do it again changes nothing.
    """
    names = _names(pack)
    inside = [Move(pack.id, old, _chain(names, old)[-1]) for old in names if "/" in old]
    chains = [chain for old in names if "/" not in old and len(chain := _chain(names, old)) > 1]
    steps: list[Move] = []
    for lesson, following, *_ in sorted(chains, key=len, reverse=True):
        steps += [move for move in inside if move.old.startswith(f"{lesson}/")]
        steps.append(Move(pack.id, lesson, following))
    steps += [move for move in inside if move not in steps]
    return tuple(move for move in steps if move.old != move.new)


def example_today(pack: Pack, address: ExampleAddress) -> ExampleAddress:
    """Where an example of the pack is that was once at this address."""
    path = _chain(_names(pack), f"{address.lesson_id}/{address.example_id}")[-1]
    lesson_id, _, example_id = path.partition("/")
    return ExampleAddress(pack.id, lesson_id, example_id)


def _names(pack: Pack) -> dict[str, str]:
    """The table of renamed ids without lessons that are still, or again, there."""
    present = {lesson.id for lesson in pack.lessons} if pack.renamed else set()
    return {old: new for old, new in pack.renamed if old not in present}


def _chain(names: Mapping[str, str], path: str) -> list[str]:
    """A path and all its later names in order; alone where they go round in a circle."""
    chain = [path]
    while (following := _step(names, chain[-1])) != chain[-1]:
        if following in chain:
            return [path]
        chain.append(following)
    return chain


def _step(names: Mapping[str, str], path: str) -> str:
    lesson, slash, rest = path.partition("/")
    if path in names:
        return names[path]
    return f"{names[lesson]}/{rest}" if slash and lesson in names else path
