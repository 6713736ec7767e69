"""Finds all places of a program whose name means the same as one of them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

import jedi
from jedi.api.classes import Name

from groundwork.language.service.naming.program import (
    File,
    Found,
    Key,
    Program,
    inside,
    joined,
    place_key,
)
from groundwork.language.service.naming.scopes import Kind, Role, Scope
from groundwork.language.service.scripts import Scripts

OUTSIDE, LIBRARY, FREE = "outside", "library", "free"
"""The kinds of keys of names that are not the program's own."""


class Meaning(NamedTuple):
    """What means the same: for certain, and perhaps; and what else is known of it, as keys."""

    name: str
    certain: tuple[Found, ...]
    unsure: tuple[Found, ...]
    keys: frozenset[Key]

    def is_of(self, *kinds: str) -> bool:
        """Whether it is known as something of these kinds."""
        return any(key[0] in kinds for key in self.keys)


class Meanings:
    """Tells what names mean, where need be with the help of Jedi."""

    def __init__(self, scripts: Scripts, program: Program, most_asked: int) -> None:
        """`most_asked` is of how many places Jedi is asked; the others remain unsure."""
        self._scripts = scripts
        self._program = program
        self._most_asked, self._asked_yet = most_asked, 0
        self._opened: dict[str, jedi.Script] = {}

    def of(self, start: Found) -> Meaning:
        """What means the same as the name at that place."""
        name = start.occurrence.name
        places = list(self._program.named(name))
        pairs = list(own_pairs(self._program, name))
        unknown = [found for found in places if not self._program.keys(found)]
        unsure: list[Found] = []
        if start in unknown or any(map(_is_open, _group(joined(pairs), start))):
            for found in unknown:
                told = self._asked(found)
                pairs += [(_place(found), key) for key in told]
                unsure += [] if told else [found]
            for found in _of_classes(places):
                pairs += [(_place(found), key) for key in self._asked(found)]
        keys = _group(joined(pairs), start)
        certain = tuple(found for found in places if _place(found) in keys)
        return Meaning(name, certain, tuple(f for f in unsure if f not in certain), keys)

    def _asked(self, found: Found) -> list[Key]:
        """What Jedi says that a name means; nothing once it has been asked too often."""
        self._asked_yet += 1
        if self._asked_yet > self._most_asked:
            return []
        one, folder = found.occurrence, found.file.source.folder
        names = self._scripts.definitions(self._script(found.file), one.line, one.column)
        keys = [self._key(name, folder) for name in names]
        return [key for key in keys if key != _place(found)]  # that it is itself says nothing

    def _key(self, name: Name, folder: str) -> Key:
        file = inside(name.module_path, folder)
        if self._program.file(file) is not None:
            return place_key(file, name.line or 0, name.column or 0)
        return (OUTSIDE, str(name.module_path), name.line or 0, name.column or 0)

    def _script(self, file: File) -> jedi.Script:
        if file.name not in self._opened:
            others = [each.source for each in self._program.files if each is not file]
            self._opened[file.name] = self._scripts.script(file.source, others)
        return self._opened[file.name]


def own_pairs(program: Program, name: str) -> Iterator[tuple[Key, Key]]:
    """Pairs of keys that mean the same as the program itself shows."""
    for found in program.named(name):
        yield _place(found), _place(found)
        for key in program.keys(found):
            yield _place(found), key
    yield from program.families(name)


def _place(found: Found) -> Key:
    return place_key(found.file.name, *found.occurrence.place)


def _of_classes(places: list[Found]) -> Iterator[Found]:
    """What a class defines, and may have from a class of a library."""
    for found in places:
        one = found.occurrence
        if one.is_binding and one.role is Role.VARIABLE and one.scope.kind is Kind.CLASS:
            yield found


def _group(leaders: dict[Key, Key], start: Found) -> frozenset[Key]:
    """All keys that mean the same as the name there."""
    leader = leaders[_place(start)]
    return frozenset(key for key, each in leaders.items() if each == leader)


def _is_open(key: Key) -> bool:
    """Whether attributes or keywords may mean it: not where it is a variable of a function."""
    scope, name = key[1], key[-1]
    if not isinstance(scope, Scope):
        return key[0] != "place"
    return scope.kind in {Kind.MODULE, Kind.CLASS} or name in scope.parameters
