"""Uses, bindings and outlines are what the program makes them."""

from __future__ import annotations

import pytest
from tests.unit.language.oracle import Oracle, cursor_in

from groundwork.language.protocol import (
    Bind,
    Bindings,
    FindUses,
    Nothing,
    Outline,
    Symbols,
    Uses,
)


def uses(oracle: Oracle, text: str, **others: str) -> list[tuple[str, int, int, bool]]:
    """File, line, column and whether it is a binding, of each use that is sure."""
    files = tuple(oracle.source(other, f"{name}.py") for name, other in others.items())
    answer = oracle.ask(FindUses(oracle.source(text), *cursor_in(text), files))
    assert isinstance(answer, Uses)
    return [
        (one.file, one.span.line, one.span.column, one.is_binding)
        for one in answer.uses
        if one.is_sure
    ]


def bindings(oracle: Oracle, text: str) -> tuple[list[tuple[int, int]], list[tuple[int, int]]]:
    """Lines and columns of where the name at the cursor is bound, and of where it is used."""
    answer = oracle.ask(Bind(oracle.source(text), *cursor_in(text)))
    assert isinstance(answer, Bindings)
    return (
        [(span.line, span.column) for span in answer.bound],
        [(span.line, span.column) for span in answer.used],
    )


def test_uses_are_found_in_all_files_as_they_stand_in_the_editor(oracle: Oracle) -> None:
    main = "from prices import tea\n\nprint(‸tea)\n"
    assert uses(oracle, main, prices="tea = 3\ncost = tea\n", other="tea = 4\n") == [
        ("main.py", 1, 19, True),
        ("main.py", 3, 6, False),
        ("prices.py", 1, 0, True),
        ("prices.py", 2, 7, False),
    ]


def test_uses_of_what_a_library_defines_are_found(oracle: Oracle) -> None:
    text = "import math\nfrom math import pi\n\nprint(math.‸sqrt(pi), math.sqrt(2), pi)\n"
    assert [use[1:3] for use in uses(oracle, text)] == [(4, 11), (4, 26)]
    assert len(uses(oracle, "‸print(1)\nprint(2)\n")) == 2


def test_a_place_is_one_use_though_a_name_is_imported_and_bound_there(oracle: Oracle) -> None:
    assert uses(oracle, "from fastapi import ‸FastAPI\n\nFastAPI()\n") == [
        ("main.py", 1, 20, True),
        ("main.py", 3, 0, False),
    ]


def test_what_may_be_a_use_is_told_apart(oracle: Oracle) -> None:
    text = "class Tea:\n    def ‸pour(self):\n        pass\n\n\ndef serve(it):\n    it.pour()\n"
    answer = oracle.ask(FindUses(oracle.source(text), *cursor_in(text)))
    assert isinstance(answer, Uses)
    assert [(use.span.line, use.is_sure) for use in answer.uses] == [(2, True), (7, False)]


def test_bindings_are_told_from_uses(oracle: Oracle) -> None:
    text = "total = 0\nfor n in [1]:\n    total += n\nprint(‸total)\n"
    assert bindings(oracle, text) == ([(1, 0), (3, 4)], [(4, 6)])


def test_the_same_word_in_another_scope_is_left_out(oracle: Oracle) -> None:
    text = "n = 1\n\n\ndef f(‸n):\n    return n\n\n\nf(n)\n"
    assert bindings(oracle, text) == ([(4, 6)], [(5, 11)])


@pytest.mark.parametrize(
    "broken",
    ["if (\n", "x = = 1\n", "def g(:\n", "    indented\n", "'never closed\n", "class\n", "\t(]\n"],
)
def test_bindings_are_known_around_half_written_code(oracle: Oracle, broken: str) -> None:
    text = f"tea = 1\nprint(‸tea)\n{broken}\nprint(tea)\n"
    bound, used = bindings(oracle, text)
    assert bound == [(1, 0)]
    assert (2, 6) in used


@pytest.mark.parametrize("text", ["‸", "'te‸a'\n", "(((((((‸\n", "\x00‸\n"])
def test_where_nothing_has_a_name_there_is_nothing(oracle: Oracle, text: str) -> None:
    place = cursor_in(text)
    assert oracle.ask(Bind(oracle.source(text), *place)) == Nothing()
    assert oracle.ask(FindUses(oracle.source(text), *place)) == Nothing()


OUTLINED = """\
import math

TEA, cups = 3, 1
TEA = 4

@cached
class Tea(Drink):
    size: int = 2

    def __init__(self):
        self.hidden = local = 1

        def inner():
            pass

    @property
    def price(self):
        return 1

if True:
    async def main():
        pass
match 1:
    case 1:
        def matched(): pass
def broken(
"""


def test_an_outline_shows_what_is_defined_and_how_deep(oracle: Oracle) -> None:
    answer = oracle.ask(Outline(oracle.source(OUTLINED)))
    assert isinstance(answer, Symbols)
    found = [(one.name, one.kind, one.line, one.depth) for one in answer.symbols]
    assert found[:8] == [
        ("TEA", "variable", 3, 0),
        ("cups", "variable", 3, 0),
        ("Tea", "class", 7, 0),
        ("size", "variable", 8, 1),
        ("__init__", "method", 10, 1),
        ("inner", "function", 13, 2),
        ("price", "property", 17, 1),
        ("main", "function", 21, 0),
    ]
    assert "matched" in {name for name, *_ in found}


@pytest.mark.parametrize(
    "text", ["", "print(lambda: 1)\n", "a@b = 1\n", "class\ndef\n", "\x00", "def f(:\n" * 50]
)
def test_an_outline_of_anything_is_an_outline(oracle: Oracle, text: str) -> None:
    assert isinstance(oracle.ask(Outline(oracle.source(text))), Symbols)


@pytest.mark.parametrize("text", ["def pour():\n", "def pour(", "def pour", "class pour:\n"])
def test_what_is_being_written_is_in_the_outline(oracle: Oracle, text: str) -> None:
    answer = oracle.ask(Outline(oracle.source(f"a = 1\n{text}")))
    assert isinstance(answer, Symbols)
    assert [symbol.name for symbol in answer.symbols] == ["a", "pour"]
