"""Keyword arguments of the call that the cursor is in."""

from __future__ import annotations

import builtins
import inspect
from collections.abc import Iterable, Iterator, Sequence
from keyword import iskeyword
from typing import NamedTuple

from jedi.inference.base_value import Value

from groundwork.language.service.cursor import Cursor, Token
from groundwork.language.service.definitions import defined_in, kind_of, scope_of
from groundwork.language.service.likely import TAKEN
from groundwork.language.service.members import is_own
from groundwork.language.service.probe import Probe

_NAMED = (inspect.Parameter.POSITIONAL_OR_KEYWORD, inspect.Parameter.KEYWORD_ONLY)
_PLAIN_VALUES = "jedi.inference.value."
"""Where Jedi has what is called in the same way whoever calls it, unlike Django's managers."""


class _Parameter(NamedTuple):
    """One parameter: whether it can be given by name, and whether it can be in no other way."""

    name: str
    is_named: bool
    is_only_named: bool = False


_Ways = tuple[tuple[_Parameter, ...], ...]
"""The parameters of each way to call something."""


class KeywordArguments:
    """Finds what can be given by name, and keeps the parameters of what is in libraries."""

    def __init__(self) -> None:
        self._known: dict[tuple[object, ...], _Ways] = {}

    def names(self, probe: Probe, cursor: Cursor) -> list[str]:
        """The parameters that can still be given by name where the cursor is."""
        opening = called_bracket(cursor)
        if opening is None or cursor.last not in ("(", ","):
            return []
        placed, named = _given(cursor.tokens[opening + 1 :])
        found = [
            one.name
            for parameters in self._ways(probe, cursor.tokens[:opening])
            for place, one in enumerate(parameters)
            if one.is_named and one.name not in named and (one.is_only_named or place >= placed)
        ]
        return list(dict.fromkeys(found))

    def _ways(self, probe: Probe, callee: Sequence[Token]) -> _Ways:
        name = callee[-1].text
        builtin = (name,) if _is_builtin(probe, callee) else None
        if builtin in self._known:
            return self._known[builtin]
        found = [self._ways_of(value, name) for value in probe.values_of(callee[-1].start)]
        ways = tuple(way for ways in found for way in ways)
        if builtin:
            self._known[builtin] = ways
        return ways

    def _ways_of(self, value: Value, name: str) -> _Ways:
        key = (value.get_root_context().py__name__(), value.get_qualified_names(), name)
        is_fixed = type(value).__module__.startswith(_PLAIN_VALUES) and not is_own(value)
        if not is_fixed or key[1] is None:
            return tuple(_ways_to_call(value, name))
        if key not in self._known:
            self._known[key] = tuple(_ways_to_call(value, name))
        return self._known[key]


KEYWORD_ARGUMENTS = KeywordArguments()
"""What this worker knows of functions."""


def called_bracket(cursor: Cursor) -> int | None:
    """The place of the bracket of the call that the cursor is in; None where it is in none."""
    if not cursor.brackets:
        return None
    opening = cursor.brackets[-1]
    if cursor.tokens[opening].text != "(" or opening == 0:
        return None
    callee = cursor.tokens[opening - 1]
    is_new = opening > 1 and cursor.tokens[opening - 2].text in ("def", "class")
    is_value = callee.kind == "name" and not iskeyword(callee.text)
    return None if is_new or not (is_value or callee.text in (")", "]")) else opening


def _given(tokens: Sequence[Token]) -> tuple[int, set[str]]:
    """How many arguments stand in front of the cursor by their place; which are given by name."""
    depth, placed, named = 0, 0, set()
    is_placed = True
    for before, token in zip((None, *tokens), tokens, strict=False):
        if depth == 0 and token.text == "," and token.kind == "operator":
            placed += is_placed
            is_placed = True
        elif depth == 0 and token.text == "=" and before is not None:
            named.add(before.text)
            is_placed = False
        elif token.kind == "operator":
            depth += (token.text in "([{") - (token.text in ")]}")
    return placed, named


def _is_builtin(probe: Probe, callee: Sequence[Token]) -> bool:
    name, before = callee[-1], callee[-2].text if len(callee) > 1 else ""
    if before == "." or not hasattr(builtins, name.text):
        return False
    places = probe.tree.get_used_names().get(name.text, ())
    return all(scope_of(place) is None for place in places)


def _ways_to_call(value: Value, name: str) -> Iterator[tuple[_Parameter, ...]]:
    fields = list(_fields(value)) if value.is_class() else []
    if fields:
        yield _named(fields)
        return
    for signature in value.get_signatures():
        names = signature.get_param_names(resolve_stars=True)
        yield tuple(_Parameter(one.string_name, one.get_kind() in _NAMED) for one in names)
        kinds = [one.get_kind() for one in signature.get_param_names()]
        if inspect.Parameter.VAR_KEYWORD in kinds:
            yield _named(TAKEN.get(name, ()))


def _named(names: Iterable[str]) -> tuple[_Parameter, ...]:
    return tuple(_Parameter(name, is_named=True, is_only_named=True) for name in names)


def _fields(kind: Value) -> Iterable[str]:
    """What a class takes by name that has no signature to tell of it.

    The columns of one that SQLAlchemy maps, and the keys of a `TypedDict`.
    """
    if kind.tree_node is None:
        return
    written = kind.tree_node.get_super_arglist()
    if written is not None and "TypedDict" in written.get_code():
        yield from (name.value for name in defined_in(kind.tree_node))
    bases = list(kind.py__mro__())
    modules = [base.get_root_context().py__name__() or "" for base in bases]
    if not any(module.startswith("sqlalchemy.orm") for module in modules):
        return
    for base, module in zip(bases, modules, strict=True):
        if module.startswith("sqlalchemy") or base.tree_node is None or base.is_stub():
            continue
        for name in defined_in(base.tree_node):
            if kind_of(name) == "variable" and not name.value.startswith("_"):
                yield name.value
