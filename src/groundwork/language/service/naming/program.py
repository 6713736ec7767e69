"""Joins the names of all files of an example that mean the same."""

from __future__ import annotations

import ast
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from pathlib import Path, PurePosixPath
from typing import NamedTuple

from groundwork.language.protocol import Source
from groundwork.language.service.naming.parsing import parsed, parsed_in_part
from groundwork.language.service.naming.reading import Reader
from groundwork.language.service.naming.scopes import Class, Kind, Module, Occurrence, Role, Scope
from groundwork.language.service.naming.text import Text

Key = tuple[object, ...]
"""What a name means, as it is known: a variable of a scope, a place, a name of a library."""


class File:
    """A file of the program."""

    def __init__(self, source: Source) -> None:
        self.source = source
        self.name = source.name
        self.text = Text(source.text)
        whole = parsed(self.text)
        self.is_whole = whole is not None
        self.tree = whole or parsed_in_part(self.text) or ast.Module([], [])
        try:
            self.reader = Reader(self.tree, self.text)
        except RecursionError:  # it is nested deeper than anybody writes
            self.is_whole, self.tree = False, ast.Module([], [])
            self.reader = Reader(self.tree, self.text)
        self.named: dict[str, list[Occurrence]] = defaultdict(list)
        for occurrence in self.reader.occurrences:
            self.named[occurrence.name].append(occurrence)

    @cached_property
    def has_star_import(self) -> bool:
        """Whether it takes over all names of some module."""
        imports = (node for node in ast.walk(self.tree) if isinstance(node, ast.ImportFrom))
        return any(alias.name == "*" for node in imports for alias in node.names)

    @cached_property
    def listed(self) -> frozenset[str]:
        """The texts in what it gives to `__all__`."""
        found: set[str] = set()
        for node in ast.walk(self.tree):
            if isinstance(node, ast.Assign | ast.AugAssign | ast.AnnAssign) and node.value:
                targets = node.targets if isinstance(node, ast.Assign) else [node.target]
                if any(isinstance(one, ast.Name) and one.id == "__all__" for one in targets):
                    texts = (one for one in ast.walk(node.value) if isinstance(one, ast.Constant))
                    found.update(one.value for one in texts if isinstance(one.value, str))
        return frozenset(found)

    def at(self, line: int, column: int) -> list[Occurrence]:
        """The names that touch that place."""
        return [
            one
            for one in self.reader.occurrences
            if one.line == line and one.column <= column <= one.column + len(one.name)
        ]


class Found(NamedTuple):
    """A name at a place in a file of the program."""

    file: File
    occurrence: Occurrence


