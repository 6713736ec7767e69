"""Pointing at a name or a keyword tells what it is."""

from __future__ import annotations

import keyword

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.unit.language.oracle import Oracle, cursor_in

from groundwork.language.protocol import Describe, Description, Nothing
from groundwork.language.service.keywords import KEYWORDS


def described(oracle: Oracle, text: str) -> Description:
    answer = oracle.ask(Describe(oracle.source(text), *cursor_in(text)))
    assert isinstance(answer, Description), answer
    return answer


PROGRAM = '''
import json
import math
from pathlib import Path

price = 3
debt = -2.5
name = "tea"
nothing = None
prices = [1, 2]
stock = {"tea": 1}
pair = (1, "a")
total = price * 2
changing = 1
changing = 2
counter = 0
counter += 1
label: str = "x"


def sell(what: str, *, count=1) -> float:
    """Sell it.

    Args:
        what: The thing.
    """
    def inner():
        global shared
        shared = 1
    return count


shared = 0


class Shop:
    """A shop."""

    open = True

    def __init__(self, owner):
        """Open a shop.

        :param owner: Whose it is.
        """
        self.owner = owner

    @property
    def size(self) -> int:
        """How large it is."""
        return 1

    def close(self):
        return self


shop = Shop("me")
for one in prices:
    pass
'''


@pytest.mark.parametrize(
    ("use", "signature", "kind", "module"),
    [
        ("pri‸ce", "price: int = 3", "variable", ""),
        ("‸debt", "debt: float = -2.5", "variable", ""),
        ("name‸", 'name: str = "tea"', "variable", ""),
        ("nothing‸", "nothing = None", "variable", ""),
        ("pri‸ces", "prices: list[int]", "variable", ""),
        ("stock‸", "stock: dict[str, int]", "variable", ""),
        ("pair‸", "pair: tuple[int, str]", "variable", ""),
        ("total‸", "total: int", "variable", ""),
        ("changing‸", "changing: int", "variable", ""),
        ("counter‸", "counter: int", "variable", ""),
        ("shared‸", "shared: int", "variable", ""),
        ("label‸", 'label: str = "x"', "variable", ""),
        ("one‸", "one: int", "variable", ""),
        ("sel‸l(1)", "def sell(what: str, *, count=1) -> float", "function", ""),
        ("sell(wh‸at=1)", "what: str", "parameter", "sell"),
        ("sell(1, cou‸nt=2)", "count: int = 1", "parameter", "sell"),
        ("Sh‸op", "class Shop(owner)", "class", ""),
        ("shop‸", "shop: Shop", "variable", ""),
        ("shop.si‸ze", "size: int", "property", "Shop"),
        ("shop.close‸", "def close()", "method", "Shop"),
        ("shop.open‸", "open: bool = True", "attribute", "Shop"),
        ("json‸", "import json", "module", ""),
        ("json.loa‸ds", "def loads(", "function", "json"),
        ("math.pi‸", "pi: float", "variable", "math"),
        ("Path‸", "class Path(", "class", "pathlib"),
        ("pri‸nt()", "def print(", "built-in function", ""),
        ("in‸t", "class int(x=0)", "built-in class", ""),
        ('"".up‸per', "def upper() -> str", "method", "str"),
        ("prices.app‸end", "def append(object) -> None", "method", "list"),
        ("stock.it‸ems", "def items()", "method", "dict"),
        ('f"{pri‸ce}"', "price: int = 3", "variable", ""),
    ],
)
def test_names_have_a_type_a_kind_and_an_origin(
    oracle: Oracle, use: str, signature: str, kind: str, module: str
) -> None:
    answer = described(oracle, PROGRAM + use)
    assert answer.signature.startswith(signature)
    assert (answer.kind, answer.module) == (kind, module)


@pytest.mark.parametrize(
    ("use", "part"),
    [
        ("sel‸l(1)", "<li><code>what</code>: The thing.</li>"),
        ("sell(wha‸t=1)", "<p>The thing.</p>"),
        ("Shop‸", "<p>A shop.</p>"),
        ("shop‸", "<p>A shop.</p>"),
        ("Shop(own‸er=1)", "<p>Whose it is.</p>"),
        ("shop.siz‸e", "How large it is."),
        ("json.dumps‸", "Serialize <code>obj</code>"),
        ("stock.items‸", "<p>"),
        ("print(1, se‸p='')", "What stands between the values."),
        ("import os\nos.path.joi‸n", "Join two or more pathname components"),
    ],
)
def test_documentation_comes_along(oracle: Oracle, use: str, part: str) -> None:
    assert part in described(oracle, PROGRAM + use).html


