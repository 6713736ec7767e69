"""Whether the lines of a program have a second right order, besides the author's.

Two ways of finding one: other orders are run, and one that prints the same is right too; and two
lines that know nothing of each other may change places. Neither proves that there is none.
"""

from __future__ import annotations

import ast
import json
from collections.abc import Iterator, Sequence
from itertools import islice, pairwise, permutations

from groundwork.authoring.example_run import run_example
from groundwork.authoring.jobs import Asks
from groundwork.authoring.surroundings import SEEDS, variables
from groundwork.packs.model import Example, SourceFile
from groundwork.packs.python_text import tree_of

_MOST_PERMUTED = 6
"""Lines of which every order is tried; of more, those in which one line has moved."""

_MOST_ORDERS = 1000
_TRYING_OUT = '''\
import contextlib, io, json, sys


class EndlessError(BaseException):
    """The program goes round and round."""


def printed(source):
    steps = 0

    def count(frame, event, argument):
        nonlocal steps
        steps += 1
        if steps > 5_000:
            raise EndlessError
        return count

    output = io.StringIO()
    try:
        code = compile(source, "main.py", "exec")
        with contextlib.redirect_stdout(output), contextlib.redirect_stderr(io.StringIO()):
            sys.settrace(count)
            try:
                exec(code, {"__name__": "__main__"})
            finally:
                sys.settrace(None)
    except BaseException as error:
        return None
    return output.getvalue()


wanted, *others = json.loads(input())
meant = printed(wanted)
same = [number for number, other in enumerate(others) if meant and printed(other) == meant]
print("\\n" + json.dumps(same[:1]))
'''
_SIMPLE = (ast.Assign, ast.AnnAssign, ast.AugAssign, ast.Import, ast.ImportFrom)
_REACHING = (ast.Call, ast.Attribute, ast.Subscript, ast.Await, ast.Yield, ast.YieldFrom)


def second_order(lines: Sequence[str], is_cancelled: Asks) -> tuple[str, ...]:
    """Another order of the lines that is right too; empty where none was found."""
    swapped = _swapped(lines)
    return swapped or _found_by_running(lines, is_cancelled)


def _swapped(lines: Sequence[str]) -> tuple[str, ...]:
    """The lines with two of them swapped that know nothing of each other; empty for none."""
    tree = tree_of("\n".join(lines))
    if tree is None:
        return ()
    for node in ast.walk(tree):
        for body in (getattr(node, "body", None), getattr(node, "orelse", None)):
            for one, other in pairwise(body if isinstance(body, list) else ()):
                if _are_strangers(one, other):
                    first = one.lineno - 1
                    swapped = (lines[first + 1], lines[first])
                    return (*lines[:first], *swapped, *lines[first + 2 :])
    return ()


def _are_strangers(one: ast.stmt, other: ast.stmt) -> bool:
    both = (one, other)
    if not all(isinstance(node, _SIMPLE) and node.lineno == node.end_lineno for node in both):
        return False
    if other.lineno != one.lineno + 1:
        return False  # on one line, or not next to each other
    if any(isinstance(inner, _REACHING) for node in both for inner in ast.walk(node)):
        return False
    (made, known), (other_made, other_known) = map(_names, both)
    return made.isdisjoint(other_known) and other_made.isdisjoint(known)


def _names(statement: ast.stmt) -> tuple[set[str], set[str]]:
    """The names that a statement binds, and those that it binds or asks for."""
    made, known = set(), set()
    for node in ast.walk(statement):
        if isinstance(node, ast.Name):
            known.add(node.id)
            if isinstance(node.ctx, ast.Store):
                made.add(node.id)
        elif isinstance(node, ast.alias):
            made.add((node.asname or node.name).partition(".")[0])
    return made, known | made


def _found_by_running(lines: Sequence[str], is_cancelled: Asks) -> tuple[str, ...]:
    orders = [tuple(lines), *islice(_other_orders(tuple(lines)), _MOST_ORDERS)]
    question = json.dumps(["\n".join(order) for order in orders]) + "\n"
    program = (SourceFile("main.py", _TRYING_OUT),)
    trial = Example("", "", program, "main.py", typed_input=question)
    result = run_example(trial, variables=variables(SEEDS[0]), is_cancelled=is_cancelled)
    last = result.stdout.rstrip().rpartition("\n")[2]
    if not result.outcome.is_success or not last:
        return ()  # the lines themselves may have ended the trial
    same = json.loads(last)
    return orders[same[0] + 1] if same else ()


def _other_orders(lines: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """Different orders of the lines, each once; two equal lines make none."""
    seen = {lines}
    for order in permutations(lines) if len(lines) <= _MOST_PERMUTED else _with_one_moved(lines):
        if order not in seen:
            seen.add(order)
            yield order


def _with_one_moved(lines: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    for old in range(len(lines)):
        rest = lines[:old] + lines[old + 1 :]
        for new in range(len(lines)):
            yield (*rest[:new], lines[old], *rest[new:])
