"""Names lead to where they are defined."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.unit.language.oracle import Oracle, cursor_in

from groundwork.language.protocol import Answer, Define, Nothing, Place, Places, Refused


def define(oracle: Oracle, text: str) -> Answer:
    return oracle.ask(Define(oracle.source(text), *cursor_in(text)))


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("price = 3\nprint(pri‸ce)\n", (1, 0)),
        ("def total(price):\n    return ‸price\n\n\ntotal(1)\n", (1, 10)),
        ("class Tea:\n    def pour(self):\n        pass\n\n\nTea().‸pour()\n", (2, 8)),
        ("class Tea:\n    def __init__(self):\n        self.cup = 1\n\n\nTea().‸cup\n", (3, 13)),
        ("def brew(minutes):\n    pass\n\n\nbrew(‸minutes=3)\n", (1, 9)),
        ("größe = '中😀'\nprint('😀', größe‸)\n", (1, 0)),
        ("price = 3\nprint(f'{pri‸ce}')\n", (1, 0)),
        ("price = 3\nif (\nprint(‸price\n", (1, 0)),
        ("match [1]:\n    case [tea]:\n        print(‸tea)\n", (2, 10)),
        ("match {}:\n    case {'a': 1, **rest}:\n        print(‸rest)\n", (2, 20)),
    ],
)
def test_a_name_of_the_file_leads_to_its_definition(
    oracle: Oracle, text: str, place: tuple[int, int]
) -> None:
    assert define(oracle, text) == Places((Place("main.py", *place),))


def test_a_name_leads_into_another_file_of_the_example(oracle: Oracle) -> None:
    (oracle.folder / "shop").mkdir()
    (oracle.folder / "shop" / "prices.py").write_text("\nTEA = 3\n", encoding="utf-8")
    text = "from shop.prices import TEA\nprint(‸TEA)\n"
    assert define(oracle, text) == Places((Place("shop/prices.py", 2, 0),))


@pytest.mark.parametrize(
    ("text", "file", "line_starts"),
    [
        ("import random\nrandom.‸randint(1, 2)\n", "random.py", "def randint("),
        ("from fastapi import ‸FastAPI\n", "applications.py", "class FastAPI("),
        ("from flask import Flask\napp = ‸Flask('x')\n", "app.py", "class Flask("),
        ("from pydantic import ‸BaseModel\n", "main.py", "class BaseModel("),
        ("from sqlalchemy import select\n‸select()\n", "_selectable_constructors.py", "select"),
        ("from django.db import models\nmodels.‸Model\n", "base.py", "class Model("),
        ("import ‸random\n", "random.py", ""),
    ],
)
def test_a_name_leads_into_a_library(
    oracle: Oracle, text: str, file: str, line_starts: str
) -> None:
    answer = define(oracle, text)
    assert isinstance(answer, Places)
    place = answer.places[0]
    assert Path(place.file).name == file
    line = Path(place.file).read_text(encoding="utf-8").split("\n")[place.line - 1]
    assert line_starts in line


def test_a_file_of_a_library_is_asked_about_as_well(oracle: Oracle) -> None:
    first = define(oracle, "from fastapi import ‸FastAPI\n")
    assert isinstance(first, Places)
    path = first.places[0].file
    text = Path(path).read_text(encoding="utf-8")
    line = text[: text.index("(Starlette):")].count("\n") + 1
    column = text.split("\n")[line - 1].index("Starlette")
    answer = oracle.ask(Define(oracle.source(text, path), line, column))
    assert isinstance(answer, Places)
    assert answer.places[0].file.endswith("starlette/applications.py")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("‸len([])\n", "len is built into Python"),
        ("import math\nmath.‸sqrt(2)\n", "belongs to math"),
    ],
)
def test_what_has_no_source_is_said_to_have_none(oracle: Oracle, text: str, words: str) -> None:
    answer = define(oracle, text)
    assert isinstance(answer, Refused)
    assert words in answer.sentence


def test_what_cannot_be_told_is_said_to_be_so(oracle: Oracle) -> None:
    answer = define(oracle, "def show(x):\n    return x.‸width\n")
    assert isinstance(answer, Refused)
    assert "width comes from cannot be told" in answer.sentence


@pytest.mark.parametrize(
    "text", ["i‸f True:\n    pass\n", "'a te‸xt'\n", "# no‸te\n", "‸", "1‸2\n"]
)
def test_what_is_no_name_leads_nowhere(oracle: Oracle, text: str) -> None:
    assert define(oracle, text) == Nothing()
