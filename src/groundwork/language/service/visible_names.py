"""The names that a program has where the cursor is: nearest scope first, then the latest used."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from parso.python.tree import Name
from parso.tree import NodeOrLeaf

from groundwork.language.service.definitions import kind_of, scope_of
from groundwork.language.service.probe import STAND_IN, Probe


class VisibleName(NamedTuple):
    """A name and what it is; `order` is smaller for what is nearer and was used later.

    `definition` is where it is bound, None where the program uses it alone.
    """

    name: str
    kind: str
    order: tuple[int, int]
    definition: Name | None


def visible_names(probe: Probe) -> Iterator[VisibleName]:
    """The names of the program that can be meant at the cursor."""
    leaf = probe.leaf
    scopes = list(_scopes_around(leaf))
    for name, places in probe.tree.get_used_names().items():
        if name != STAND_IN:
            found = _nearest(scopes, places)
            order = (found[0], _distance(places, leaf.start_pos[0]))
            if found[1] is not None or _is_unbound(places):
                kind = kind_of(found[1]) if found[1] is not None else "variable"
                yield VisibleName(name, kind, order, found[1])


def _scopes_around(leaf: NodeOrLeaf) -> Iterator[NodeOrLeaf]:
    """Nodes around the leaf in which names may be bound; of classes the innermost alone."""
    node, is_in_function = leaf.parent, False
    while node is not None:
        if node.type != "classdef" or not is_in_function:
            yield node
        is_in_function = is_in_function or node.type in ("funcdef", "lambdef")
        node = node.parent


def _nearest(scopes: Sequence[NodeOrLeaf], places: Sequence[Name]) -> tuple[int, Name | None]:
    """How many nodes further out the name is bound, and where it is."""
    best: tuple[int, Name | None] = (len(scopes), None)
    for place in places:
        scope = scope_of(place)
        if scope is not None and scope in scopes[: best[0]]:
            best = (scopes.index(scope), place)
    return best


def _is_unbound(places: Sequence[Name]) -> bool:
    """Whether the program uses the name and binds it nowhere: in a pattern, or not yet."""
    if any(scope_of(place) is not None for place in places):
        return False
    return any(not _is_attached(place) for place in places)


def _is_attached(place: Name) -> bool:
    """Whether the name is one behind a dot, in an import, or of a keyword argument."""
    kind = place.parent.type
    is_attribute = kind in ("trailer", "dotted_name") and place.get_previous_leaf() == "."
    is_keyword = kind == "argument" and place.parent.children[0] is place
    return is_attribute or is_keyword or kind.startswith(("import", "dotted"))


def _distance(places: Sequence[Name], line: int) -> int:
    """Lines from the last use above; what is used below alone is further than that."""
    lines: list[int] = [place.start_pos[0] for place in places]
    above = [line - one for one in lines if one <= line]
    return min(above) if above else 100_000 + min(lines) - line
