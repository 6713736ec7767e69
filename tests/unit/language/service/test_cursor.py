"""What stands around the cursor, by the text alone."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.unit.language.oracle import CURSOR, cursor_in

from groundwork.language.protocol import Source
from groundwork.language.service.cursor import Cursor, cursor_at, place_of, repairs

LONG = "def one():\n    return 1\n" * 1_000


def around(text: str) -> Cursor:
    return cursor_at(Source("", "main.py", text.replace(CURSOR, "")), *cursor_in(text))


STATEMENTS = [
    ("x = pri‸nt", ["x", "="], "print"),
    ("a = 1; pri‸", [], "pri"),
    ("if x: pri‸", [], "pri"),
    ("print(\n    first,\n    se‸", ["print", "(", "first", ","], "se"),
    ("print(\nimport o‸", ["import"], "o"),
    ("print(\nprice = o‸", ["price", "="], "o"),
    ("f(\n    price = o‸", ["f", "(", "price", "="], "o"),
    ('x = "a\ny = b‸', ["y", "="], "b"),
    ('x = f"{a\ny = b‸', ["y", "="], "b"),
    ("x = 1 + \\\n    t‸", ["x", "=", "1", "+"], "t"),
    ('a["x"].‸', ["a", "[", '"x"', "]", "."], ""),
    ('f"{one} {two.‸}"', ["two", "."], ""),
    ("f'{a}' + b‸", ["f'{a}'", "+"], "b"),
    ("lambda x: y‸", ["lambda", "x", ":"], "y"),
    ("größe.brei‸", ["größe", "."], "brei"),
    (LONG + "x = 'it‸", ["x", "="], "it"),
    (f"'''\n{LONG}'''\nx = y‸", ["x", "="], "y"),
]


@pytest.mark.parametrize(("text", "before", "word"), STATEMENTS, ids=range(len(STATEMENTS)))
def test_the_statement_and_the_word_are_known(text: str, before: list[str], word: str) -> None:
    cursor = around(text)
    assert [token.text for token in cursor.tokens] == before
    assert cursor.text[cursor.start : cursor.end] == word


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ('open("da‸ta', "da"),
        ("'it\\'s‸'", "it\\'s"),
        ('"""a\n\nb‸', "a\n\nb"),
        ("rb'x‸'", "x"),
        ("f'{{a‸'", "{{a"),
        ("f'{d[\"k‸\"]}'", "k"),
        ("f'{x:>‸}'", "{x:>"),
        (f"def f():\n    '''\n{LONG}wo‸", f"\n{LONG}wo"),
    ],
)
def test_the_string_around_the_cursor_is_known(text: str, content: str) -> None:
    cursor = around(text)
    assert cursor.quoted is not None
    assert cursor.text[cursor.quoted.content : cursor.offset] == content


@pytest.mark.parametrize("text", ["# a‸", "x = 1  # a‸", "12‸", "1.‸", "0x‸"])
def test_comments_and_numbers_are_known(text: str) -> None:
    assert around(text).is_silent


REPAIRED = [
    ("print(x", "print(x)"),
    ("print([x\ny = 1\n", "print([x])\ny = 1\n"),
    ("def f():\ny = 1\n", "def f(): pass\ny = 1\n"),
    ("class A:\n    def f(self):\n\n\nA()\n", "class A:\n    def f(self): pass\n\n\nA()\n"),
    ("if x:  # why\nelse:\n    y\n", "if x: pass  # why\nelse:\n    y\n"),
    ("while x:\n", "while x: pass\n"),
    ("f(a,\n  b)\nif x: y\ng(\n    1,\n)\n", "f(a,\n  b)\nif x: y\ng(\n    1,\n)\n"),
    ('x = {"a": [1, 2], "b": f"{y}"}\n', 'x = {"a": [1, 2], "b": f"{y}"}\n'),
]


@pytest.mark.parametrize(("text", "repaired"), REPAIRED)
def test_what_is_missing_is_found(text: str, repaired: str) -> None:
    found = text
    for repair in reversed(repairs(text, len(text))):
        found = found[: repair.offset] + repair.text + found[repair.offset :]
    assert found == repaired


@given(text=st.text(), place=st.floats(0, 1))
def test_any_place_of_any_text_is_its_line_and_column(text: str, place: float) -> None:
    offset = int(place * len(text))
    if text[offset - 1 : offset + 1] != "\r\n":
        cursor = cursor_at(Source("", "main.py", text), *place_of(text, offset))
        assert cursor.offset == offset
        assert cursor.start <= offset <= cursor.end
