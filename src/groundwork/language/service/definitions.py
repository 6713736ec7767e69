"""What a program defines, and where it is to be seen, by its tree alone."""

from __future__ import annotations

from collections.abc import Iterator

from parso.python.tree import Module, Name
from parso.tree import NodeOrLeaf

_SCOPES = ("file_input", "classdef", "funcdef", "lambdef")
_PROPERTIES = ("property", "cached_property", "hybrid_property")


def definition_of(name: Name) -> NodeOrLeaf | None:
    """What binds the name there; None where it is used."""
    try:
        return name.get_definition()
    except AttributeError:  # parso's, where `await` stands at a place for a target
        return None


def scope_around(node: NodeOrLeaf) -> NodeOrLeaf:
    """The innermost class, function, lambda or file that holds the node, without the node."""
    parent = node.parent
    while parent.type not in _SCOPES:
        parent = parent.parent
    return parent


def scope_of(name: Name) -> NodeOrLeaf | None:
    """Where a name that is bound is known: a scope, or the node of a comprehension.

    None for an attribute, which is known nowhere by itself.
    """
    definition = definition_of(name)
    if definition is None or name.parent.type == "trailer":
        return None
    if definition.type in ("sync_comp_for", "comp_for"):
        parent = definition.parent
        return parent.parent if parent.type == "comp_for" else parent
    if definition.type in ("classdef", "funcdef"):
        return scope_around(definition)
    return scope_around(name)


def defined_in(scope: NodeOrLeaf) -> Iterator[Name]:
    """The names that a file, class or function binds itself, where they are bound."""
    module: Module = scope.get_root_node()
    for places in module.get_used_names().values():
        for name in places:
            if scope.start_pos <= name.start_pos < scope.end_pos and scope_of(name) is scope:
                yield name


def set_on_self(node: NodeOrLeaf) -> Iterator[Name]:
    """The attributes that the methods of a class set on their first parameter."""
    module: Module = node.get_root_node()
    for places in module.get_used_names().values():
        for name in places:
            is_inside = node.start_pos < name.start_pos < node.end_pos
            if is_inside and name.parent.type == "trailer" and definition_of(name):
                function = name.search_ancestor("funcdef")
                if function and function.parent.search_ancestor("classdef") is node:
                    parameters = function.get_params()
                    owner = name.parent.parent.children[0]
                    if parameters and owner.get_code(False) == parameters[0].name.value:
                        yield name


def kind_of(name: Name) -> str:
    """What is bound there, as `Candidate` says it."""
    definition = definition_of(name)
    if definition is None:
        return "variable"
    if definition.type == "funcdef":
        return _kind_of_function(definition)
    if definition.type == "import_from":
        return kind_by_spelling(name.value)
    return {"classdef": "class", "import_name": "module", "param": "parameter"}.get(
        definition.type, "variable"
    )


def kind_by_spelling(name: str) -> str:
    """What an imported name is held to be, until somebody looks: as Python's style has it."""
    bare = name.lstrip("_")
    if bare.isupper() and len(bare) > 1:
        return "variable"
    return "class" if bare[:1].isupper() else "function"


def _kind_of_function(node: NodeOrLeaf) -> str:
    if scope_around(node).type != "classdef":
        return "function"
    for decorator in node.get_decorators():
        code = decorator.get_code(include_prefix=False).strip("@ \t\r\n")
        if code.rpartition(".")[2] in (*_PROPERTIES, "setter"):
            return "property"
    return "method"
