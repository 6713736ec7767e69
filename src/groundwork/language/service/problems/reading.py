"""Reads a program as Python does, up to the first mistake."""

from __future__ import annotations

import ast
import warnings
from typing import NamedTuple

from groundwork.language.service.problems.program import Program
from groundwork.language.service.problems.tokens import CLOSING, OPENING, SIGN

NULL, TOO_DEEP = "null character", "nested too deeply"
"""What our mistakes say where Python has no place for its own."""


class Mistake(NamedTuple):
    """Where Python stops reading, and what it says."""

    start: int
    end: int
    message: str


class Warned(NamedTuple):
    """What Python warns of, and on which line."""

    message: str
    line: int


class Attempt(NamedTuple):
    """What became of reading a program: its tree, or the mistake at which it ended."""

    program: Program
    tree: ast.Module | None
    mistake: Mistake | None
    warned: tuple[Warned, ...] = ()


def read_once(program: Program) -> Attempt:
    """The tree of the program, or the first mistake in it."""
    if "\0" in program.text:
        place = program.text.index("\0")
        return Attempt(program, None, Mistake(place, place + 1, NULL))
    try:
        with warnings.catch_warnings(record=True) as caught:
            warnings.simplefilter("always")
            tree = ast.parse(program.text)
        return Attempt(program, tree, None, _warned(caught))
    except SyntaxError as error:
        return Attempt(program, None, mistake_of(program, error))
    except (RecursionError, MemoryError):
        place = _deepest(program)
        return Attempt(program, None, Mistake(place, place + 1, TOO_DEEP))


def translate(program: Program, tree: ast.Module) -> Attempt:
    """What Python says of a program that can be read, once it translates it."""
    try:
        with warnings.catch_warnings(record=True) as caught:
            warnings.simplefilter("always")
            compile(tree, "", "exec", dont_inherit=True)
    except SyntaxError as error:
        return Attempt(program, tree, mistake_of(program, error), _warned(caught))
    return Attempt(program, tree, None, _warned(caught))


def _warned(caught: list[warnings.WarningMessage]) -> tuple[Warned, ...]:
    return tuple(Warned(str(one.message), one.lineno) for one in caught if one.lineno)


def mistake_of(program: Program, error: SyntaxError) -> Mistake:
    """The mistake with offsets in the program, whatever places the error names."""
    line = min(max(1, error.lineno or 1), len(program.starts))
    start = program.offset(line, (error.offset or 1) - 1)
    end_line, end_column = error.end_lineno or line, error.end_offset or 0
    end = program.offset(end_line, end_column - 1) if end_line >= line and end_column > 0 else start
    return Mistake(start, max(start, end), error.msg)


def _deepest(program: Program) -> int:
    """The offset of the bracket that lies in most others; the start where there are none."""
    depth, deepest, place = 0, 0, 0
    for token in program.tokens:
        if token.kind == SIGN and token.text in OPENING:
            depth += 1
            if depth > deepest:
                deepest, place = depth, token.start
        elif token.kind == SIGN and token.text in CLOSING:
            depth = max(0, depth - 1)
    return place
