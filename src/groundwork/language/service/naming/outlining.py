"""What a file defines, as a list; of broken code too."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

import parso
from parso.python.tree import Class, ExprStmt, Function, Lambda, Name, PythonLeaf
from parso.tree import BaseNode, NodeOrLeaf

from groundwork.language.protocol import Answer, Outline, Symbol, Symbols
from groundwork.language.service.scripts import Scripts

_MOST = 5_000
_PROPERTIES = ("property", "cached_property")


def answer(scripts: Scripts, question: Outline) -> Answer:
    """Classes, functions, methods, and the variables of the module and of classes."""
    del scripts  # what is written is enough
    module = parso.parse(question.source.text)
    return Symbols(tuple(islice(_symbols(module, None, 0), _MOST)))


def _symbols(
    block: BaseNode, owner: Class | Function | None, depth: int, known: set[str] | None = None
) -> Iterator[Symbol]:
    """What a block defines; `known` are the variables of the same owner that came before."""
    known = set() if known is None else known
    for node in block.children:
        if isinstance(node, Lambda):
            continue
        if isinstance(node, (Class, Function)):
            yield Symbol(node.name.value, _kind(node, owner), *_place(node.name), depth)
            yield from _symbols(node, node, depth + 1)
        elif isinstance(node, ExprStmt):
            if not isinstance(owner, Function):
                yield from _variables(node, depth, known)
        elif isinstance(node, BaseNode):
            yield from _unfinished(node, owner, depth)
            yield from _symbols(node, owner, depth, known)


def _unfinished(node: BaseNode, owner: Class | Function | None, depth: int) -> Iterator[Symbol]:
    """A class or function of which not more than its name is there yet."""
    begin = [leaf for leaf in node.children[:2] if isinstance(leaf, PythonLeaf)]
    if node.type == "error_node" and len(begin) > 1 and isinstance(begin[1], Name):
        kinds = {"class": "class", "def": "method" if isinstance(owner, Class) else "function"}
        if begin[0].value in kinds:
            yield Symbol(begin[1].value, kinds[begin[0].value], *_place(begin[1]), depth)


def _variables(statement: ExprStmt, depth: int, known: set[str]) -> Iterator[Symbol]:
    names = (one for one in statement.get_defined_names() if isinstance(one, Name))
    for name in names:  # where the code is broken, other things are among them
        if name.value not in known and name.parent.type != "trailer":
            known.add(name.value)
            yield Symbol(name.value, "variable", *_place(name), depth)


def _kind(node: Class | Function, owner: NodeOrLeaf | None) -> str:
    if isinstance(node, Class):
        return "class"
    if not isinstance(owner, Class):
        return "function"
    return "property" if _is_property(node) else "method"


def _is_property(node: Function) -> bool:
    return any(one.get_code().strip(" @\n").endswith(_PROPERTIES) for one in node.get_decorators())


def _place(name: Name) -> tuple[int, int]:
    line, column = name.start_pos
    return line, column