@pytest.mark.parametrize(
    "text", ["class A:\n    def f(se‸lf): pass", "class A:\n    def f(self): se‸lf"]
)
def test_self_is_explained(oracle: Oracle, text: str) -> None:
    answer = described(oracle, text)
    assert answer.signature == "self: A"
    assert "The object whose method this is" in answer.html


def test_every_keyword_has_a_sentence() -> None:
    assert set(keyword.kwlist) | {"match", "case", "type", "_"} == set(KEYWORDS)
    assert all(text.endswith(".") and "!" not in text for text in KEYWORDS.values())


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("fo‸r a in []: pass", "for"),
        ("‸with open('x') as f: pass", "with"),
        ("with open('x') a‸s f: pass", "as"),
        ("f = lamb‸da: 1", "lambda"),
        ("x = Tru‸e", "True"),
        ("mat‸ch 1:\n    case 2: pass", "match"),
        ("match 1:\n    ca‸se 2: pass", "case"),
        ("if x and‸", "and"),
        ("while‸", "while"),
    ],
)
def test_keywords_are_explained(oracle: Oracle, text: str, word: str) -> None:
    answer = described(oracle, text)
    assert (answer.signature, answer.kind) == (word, "keyword")
    assert answer.html.startswith("<p>")


@pytest.mark.parametrize(
    "text",
    [
        "‸",
        "'pri‸ce'",
        "# pri‸ce",
        "1‸2",
        "x ‸ = 1",
        "unkno‸wn",
        "(‸)",
        "'''\nfo‸r\n'''",
        "x.‸",
        "\n\n‸",
    ],
)
def test_nothing_is_said_where_there_is_nothing_to_say(oracle: Oracle, text: str) -> None:
    assert oracle.ask(Describe(oracle.source(text), *cursor_in(text))) == Nothing()


@pytest.mark.parametrize(
    ("text", "signature", "part"),
    [
        ("from fastapi import Fast‸API", "class FastAPI(", "main entrypoint"),
        ("from fastapi import FastAPI\napp = FastAPI()\napp.ge‸t", "def get(", "path operation"),
        ("from fastapi import FastAPI\nap‸p = FastAPI()", "app: FastAPI", "main entrypoint"),
        ("from flask import Flas‸k", "class Flask(", "WSGI application"),
        ("from flask import reque‸st", "request: Request", "request object"),
        (
            "from pydantic import BaseModel\nclass A(BaseModel):\n    b: int\nA‸",
            "class A(b: int)",
            "",
        ),
        ("from pydantic import Fie‸ld", "def Field(", "Create a field"),
        ("from sqlalchemy import sele‸ct", "def select(", "Construct a new"),
        ("from sqlalchemy.orm import mapped_col‸umn", "def mapped_column(", "Column"),
        ("from django.http import HttpRes‸ponse", "class HttpResponse(", "HTTP response"),
        ("from django.db import models\nmodels.Char‸Field", "class CharField(", ""),
    ],
)
def test_the_libraries_of_the_lessons_are_known(
    oracle: Oracle, text: str, signature: str, part: str
) -> None:
    answer = described(oracle, text)
    assert answer.signature.startswith(signature)
    assert part in answer.html
    assert len(answer.signature.splitlines()) <= 30


@settings(max_examples=60)
@given(
    st.lists(
        st.sampled_from(
            ["def", " f", "(", ")", ":", "\n", "    ", "x", "=", "1", ".", "'", '"""', "#", "@",
             "class A", "import os", "for", "match x", "{", "f'{", "lambda", ",", "\t",
             "\\", "é", "\x00"]
        ),
        max_size=30,
    ).map("".join),
    st.integers(0, 10),
    st.integers(0, 30),
)  # fmt: skip
def test_any_place_of_any_text_is_answered(
    asked_oracle: Oracle, text: str, line: int, column: int
) -> None:
    question = Describe(asked_oracle.source(text), line, column)
    assert isinstance(asked_oracle.ask(question), (Description, Nothing))
