"""Where constructs stand in a program, found on its syntax tree.

`groundwork.packs.constructs` has the words for them.
"""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterator

_NODES: dict[str, tuple[type[ast.AST], ...]] = {
    "assert": (ast.Assert,),
    "async function": (ast.AsyncFunctionDef,),
    "await": (ast.Await,),
    "break": (ast.Break,),
    "class": (ast.ClassDef,),
    "comprehension": (ast.ListComp, ast.SetComp, ast.DictComp, ast.GeneratorExp),
    "conditional expression": (ast.IfExp,),
    "continue": (ast.Continue,),
    "dict": (ast.Dict,),
    "dict comprehension": (ast.DictComp,),
    "for": (ast.For, ast.AsyncFor),
    "function": (ast.FunctionDef, ast.AsyncFunctionDef),
    "generator expression": (ast.GeneratorExp,),
    "global": (ast.Global,),
    "if": (ast.If,),
    "import": (ast.Import, ast.ImportFrom),
    "lambda": (ast.Lambda,),
    "list comprehension": (ast.ListComp,),
    "loop": (ast.For, ast.AsyncFor, ast.While),
    "match": (ast.Match,),
    "raise": (ast.Raise,),
    "return": (ast.Return,),
    "set": (ast.Set,),
    "set comprehension": (ast.SetComp,),
    "slice": (ast.Slice,),
    "starred": (ast.Starred,),
    "try": (ast.Try, ast.TryStar),
    "while": (ast.While,),
    "with": (ast.With, ast.AsyncWith),
    "yield": (ast.Yield, ast.YieldFrom),
}


def lines_of(tree: ast.Module, construct: str) -> tuple[int, ...]:
    """The line of each place where the construct stands, in order.

    Raises:
        ValueError: there is no such construct.
    """
    nodes: Iterator[ast.AST]
    if construct in _NODES:
        nodes = (node for node in ast.walk(tree) if isinstance(node, _NODES[construct]))
    elif construct in _SPECIAL:
        nodes = _SPECIAL[construct](tree)
    else:
        kind, _, name = construct.partition(" ")
        if kind not in _NAMED or not name:
            raise ValueError(f"there is no construct called “{construct}”")
        nodes = _NAMED[kind](tree, name)
    return tuple(sorted(getattr(node, "lineno", 0) for node in nodes))


def _displays(kind: type[ast.List | ast.Tuple]) -> Callable[[ast.Module], Iterator[ast.AST]]:
    """Lists or tuples that are made, not those that are unpacked into."""

    def found(tree: ast.Module) -> Iterator[ast.AST]:
        for node in ast.walk(tree):
            if isinstance(node, kind) and isinstance(node.ctx, ast.Load):
                yield node

    return found


def _f_strings(tree: ast.Module) -> Iterator[ast.AST]:
    """Without the formats in them, such as the `.2f` of `{price:.2f}`."""
    formats = {
        id(node.format_spec) for node in ast.walk(tree) if isinstance(node, ast.FormattedValue)
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.JoinedStr) and id(node) not in formats:
            yield node


def _decorators(tree: ast.Module) -> Iterator[ast.AST]:
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
            yield from node.decorator_list


def _loops_with_else(tree: ast.Module) -> Iterator[ast.AST]:
    for node in ast.walk(tree):
        if isinstance(node, ast.For | ast.AsyncFor | ast.While) and node.orelse:
            yield node


_SPECIAL: dict[str, Callable[[ast.Module], Iterator[ast.AST]]] = {
    "decorator": _decorators,
    "else on loop": _loops_with_else,
    "f-string": _f_strings,
    "list": _displays(ast.List),
    "tuple": _displays(ast.Tuple),
}


def _calls(tree: ast.Module, name: str) -> Iterator[ast.AST]:
    """Where it is called, or handed on for somebody else to call: `map(sorted, rows)`.

    A name that the program gives to something of its own, such as `sum = 0`, is only looked for in
    calls.
    """
    is_own = any(_binds(node, name) for node in ast.walk(tree))
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and _dotted(node.func) == name:
            if is_own:
                yield node
        elif not is_own and isinstance(node, ast.expr) and _dotted(node) == name:
            yield node


def _methods(tree: ast.Module, name: str) -> Iterator[ast.AST]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute) and node.attr == name:
            yield node


def _imports(tree: ast.Module, name: str) -> Iterator[ast.AST]:
    for node in ast.walk(tree):
        names = []
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            names = [node.module or ""]
        if any(one == name or one.startswith(f"{name}.") for one in names):
            yield node


def _names(tree: ast.Module, name: str) -> Iterator[ast.AST]:
    for node in ast.walk(tree):
        if _binds(node, name) or (isinstance(node, ast.expr) and _dotted(node) == name):
            yield node


_NAMED: dict[str, Callable[[ast.Module, str], Iterator[ast.AST]]] = {
    "call": _calls,
    "method": _methods,
    "import": _imports,
    "name": _names,
}


def _binds(node: ast.AST, name: str) -> bool:
    """Whether the program gives that name to something of its own there."""
    match node:
        case ast.Name(id=found, ctx=ast.Store()) | ast.arg(arg=found):
            return found == name
        case ast.FunctionDef() | ast.AsyncFunctionDef() | ast.ClassDef():
            return node.name == name
    return False


def _dotted(node: ast.AST) -> str:
    """The name, with dots or without, that is looked up there; empty where it is no such thing."""
    match node:
        case ast.Name(id=name, ctx=ast.Load()):
            return name
        case ast.Attribute(value=value, attr=name):
            before = _dotted(value)
            return f"{before}.{name}" if before else ""
    return ""
