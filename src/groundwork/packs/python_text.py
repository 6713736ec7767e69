"""Python in packs, looked at without running it."""

from __future__ import annotations

import ast
import warnings
from typing import Literal

_LONGEST = 200_000
_UNREADABLE = (SyntaxError, ValueError, RecursionError, MemoryError)


def tree_of(source: str) -> ast.Module | None:
    """The syntax tree of a program; None where it has none."""
    try:
        tree = _parsed(source, "exec")
    except _UNREADABLE:
        return None
    return tree if isinstance(tree, ast.Module) else None


def syntax_fault(source: str, mode: Literal["exec", "eval"]) -> str:
    """What is wrong with a program or an expression, as the end of a sentence, or empty."""
    try:
        _parsed(source, mode)
    except SyntaxError as error:
        return error.msg.rstrip(".")
    except _UNREADABLE:
        return "it cannot be read"
    return ""


def fault_line(source: str) -> int:
    """The line, from 1, in which a program first breaks the rules of Python, or 0."""
    try:
        _parsed(source, "exec")
    except SyntaxError as error:
        return error.lineno or 1
    except _UNREADABLE:
        return 1
    return 0


def value_fault(source: str) -> str:
    """Why `source` is not a value written out, as the end of a sentence; empty where it is."""
    try:
        ast.literal_eval(_parsed(source, "eval"))
    except SyntaxError:
        return "cannot be read"
    except (*_UNREADABLE, TypeError):
        return "has to be worked out first"
    return ""


def _parsed(source: str, mode: Literal["exec", "eval"]) -> ast.Module | ast.Expression:
    """The syntax tree.

    Raises:
        SyntaxError: it breaks the rules of Python.
        ValueError, RecursionError, MemoryError: it is too long, or nested too deeply.
    """
    if len(source) > _LONGEST:
        raise ValueError
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", SyntaxWarning)  # what is odd is not yet wrong
        warnings.simplefilter("ignore", DeprecationWarning)
        if mode == "eval":
            return ast.parse(source.strip(), mode="eval")
        return ast.parse(source)
