"""What belongs to which scope is told as Python's own compiler tells it."""

from __future__ import annotations

import re
import symtable
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.unit.language.oracle import Oracle

from groundwork.language.protocol import Bind, Define, FindUses, Outline, Refused, Rename, Source
from groundwork.language.service.naming.program import File
from groundwork.language.service.naming.scopes import Kind, Role, Scope

from .programs import Author

LESSONS = Path(__file__).parents[4] / "lessons"
FENCED = re.compile(r"^```python example[^\n]*\n(.*?)^```", re.MULTILINE | re.DOTALL)
PIECES = (
    "def f(a, *b):\n", "class C(B):\n", "    ", "\t", "a = b\n", "self.a = 1\n", "pass\n",
    "for a in b:\n", "import a.b as c\n", "from a import (b, c as d)\n", "try:\n", "# a\n",
    "except E as e:\n", "f'{a!r:>{b}}'", "'''", "(", "[", "{", ")", "]", "lambda a: b", "=",
    "\\\n", "\n", "中é😀", "\r", "\x00", "\x0c", "global a\n", "nonlocal b\n", "a := b",
    "match a:\n", "case C(a=b, **c):\n",
)  # fmt: skip


def programs() -> Iterator[str]:
    """All programs of the lessons, and some by chance."""
    for page in sorted(LESSONS.rglob("*.md")):
        yield from FENCED.findall(page.read_text(encoding="utf-8"))
    for seed in range(40):
        yield from Author(seed).files().values()


def compiled(text: str) -> symtable.SymbolTable | None:
    try:
        return symtable.symtable(text, "main.py", "exec")
    except SyntaxError:
        return None


def tables(table: symtable.SymbolTable) -> Iterator[symtable.SymbolTable]:
    yield table
    for child in table.get_children():
        yield from tables(child)


def own_names(table: symtable.SymbolTable) -> frozenset[str]:
    """What is bound in a scope of the compiler's; a parameter without a name has a dot in it."""
    local = (one.get_name() for one in table.get_symbols() if one.is_local())
    return frozenset(name for name in local if "." not in name)


def scopes_of(file: File) -> set[Scope]:
    found = {one.scope for one in file.reader.occurrences}
    return found | {each.scope for each in file.reader.classes} | {file.reader.module}


def unclear_names(scopes: set[Scope]) -> frozenset[str]:
    """Names that are some function's by `global`, or that of a comprehension.

    What is bound in a comprehension is told as its surroundings' since Python 3.12.
    """
    inside = (scope.bound for scope in scopes if scope.kind is Kind.COMPREHENSION)
    return frozenset().union(*(scope.of_module for scope in scopes), *inside)


def test_scopes_hold_the_names_that_the_compiler_finds_in_them() -> None:
    compared = 0
    for text in programs():
        top = compiled(text)
        if top is None:
            continue
        file = File(Source("/", "main.py", text))
        assert file.is_whole
        assert file.reader.is_exact
        scopes = scopes_of(file)
        left_out = unclear_names(scopes)
        theirs = Counter(
            own_names(table) - left_out
            for table in tables(top)
            if table.get_name() not in {"listcomp", "setcomp", "dictcomp", "genexpr"}
        )
        ours = Counter(
            frozenset(scope.bound - left_out - scope.of_outside)
            for scope in scopes
            if scope.kind is not Kind.COMPREHENSION
        )
        del theirs[frozenset()], ours[frozenset()]
        assert ours == theirs, text
        compared += 1
    assert compared > 100


@given(st.lists(st.sampled_from(PIECES), max_size=30).map("".join))
def test_every_name_stands_where_it_is_said_to(text: str) -> None:
    file = File(Source("/", "main.py", text))
    for one in file.reader.occurrences:
        assert file.text.stands_at(one.name, one.line, one.column)
        if one.role is Role.VARIABLE and one.is_binding:
            assert one.name in one.scope.owner_of(one.name).bound


@pytest.mark.parametrize(
    "text", ["(" * 5_000, "x." * 3_000 + "y", "x." * 700 + "y", "-" * 20_000 + "1", "\x00"]
)
def test_what_is_too_deep_is_left_alone(text: str) -> None:
    File(Source("/", "main.py", text))


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.lists(st.sampled_from(PIECES), max_size=20).map("".join), st.integers(0, 200))
def test_questions_about_anything_have_an_answer(oracle: Oracle, text: str, place: int) -> None:
    before = text[:place].replace("\r\n", "\n").replace("\r", "\n")
    line, column = before.count("\n") + 1, len(before) - before.rfind("\n") - 1
    source = oracle.source(text)
    others = (oracle.source("from main import a\nb = a\n", "other.py"),)
    for question in (
        Define(source, line, column),
        Bind(source, line, column),
        FindUses(source, line, column, others),
        Rename(source, line, column, "zz", others),
        Outline(source),
    ):
        assert oracle.ask(question) != Refused()
