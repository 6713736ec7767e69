"""What of a program has names of its own, and whose variable a name in it is."""

from __future__ import annotations

import ast
from enum import Enum
from typing import NamedTuple


class Kind(Enum):
    """What has names of its own."""

    MODULE = "module"
    CLASS = "class"
    FUNCTION = "function"
    COMPREHENSION = "comprehension"
    TYPE_PARAMETERS = "type parameters"


class Scope:
    """A part of a program with names of its own; `number` tells it from others of the file."""

    def __init__(self, kind: Kind, parent: Scope | None, number: int) -> None:
        self.kind = kind
        self.parent = parent
        self.number = number
        self.bound: set[str] = set()
        self.parameters: set[str] = set()
        self.of_module: set[str] = set()
        self.of_outside: set[str] = set()
        self.receiver = ""
        """The parameter of a method that stands for the object or the class; empty elsewhere."""

    @property
    def module(self) -> Scope:
        """The scope of the whole file."""
        scope = self
        while scope.parent is not None:
            scope = scope.parent
        return scope

    def owner_of(self, name: str) -> Scope:
        """The scope whose variable the name is here; the module's for a name bound nowhere.

        As Python's reference says it in "Resolution of names".
        """
        scope: Scope = self
        while True:
            is_seen = scope is self or scope.kind is not Kind.CLASS
            is_seen = is_seen or (self.kind is Kind.TYPE_PARAMETERS and scope is self.parent)
            if is_seen and name in scope.of_module:
                return self.module
            if is_seen and name in scope.bound and name not in scope.of_outside:
                return scope
            if scope.parent is None:
                return scope
            scope = scope.parent


class Role(Enum):
    """How a name is written."""

    VARIABLE = "variable"
    ATTRIBUTE = "attribute"
    KEYWORD = "keyword"
    IMPORTED = "imported"


class Module(NamedTuple):
    """The module that an import names; `level` counts the dots before the name."""

    name: str
    level: int = 0


class Occurrence(NamedTuple):
    """A name at a place of a file; `scope` is where it is written.

    `receiver` is what an attribute is looked up on, `module` where an imported name comes from, or
    what module a variable is bound to.
    """

    name: str
    line: int
    column: int
    scope: Scope
    role: Role
    is_binding: bool = False
    receiver: ast.expr | None = None
    module: Module | None = None

    @property
    def place(self) -> tuple[int, int]:
        """Line and column."""
        return self.line, self.column


class Class(NamedTuple):
    """A class of a file: its scope, where it is defined, and what it inherits from."""

    name: str
    scope: Scope
    outer: Scope
    bases: list[ast.expr]
