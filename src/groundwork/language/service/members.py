"""What stands behind a dot: the attributes of what an expression may be.

What a library's class or module has is found once and kept, as finding it takes Jedi some fifty
milliseconds. The builtin types of the runtime are looked at themselves. What the example's own
files define is read anew each time.
"""

from __future__ import annotations

import builtins
import io
import os
import sys
import types
from collections.abc import Iterable, Iterator
from importlib import import_module
from typing import NamedTuple

from jedi.inference.base_value import Value, ValueSet
from jedi.inference.names import AbstractNameDefinition
from parso.python.tree import Class, Name

from groundwork.language.service.definitions import (
    defined_in,
    definition_of,
    kind_by_spelling,
    kind_of,
    set_on_self,
)


class Member(NamedTuple):
    """An attribute and its kind, as in `Candidate`; whether the example itself defines it."""

    name: str
    kind: str
    is_own: bool = False


_RUNTIME_TYPES: dict[tuple[str, str], type] = {
    **{("builtins", name): kind for name, kind in vars(builtins).items() if isinstance(kind, type)},
    ("types", "FunctionType"): types.FunctionType,
    ("types", "GeneratorType"): types.GeneratorType,
    ("types", "ModuleType"): types.ModuleType,
    ("_io", "TextIOWrapper"): io.TextIOWrapper,
    ("_io", "_IOBase"): io.TextIOWrapper,
}
"""Types of the runtime that learners meet most, by the module and name that Jedi knows them by."""

_LIBRARIES = tuple(os.path.join(folder, "") for folder in sys.path if folder)  # noqa: PTH118 - with its slash
"""Where Python looks for modules, the example's folder not among them."""


class Members:
    """Finds attributes, and keeps those of libraries."""

    def __init__(self) -> None:
        self._known: dict[tuple[object, ...], tuple[Member, ...]] = {}

    def of(self, values: ValueSet) -> dict[str, Member]:
        """The attributes of all that an expression may be, by name."""
        found: dict[str, Member] = {}
        for value in values:
            for member in self._of_value(value):
                found.setdefault(member.name, member)
        return found

    def learn(self, values: ValueSet) -> None:
        """Find what all of these have, and their instances, so that it is known when wanted."""
        self.of(values)
        for value in values:
            if value.is_class():
                self._of_class(value, is_instance=True)

    def inherited(self, kind: Value) -> Iterator[Member]:
        """The attributes that a class of the example has from others."""
        for base in list(kind.py__mro__())[1:]:
            yield from self._of_class(base, is_instance=True)

    def _of_value(self, value: Value) -> Iterable[Member]:
        if value.is_module() or value.is_namespace():
            return self._of_module(value)
        if value.is_class():
            return [*self._of_class(value, is_instance=False), *_ON_CLASSES]
        return self._of_class(value.py__class__(), is_instance=True)

    def _of_module(self, module: Value) -> Iterable[Member]:
        if not module.is_namespace() and not is_own(module):
            return self._kept(module)
        modules = [Member(name, "module") for name in module.sub_modules_dict()]
        names = () if module.is_namespace() else defined_in(module.tree_node)
        return [*_members(names), *modules]

    def _of_class(self, kind: Value, *, is_instance: bool) -> Iterable[Member]:
        if not is_own(kind):
            return self._of_library_class(kind, is_instance=is_instance)
        found: list[Member] = []
        for base in kind.py__mro__():
            if not is_own(base):
                found += self._of_library_class(base, is_instance=is_instance)
                continue
            found += class_members(base.tree_node, is_instance=is_instance)
        metaclasses = kind.get_metaclasses()
        if metaclasses:
            filters = kind.get_metaclass_filters(metaclasses, is_instance)
            found += [_library_member(name) for one in filters for name in one.values()]
        return found

    def _of_library_class(self, kind: Value, *, is_instance: bool) -> tuple[Member, ...]:
        key = (kind.get_root_context().py__name__(), kind.py__name__())
        runtime = _RUNTIME_TYPES.get(key)
        if key == ("socket", "socket"):
            runtime = import_module("socket").socket  # Jedi mistakes its base for itself
        if runtime is None:
            return self._kept(kind, is_instance=is_instance)
        if key not in self._known:
            self._known[key] = tuple(_runtime_members(runtime))
        return self._known[key]

    def _kept(self, value: Value, **options: bool) -> tuple[Member, ...]:
        """The attributes by all of Jedi's rules; looked for again only if it has no name."""
        name = value.get_qualified_names()
        key = (value.get_root_context().py__name__(), name, *options.values())
        if name is None or key not in self._known:
            self._known[key] = tuple(_by_jedi(value, **options))
        return self._known[key]


def _by_jedi(value: Value, **options: bool) -> Iterator[Member]:
    names = (name for one in value.get_filters(**options) for name in one.values())
    yield from {name.string_name: _library_member(name) for name in names}.values()
    if options.get("is_instance"):
        yield from _set_by_methods(value)


def class_members(node: Class, *, is_instance: bool = True) -> list[Member]:
    """What a class of the example defines, and of its instances what its methods set on them."""
    names = [*defined_in(node), *(set_on_self(node) if is_instance else ())]
    return _members(names)


def _set_by_methods(kind: Value) -> Iterator[Member]:
    """The attributes that methods of a class, and of those it derives from, set on themselves."""
    for base in kind.py__mro__():
        if base.tree_node is not None and not base.is_stub():
            for name in set_on_self(base.tree_node):
                yield Member(name.value, "property")


def is_own(value: Value) -> bool:
    """Whether the example defines it: in a file of its own, or by a call, as named tuples are."""
    if value.tree_node is None or value.is_stub():
        return False
    file = value.get_root_context().py__file__()
    return file is None or not os.fspath(file).startswith(_LIBRARIES)


def _members(names: Iterable[Name]) -> list[Member]:
    return [Member(name.value, kind_of(name), is_own=True) for name in names]


def _runtime_members(kind: type) -> Iterator[Member]:
    for name in dir(kind):
        attribute = getattr(kind, name, None)
        is_method = callable(attribute) and not isinstance(attribute, type)
        yield Member(name, "method" if is_method else "property")


def _library_member(name: AbstractNameDefinition) -> Member:
    """By what Jedi knows without looking further."""
    tree_name = name.tree_name
    if tree_name is not None and definition_of(tree_name) is not None:
        kind = kind_of(tree_name)
        is_attribute = kind == "variable" and name.parent_context.is_class()
        return Member(name.string_name, "property" if is_attribute else kind)
    kinds = {"module": "module", "class": "class", "function": "function", "property": "property"}
    return Member(name.string_name, kinds.get(name.api_type, kind_by_spelling(name.string_name)))


_ON_CLASSES = tuple(_runtime_members(type))
"""What every class has besides what its instances have."""

MEMBERS = Members()
"""What this worker knows of libraries."""
