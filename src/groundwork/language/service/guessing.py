"""Attributes to offer where nobody knows what stands in front of the dot.

A class that was handed to a call is often what comes out of it: `session.get(User, 1)`, or
`session.scalars(select(User))`. So what was made with a class of the example is held to be one.
"""

from __future__ import annotations

from collections.abc import Iterator

from parso.python.tree import Class, Name
from parso.tree import NodeOrLeaf

from groundwork.language.service.cursor import Cursor
from groundwork.language.service.definitions import definition_of
from groundwork.language.service.likely import GUESSES
from groundwork.language.service.members import Member, class_members
from groundwork.language.service.probe import Probe

_FARTHEST = 3
"""From how many names to others the making of something is followed."""


def guessed_attributes(probe: Probe, cursor: Cursor, used: set[str]) -> dict[str, Member]:
    """What it may have, by name; `used` are the attributes that the program uses of anything."""
    found: dict[str, Member] = {}
    for node in _classes(probe, cursor):
        found |= {member.name: member for member in class_members(node)}
    for name in (*sorted(used), *GUESSES):
        found.setdefault(name, Member(name, "method"))
    return found


def _classes(probe: Probe, cursor: Cursor) -> Iterator[Class]:
    """The classes of the program that have to do with what stands in front of the dot."""
    names = {token.text for token in cursor.tokens if token.kind == "name"}
    seen: set[str] = set()
    for _ in range(_FARTHEST):
        bound = [node for name in names - seen for node in _bound(probe, name)]
        seen |= names
        names = set()
        for node in bound:
            if node.type == "classdef":
                yield node
            else:
                names |= {name.value for name in _names_in(node)}


def _bound(probe: Probe, name: str) -> Iterator[NodeOrLeaf]:
    """What binds the name: classes, and where something else is made the nodes that make it."""
    for place in probe.tree.get_used_names().get(name, ()):
        definition = definition_of(place)
        if definition is not None and place.parent.type != "trailer":
            if definition.type in ("for_stmt", "sync_comp_for"):
                yield definition.children[3]
            elif definition.type == "with_stmt":
                yield place.parent
            elif definition.type in ("classdef", "expr_stmt"):
                yield definition


def _names_in(node: NodeOrLeaf) -> Iterator[Name]:
    if node.type == "name":
        yield node
    for child in getattr(node, "children", ()):
        yield from _names_in(child)