class Program:
    """The files of an example, and what can be told of their names without running anything."""

    def __init__(self, sources: Sequence[Source]) -> None:
        self.files = [File(source) for source in sources]
        self._by_name = {file.name: file for file in self.files}

    def named(self, name: str) -> Iterator[Found]:
        """Every place with that name."""
        for file in self.files:
            for occurrence in file.named.get(name, ()):
                yield Found(file, occurrence)

    def file(self, name: str) -> File | None:
        """The file of that name."""
        return self._by_name.get(name)

    def file_of(self, module: Module, importer: File) -> File | None:
        """The file of the example that an import in `importer` finds."""
        folder = PurePosixPath()
        if module.level:
            folder = PurePosixPath(importer.name)
            for _ in range(module.level):
                folder = folder.parent
        path = folder.joinpath(*module.name.split(".")) if module.name else folder
        return self.file(f"{path}.py") or self.file((path / "__init__.py").as_posix())

    def keys(self, found: Found) -> list[Key]:
        """What the name means, as far as its file and its imports show it."""
        file, one = found
        if one.role is Role.VARIABLE:
            return self._variable_keys(file, one)
        if one.role is Role.IMPORTED and one.module is not None:
            origin = self.file_of(one.module, file)
            if origin is not None:
                return [variable_key(origin.reader.module, one.name)]
            return [("library", one.module.level, one.module.name, one.name)]
        if one.role is Role.ATTRIBUTE and one.receiver is not None:
            return [
                variable_key(scope, one.name)
                for scope in self._receivers(file, one.receiver, one.scope)
            ]
        return []

    def _variable_keys(self, file: File, one: Occurrence) -> list[Key]:
        owner = one.scope.owner_of(one.name)
        if one.name in owner.bound:
            return [variable_key(owner, one.name)]
        return [] if file.has_star_import else [("free", one.name)]

    def _receivers(self, file: File, receiver: ast.expr, scope: Scope) -> Iterator[Scope]:
        """The scope that an attribute of `receiver` is looked up in, where that is certain."""
        if isinstance(receiver, ast.Call):  # an object of a class that is made there
            found = self._class_named(file, receiver.func, scope)
        else:
            found = self._class_named(file, receiver, scope)
            yield from self._module_named(file, receiver, scope)
            yield from _class_around(file, receiver, scope)
        if found is not None:
            yield found[1].scope

    def _class_named(
        self, file: File, node: ast.expr, scope: Scope, passed: tuple[File, ...] = ()
    ) -> tuple[File, Class] | None:
        """The class that a name stands for, if it never stands for anything else.

        `passed` are the files that an import of it has led through already.
        """
        if not isinstance(node, ast.Name) or file in passed:
            return None
        owner = scope.owner_of(node.id)
        bindings = _bindings(file, owner, node.id)
        if len(bindings) != 1:
            return None
        classes = (one for one in file.reader.classes if one.outer is owner and one.name == node.id)
        found = next(classes, None)
        if found is not None:
            return file, found
        return self._class_imported(file, bindings[0], (*passed, file))

    def _class_imported(
        self, file: File, binding: Occurrence, passed: tuple[File, ...]
    ) -> tuple[File, Class] | None:
        for one in file.named[binding.name]:
            if one.role is Role.IMPORTED and one.place == binding.place and one.module is not None:
                origin = self.file_of(one.module, file)
                if origin is not None:
                    name = ast.Name(binding.name)
                    return self._class_named(origin, name, origin.reader.module, passed)
        return None

    def _module_named(self, file: File, node: ast.expr, scope: Scope) -> Iterator[Scope]:
        if isinstance(node, ast.Name):
            bindings = _bindings(file, scope.owner_of(node.id), node.id)
            if len(bindings) == 1 and bindings[0].module is not None:
                origin = self.file_of(bindings[0].module, file)
                if origin is not None:
                    yield origin.reader.module

    def families(self, name: str) -> Iterator[tuple[Key, Key]]:
        """Pairs of classes, one of them inheriting from the other, that both speak of the name."""
        speaking = {key for found in self.named(name) for key in self.keys(found)}
        for file in self.files:
            for each in file.reader.classes:
                own = variable_key(each.scope, name)
                if own in speaking:
                    for _, base in self._ancestors(file, each, set()):
                        other = variable_key(base.scope, name)
                        if other in speaking:
                            yield own, other

    def _ancestors(self, file: File, one: Class, seen: set[int]) -> Iterator[tuple[File, Class]]:
        for node in one.bases:
            found = self._class_named(file, node, one.scope.parent or one.outer)
            if found is not None and id(found[1].scope) not in seen:
                seen.add(id(found[1].scope))
                yield found
                yield from self._ancestors(*found, seen)


def variable_key(scope: Scope, name: str) -> Key:
    """What a variable of a scope means, or an attribute of a class or module."""
    return ("variable", scope, name)


def place_key(file: str, line: int, column: int) -> Key:
    """What stands at a place, where nothing else is known of it."""
    return ("place", file, line, column)


def _bindings(file: File, owner: Scope, name: str) -> list[Occurrence]:
    return [
        one
        for one in file.named.get(name, ())
        if one.role is Role.VARIABLE and one.is_binding and one.scope.owner_of(name) is owner
    ]


def _class_around(file: File, receiver: ast.expr, scope: Scope) -> Iterator[Scope]:
    """The class of the method around, where `receiver` is its `self` or `cls`."""
    if not isinstance(receiver, ast.Name):
        return
    method = scope.owner_of(receiver.id)
    is_receiver = method.receiver == receiver.id and len(_bindings(file, method, receiver.id)) == 1
    around = method.parent
    while is_receiver and around is not None:
        if around.kind is Kind.CLASS:
            yield around
            return
        around = around.parent


def inside(path: Path | None, folder: str) -> str:
    """The name in the example of a file with that path; empty for one that lies elsewhere."""
    if path is None or not path.is_relative_to(folder):
        return ""
    return path.relative_to(folder).as_posix()


def joined(pairs: Iterable[tuple[Key, Key]]) -> dict[Key, Key]:
    """For each key one that stands for all that mean the same."""
    leaders: dict[Key, Key] = {}

    def leader(key: Key) -> Key:
        while leaders.setdefault(key, key) != key:
            key = leaders[key]
        return key

    for one, other in pairs:
        leaders[leader(one)] = leader(other)
    return {key: leader(key) for key in leaders}
