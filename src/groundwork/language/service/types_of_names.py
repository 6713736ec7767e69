"""The types of values, and values themselves where they are certain."""

from __future__ import annotations

import ast
from collections.abc import Sequence
from typing import TYPE_CHECKING

from groundwork.language.service.annotations import joined, plain_annotation

if TYPE_CHECKING:
    from jedi.api.classes import Name
    from parso.tree import NodeOrLeaf

_LONGEST_VALUE = 40
_MOST_TYPES = 4
_NUMBERS_WITH_SIGN = "factor"
_LITERALS = frozenset({"number", "string"})
_CONSTANTS = frozenset({"True", "False", "None"})


def type_text(found: Sequence[Name]) -> str:
    """The types of these values as an annotation, as in `list[int] | None`; empty if unknown."""
    texts = [_type_of(name) for name in found[:_MOST_TYPES]]
    return joined(texts) if texts else ""


def annotated_type(name: Name) -> str:
    """The type that is written beside the name where it is defined; empty if none is."""
    statement = _statement(name)
    beside = statement.children[1] if statement is not None else None
    if beside is None or beside.type != "annassign":
        return ""
    return _plain(beside.children[1].get_code(include_prefix=False))


def certain_value(name: Name) -> str:
    """The literal that is given to the name, if that is all that ever happens to it."""
    statement = _statement(name)
    if statement is None or not _is_bound_once(_tree(name)):
        return ""
    value = statement.get_rhs()
    if len(statement.get_defined_names()) != 1 or value is None or not _is_literal(value):
        return ""
    text = str(value.get_code(include_prefix=False))
    return text if len(text) <= _LONGEST_VALUE and "\n" not in text else ""


def _type_of(name: Name) -> str:
    if name.type in {"function", "module"}:
        return str(name.type)
    try:
        hint = name.get_type_hint() or ""
    except TypeError:  # a fault of Jedi
        hint = ""
    return _plain(hint) or str(name.name).lstrip("_")


def _plain(annotation: str) -> str:
    try:
        return plain_annotation(ast.parse(annotation.strip(), mode="eval").body)
    except (SyntaxError, ValueError):
        return ""


def _tree(name: Name) -> NodeOrLeaf | None:
    return name._name.tree_name  # noqa: SLF001 - Jedi has no other way to it


def _statement(name: Name) -> NodeOrLeaf | None:
    """The assignment that defines the name."""
    tree = _tree(name)
    statement = tree.get_definition() if tree is not None else None
    return statement if statement is not None and statement.type == "expr_stmt" else None


def _is_bound_once(tree: NodeOrLeaf) -> bool:
    """Whether no other place of the file gives a value to a name of this spelling."""
    names = tree.get_root_node().get_used_names().get(tree.value, ())
    bound = [one for one in names if one.is_definition(include_setitem=True)]
    is_shared = any(one.parent.type in {"global_stmt", "nonlocal_stmt"} for one in names)
    return len(bound) == 1 and not is_shared


def _is_literal(node: NodeOrLeaf) -> bool:
    if node.type == _NUMBERS_WITH_SIGN:
        return bool(node.children[-1].type == "number")
    return node.type in _LITERALS or (node.type == "keyword" and node.value in _CONSTANTS)
