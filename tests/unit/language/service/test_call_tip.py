"""The call at the cursor: how it is written, which parameter is next, what is known of that."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.unit.language.oracle import CURSOR, Oracle, cursor_in

from groundwork.language.protocol import Call, CallTip, Nothing


def call(oracle: Oracle, text: str) -> Call:
    text = text if CURSOR in text else text + CURSOR
    answer = oracle.ask(CallTip(oracle.source(text), *cursor_in(text)))
    assert isinstance(answer, Call), answer
    return answer


def written(found: Call) -> str:
    """The signature that is shown, with the current parameter in square brackets."""
    signature = found.signatures[found.chosen]
    texts = [
        f"[{one.text}]" if index == signature.current else one.text
        for index, one in enumerate(signature.parameters)
    ]
    return f"{signature.name}({', '.join(texts)})"


BUILT_INS = {
    "print(": 'print([*values], sep=" ", end="\\n", file=None, flush=False)',
    "input(": 'input([prompt=""])',
    "range(": "range([stop: int])",
    "range(1, ": "range(start: int, [stop: int], step: int = 1)",
    "len(": "len([obj])",
    "sorted(a, ": "sorted(iterable, *, [key=None], reverse: bool = False)",
    "sorted(a, rev": "sorted(iterable, *, key=None, [reverse: bool = False])",
    "max(": "max([iterable], *, key=None, default=...)",
    "max(1, 2, ": "max(value, [*values], key=None)",
    "min(1, key=": "min(iterable, *, [key=None], default=...)",
    "sum(a, ": "sum(iterable, [start=0])",
    "zip(a, ": "zip([*iterables], strict: bool = False)",
    "map(": "map([function], *iterables)",
    "map(f, a, ": "map(function, [*iterables])",
    "filter(": "filter([function], iterable)",
    "enumerate(a, ": "enumerate(iterable, [start: int = 0])",
    "reversed(": "reversed([sequence])",
    "int(": "int([x=0])",
    "int('1', ": "int(x: str, [base: int = 10])",
    "float(": "float([x=0.0])",
    "str(": 'str([object=""])',
    "bool(": "bool([x=False])",
    "list(": "list([iterable=()])",
    "tuple(": "tuple([iterable=()])",
    "set(": "set([iterable=()])",
    "dict(": "dict([**items])",
    "dict(a=": "dict([**items])",
    "round(1.5, ": "round(number, [ndigits: int | None = None])",
    "abs(": "abs([x])",
    "pow(2, ": "pow(base, [exp], mod=None)",
    "isinstance(a, ": "isinstance(object, [class_or_tuple])",
    "type(": "type([object])",
    "getattr(a, ": "getattr(object, [name: str])",
    "iter(": "iter([iterable])",
    "next(a, ": "next(iterator, [default])",
    "any(": "any([iterable: Iterable])",
    "super(": "super()",
    "''.split(": "split([sep: str | None = None], maxsplit: int = -1)",
    "''.join(": "join([iterable: Iterable[str]])",
    "''.replace('a', ": "replace(old: str, [new: str], count: int = -1)",
    "''.format(": "format([*args], **kwargs)",
    "''.strip(": "strip([chars: str | None = None])",
    "''.startswith(": "startswith([prefix: str | tuple[str, ...]], start: int | None = None, "
    "end: int | None = None)",
    "[].append(": "append([object])",
    "[].insert(0, ": "insert(index: int, [object])",
    "[].pop(": "pop([index: int = -1])",
    "[].sort(": "sort(*, [key: Callable | None = None], reverse: bool = False)",
    "[].index(": "index([value], start: int = 0, stop: int = sys.maxsize)",
    "{}.get('a', ": "get(key, [default=None])",
    "{}.pop(": "pop([key])",
    "{}.items(": "items()",
    "{}.update(": "update([m], **kwargs)",
    "{1}.add(": "add([element])",
}  # fmt: skip


@pytest.mark.parametrize("text", BUILT_INS)
def test_built_in_functions_have_signatures_that_people_can_read(oracle: Oracle, text: str) -> None:
    found = call(oracle, text)
    assert written(found) == BUILT_INS[text]
    texts = " ".join(one.text for each in found.signatures for one in each.parameters)
    assert not re.search(r"\b_\w|Supports|Literal\b|LiteralString", texts)


def test_open_has_a_signature_for_all_its_modes(oracle: Oracle) -> None:
    found = call(oracle, "open('a', ")
    assert written(found).startswith('open(file: str, [mode: str = "r"], buffering')
    assert len(found.signatures) == 1
    assert "<code>r</code> reads" in found.signatures[0].html


OWN = '''
def sell(what, *more, count: int = 1, **rest):
    """Sell things.

    :param what: The first thing.
    :param count: How many.
    """

class Shop:
    """A shop.

    Args:
        owner: Whose it is.
    """
    def __init__(self, owner, name="x"): pass
    def close(self, when): pass
'''


@pytest.mark.parametrize(
    ("text", "wanted", "html"),
    [
        ("sell(", "sell([what], *more, count: int = 1, **rest)", "<p>The first thing.</p>"),
        ("sell(1, ", "sell(what, [*more], count: int = 1, **rest)", ""),
        ("sell(1, 2, 3, ", "sell(what, [*more], count: int = 1, **rest)", ""),
        ("sell(1, count=", "sell(what, *more, [count: int = 1], **rest)", "<p>How many.</p>"),
        ("sell(count=2, ", "sell([what], *more, count: int = 1, **rest)",
         "<p>The first thing.</p>"),
        ("sell(1, colour=", "sell(what, *more, count: int = 1, [**rest])", ""),
        ("sell(1, **", "sell(what, *more, count: int = 1, [**rest])", ""),
        ("sell(*", "sell(what, [*more], count: int = 1, **rest)", ""),
        ("sell(1, ‸, 3)", "sell(what, [*more], count: int = 1, **rest)", ""),
        ("sell(‸1, 3)", "sell([what], *more, count: int = 1, **rest)", "<p>The first thing.</p>"),
        ("sell(\n    1,\n    count=‸\n)", "sell(what, *more, [count: int = 1], **rest)",
         "<p>How many.</p>"),
        ("Shop(", 'Shop([owner], name="x")', "<p>Whose it is.</p>"),
        ("Shop('a').close(", "close([when])", ""),
        ("print(sell(", "sell([what], *more, count: int = 1, **rest)", "<p>The first thing.</p>"),
        ("print(sell(1), ", 'print([*values], sep=" ", end="\\n", file=None, flush=False)',
         "<p>What to print, one after the other.</p>"),
        ("print('a, (', ", 'print([*values], sep=" ", end="\\n", file=None, flush=False)',
         "<p>What to print, one after the other.</p>"),
    ],
)  # fmt: skip
def test_the_parameter_at_the_cursor_is_found_and_told_about(
    oracle: Oracle, text: str, wanted: str, html: str
) -> None:
    found = call(oracle, OWN + text)
    assert written(found) == wanted
    assert found.signatures[found.chosen].html == html


def test_the_bracket_and_the_first_paragraph_come_along(oracle: Oracle) -> None:
    found = call(oracle, OWN + "\nx = sell(1, ")
    assert (found.line, found.column) == (OWN.count("\n") + 2, 8)
    assert found.html == "<p>Sell things.</p>"
    assert call(oracle, "dict(").html.startswith("<p>dict() -&gt; new empty dictionary")
    assert call(oracle, "x = '\x0c\u2028'\nprint(1, ").line == 2


@pytest.mark.parametrize(
    "text", ["‸", "x = (", "[1, ", "# print(", "def f(", "class A(", "print()‸", "unknown(", "1("]
)
def test_where_no_call_is_there_is_no_tip(oracle: Oracle, text: str) -> None:
    text = text if CURSOR in text else text + CURSOR
    assert oracle.ask(CallTip(oracle.source(text), *cursor_in(text))) == Nothing()


LIBRARIES = {
    "from fastapi import FastAPI\nFastAPI(title=": ("FastAPI", "title", "The title of the API"),
    "from fastapi import FastAPI\napp = FastAPI()\n@app.get(": ("get", "path", "The URL path"),
    "from fastapi import Depends\nDepends(": ("Depends", "dependency", "callable"),
    "from flask import Flask\nFlask(": ("Flask", "import_name", "the name of the application"),
    "from flask import Flask\napp = Flask('a')\n@app.route(": ("route", "rule", "The URL rule"),
    "from pydantic import BaseModel\nclass A(BaseModel):\n    b: int\n    c: str = 'x'\nA(": (
        "A", "b", ""),
    "from pydantic import Field\nField(": ("Field", "default", "Default value"),
    "from sqlalchemy import create_engine\ncreate_engine(": ("create_engine", "url", ""),
    "from sqlalchemy import select\nselect(": ("select", "", ""),
    "from sqlalchemy.orm import Session\nSession(": ("Session", "bind", "should be bound"),
    "from django.http import HttpResponse\nHttpResponse(": ("HttpResponse", "content", ""),
    "from django.db import models\nmodels.CharField(": ("CharField", "verbose_name", ""),
}  # fmt: skip


@pytest.mark.parametrize("text", LIBRARIES)
def test_the_libraries_of_the_lessons_are_known(oracle: Oracle, text: str) -> None:
    name, parameter, part = LIBRARIES[text]
    found = call(oracle, text)
    signature = found.signatures[found.chosen]
    assert signature.name == name
    if parameter:
        assert signature.parameters[signature.current].name == parameter
    assert part in signature.html


def test_a_class_with_columns_takes_them_by_name(oracle: Oracle) -> None:
    text = (
        "from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column\n"
        "class Base(DeclarativeBase): pass\n"
        "class Price(Base):\n"
        "    __tablename__ = 'prices'\n"
        "    id: Mapped[int] = mapped_column(primary_key=True)\n"
        "    name: Mapped[str | None]\n"
        "Price("
    )
    assert written(call(oracle, text)) == "Price(*, [id: int], name: str | None)"
    assert written(call(oracle, text + "name=")) == "Price(*, id: int, [name: str | None])"


@settings(max_examples=60)
@given(
    st.lists(
        st.sampled_from(
            ["print", "(", ")", ",", "=", "\n", "    ", "x", "1", ".", "'", '"""', "#", "sep",
             "lambda a, b:", "*", "**", "[", "{", "f'{", "\t", "é", "\x00", "def f", "\\"]
        ),
        max_size=30,
    ).map("".join),
    st.integers(0, 10),
    st.integers(0, 30),
)  # fmt: skip
def test_any_place_of_any_text_is_answered(
    asked_oracle: Oracle, text: str, line: int, column: int
) -> None:
    answer = asked_oracle.ask(CallTip(asked_oracle.source(text), line, column))
    assert not isinstance(answer, Call) or answer.signatures
