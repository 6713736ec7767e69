"""Constructs found on the syntax tree."""

from __future__ import annotations

import ast

import pytest

from groundwork.checking.structure import lines_of
from groundwork.packs.constructs import CONSTRUCTS

SAMPLES = {
    "assert": "assert x",
    "async function": "async def f(): pass",
    "await": "async def f():\n    await g()",
    "break": "while x: break",
    "class": "class A: pass",
    "comprehension": "[n for n in x]",
    "conditional expression": "1 if x else 2",
    "continue": "for n in x: continue",
    "decorator": "@d\ndef f(): pass",
    "dict": "{1: 2}",
    "dict comprehension": "{n: n for n in x}",
    "else on loop": "for n in x: pass\nelse: y",
    "f-string": "f'{x}'",
    "for": "for n in x: pass",
    "function": "def f(): pass",
    "generator expression": "sum(n for n in x)",
    "global": "def f():\n    global x",
    "if": "if x: pass",
    "import": "from a import b",
    "lambda": "lambda: 1",
    "list": "[1]",
    "list comprehension": "[n for n in x]",
    "loop": "while x: pass",
    "match": "match x:\n    case _: pass",
    "raise": "raise x",
    "return": "def f(): return 1",
    "set": "{1}",
    "set comprehension": "{n for n in x}",
    "slice": "x[1:]",
    "starred": "f(*x)",
    "try": "try: x\nexcept A: y",
    "tuple": "x = 1, 2",
    "while": "while x: pass",
    "with": "with x: pass",
    "yield": "def f(): yield 1",
}


@pytest.mark.parametrize("construct", CONSTRUCTS)
def test_every_construct_that_authors_may_name_is_found(construct: str) -> None:
    assert len(lines_of(ast.parse(SAMPLES[construct]), construct)) == 1
    assert lines_of(ast.parse("x = y"), construct) == ()


@pytest.mark.parametrize(
    ("construct", "source", "lines"),
    [
        ("call sorted", "sorted(x)\ny = sorted", (1, 2)),
        ("call sorted", "def sorted(x): pass\nsorted(1)\ny = sorted", (2,)),
        ("call sum", "sum = 0\nsum += 1\nprint(sum)", ()),
        ("call json.loads", "json.loads(x)\nloads(y)", (1,)),
        ("method append", "x.append(1)\nadd = y.append\nappend(2)", (1, 2)),
        ("import json", "import json.decoder\nfrom json import loads\nimport jsonx", (1, 2)),
        ("name total", "total = 1\nprint(total)\ndef f(total): pass\nx.total", (1, 2, 3)),
        ("list", "[a, b] = c", ()),
        ("tuple", "for a, b in c: d = a, b", (1,)),
        ("f-string", "f'{x:.2f} {y:{z}}'", (1,)),
        ("if", "if a: pass\nelif b: pass", (1, 2)),
        ("loop", "for a in b:\n    while c: pass", (1, 2)),
        ("decorator", "@a\n@b\nclass C: pass", (1, 2)),
    ],
)
def test_constructs_are_found_with_their_lines(
    construct: str, source: str, lines: tuple[int, ...]
) -> None:
    assert lines_of(ast.parse(source), construct) == lines


@pytest.mark.parametrize("construct", ["lop", "call", "call ", "uses loop"])
def test_an_unknown_construct_is_refused(construct: str) -> None:
    with pytest.raises(ValueError, match="no construct"):
        lines_of(ast.parse(""), construct)
