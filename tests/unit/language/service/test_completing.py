"""What may be meant by the word before the cursor."""

from __future__ import annotations

import pytest
from tests.unit.language.oracle import CURSOR, Oracle, cursor_in

from groundwork.language.protocol import Candidate, Complete, Completions, Nothing

TAUGHT = ("for", "if", "def", "try", "except", "else")


def candidates(
    oracle: Oracle, text: str, lesson_names: tuple[str, ...] = (), taught: tuple[str, ...] = ()
) -> tuple[Candidate, ...]:
    question = Complete(oracle.source(text), *cursor_in(text), lesson_names, taught)
    answer = oracle.ask(question)
    assert isinstance(answer, (Completions, Nothing)), answer
    return answer.candidates if isinstance(answer, Completions) else ()


def names(oracle: Oracle, text: str, lesson_names: tuple[str, ...] = ()) -> list[str]:
    return [candidate.name for candidate in candidates(oracle, text, lesson_names)]


def kinds(oracle: Oracle, text: str) -> dict[str, str]:
    return {candidate.name: candidate.kind for candidate in candidates(oracle, text)}


CLASS = """
class Shop:
    name = "corner"

    def __init__(self, owner):
        self.owner = owner
        self._stock = {}

    @property
    def size(self):
        return len(self._stock)

    def sell(self, count):
        ‸
"""

FOUND = [
    ("pri‸", ["print"]),
    ("prices = [1, 2]\nprices.‸", ["append", "sort"]),
    ('"a".sp‸', ["split"]),
    ('word = "a b".split()[0]\nword.‸', ["upper"]),
    ('for key, value in {"a": [1]}.items():\n    value.‸', ["append"]),
    ("import json\njson.‸", ["loads", "dumps"]),
    ("import os\nos.path.‸", ["join"]),
    ("import ‸", ["json", "fastapi"]),
    ("import json, ‸", ["re"]),
    ("import os.‸", ["path"]),
    ("from ‸", ["json"]),
    ("from fastapi.‸", ["testclient"]),
    ("from collections import ‸", ["deque", "Counter"]),
    ("from collections import deque, ‸", ["Counter"]),
    ("from collections import (\n    deque,\n    ‸\n)\n", ["Counter"]),
    ('f"{pri‸}"', ["print"]),
    ("total = 1\nprint(f'{to‸', 2)", ["total"]),
    ("items = [(1, 2)]\n[price for name, price in items if ‸]", ["price", "items"]),
    ("lambda row: ‸", ["row"]),
    ("def f(count: ‸", ["int", "str"]),
    ("def f(count=‸", ["None", "True"]),
    ("def f() -> ‸", ["int"]),
    ("with open('a') as file:\n    file.‸", ["read", "readlines"]),
    ("with open('a') as file:\n    for line in file:\n        line.‸", ["strip"]),
    ("try:\n    pass\nexcept ‸", ["ValueError"]),
    ("x = 1 i‸", ["in", "if", "is"]),
    ("import json a‸", ["as"]),
    ("from json i‸", ["import"]),
    ("for one i‸", ["in"]),
    ("x = 1 if y e‸", ["else"]),
    ("def f():\n    ret‸", ["return"]),
    ("for x in y:\n    br‸", ["break", "continue"]),
    ("try:\n    pass\nex‸", ["except", "finally"]),
    ("if x:\n    pass\nel‸", ["elif", "else"]),
    ("x = 1 is n‸", ["not", "None"]),
    ("class Mine(Exception):\n    def ‸", ["__init__", "add_note"]),
    ("@‸\ndef f(): pass", ["property", "staticmethod"]),
    ("match x:\n    ca‸", ["case"]),
    ("match x:\n    case [first, second]:\n        fi‸", ["first"]),
    ("print(\nx = 1\nx‸", ["x"]),
    ("type(3).‸", ["__name__"]),
    (CLASS.replace("‸", "self.‸"), ["owner", "name", "size", "sell", "_stock"]),
    (CLASS.replace("‸", "‸"), ["self", "count", "Shop"]),
    (CLASS + "\nShop(1).".replace("‸", "") + "‸", ["owner", "sell"]),
    ("from collections import namedtuple\nP = namedtuple('P', 'x y')\nP(1, 2).‸", ["x", "y"]),
    ("from enum import Enum\nclass C(Enum):\n    RED = 1\nC.‸", ["RED"]),
    ("import sqlite3\nsqlite3.connect('a').execute('b').fetch‸", ["fetchall"]),
    ("import socket\nsocket.socket().‸", ["sendall", "recv"]),
    ("from datetime import datetime\ndatetime.now().‸", ["strftime", "year"]),
]


@pytest.mark.parametrize(("text", "wanted"), FOUND, ids=[text[-40:] for text, _ in FOUND])
def test_what_may_be_meant_is_offered(oracle: Oracle, text: str, wanted: list[str]) -> None:
    text = text.replace(CURSOR, "", text.count(CURSOR) - 1)
    assert set(wanted) <= set(names(oracle, text))


SILENT = [
    "# a word‸",
    '"a word‸"',
    '"""a\nword‸',
    "f'a word‸'",
    "f'{x:>‸}'",
    'print("‸',
    "1.‸",
    "x = 12‸",
    "x = 0.5e‸",
    "def na‸",
    "class Na‸",
    "import json as ‸",
    "with open('a') as fi‸",
    "for it‸",
    "for a, it‸",
    "[x for it‸",
    "def f(a, be‸",
    "def f(*‸",
    "lambda on‸",
    "lambda a, on‸",
    "pass ‸",
    "else ‸",
    ".‸",
]


@pytest.mark.parametrize("text", SILENT)
def test_nothing_is_offered_where_nothing_can_be_known(oracle: Oracle, text: str) -> None:
    assert oracle.ask(Complete(oracle.source(text), *cursor_in(text))) == Nothing()


def test_every_candidate_has_a_kind(oracle: Oracle) -> None:
    text = CLASS.replace(CURSOR, "pass") + "import json\nfrom os import sep\n"
    found = kinds(oracle, f"{text}def run(count): ‸")
    wanted = {
        "json": "module", "Shop": "class", "run": "function", "count": "parameter",
        "print": "function", "ValueError": "class", "return": "keyword",
    }  # fmt: skip
    assert wanted.items() <= found.items()
    found = kinds(oracle, f"{text}Shop(1).‸")
    assert {"sell": "method", "size": "property", "name": "variable"}.items() <= found.items()
    assert kinds(oracle, "[].‸")["append"] == "method"
    assert kinds(oracle, "import fastapi\nfastapi.‸")["FastAPI"] == "class"


def test_names_of_the_nearest_scope_come_first_then_those_of_the_lesson(oracle: Oracle) -> None:
    text = "pages = 1\ndef show(paper):\n    part = 2\n    return pa‸"
    found = names(oracle, text, lesson_names=("parcel",))
    order = [found.index(name) for name in ("part", "pages", "parcel", "ValueError")]
    assert order == sorted(order)


def test_private_names_come_last(oracle: Oracle) -> None:
    found = names(oracle, CLASS.replace(CURSOR, "self.‸"))
    assert found.index("_stock") > found.index("sell")
    assert found.index("__class__") > found.index("_stock")


def test_what_a_name_of_another_function_is_is_left_out(oracle: Oracle) -> None:
    assert "inner" not in names(oracle, "def f():\n    inner = 1\n‸")


def test_attributes_used_on_the_same_name_come_first(oracle: Oracle) -> None:
    text = 'text = "a"\ntext.swapcase()\ntext.‸'
    assert names(oracle, text)[0] == "swapcase"


def test_exceptions_come_first_behind_raise(oracle: Oracle) -> None:
    text = "class PriceError(Exception): pass\nprice = 1\nraise ‸"
    found = names(oracle, text)
    assert found[0] == "PriceError"
    assert found.index("ValueError") < found.index("price")


ARGUMENTS = [
    ("print(1, ‸)", ["sep=", "end="]),
    ("print(1, sep='', ‸)", ["end="]),
    ("def add(first, second): pass\nadd(1, ‸)", ["second="]),
    ("def add(first, second): pass\nadd(\n    1,\n    ‸", ["second="]),
    ("from dataclasses import dataclass\n@dataclass\nclass P:\n    x: int\nP(‸)", ["x="]),
    ("from fastapi import FastAPI\nFastAPI(‸)", ["title="]),
    ("from pydantic import BaseModel\nclass U(BaseModel):\n    name: str\nU(‸)", ["name="]),
    ("sorted([1], ‸)", ["key=", "reverse="]),
]


@pytest.mark.parametrize(("text", "wanted"), ARGUMENTS, ids=[text for text, _ in ARGUMENTS])
def test_keyword_arguments_come_first_of_all(oracle: Oracle, text: str, wanted: list[str]) -> None:
    found = candidates(oracle, text)
    first = [candidate.name for candidate in found if candidate.name.endswith("=")]
    assert [candidate.name for candidate in found[: len(first)]] == first
    assert set(wanted) <= set(first)
    assert "first=" not in first
    assert found[0].kind == "parameter"


def test_arguments_that_are_given_are_not_offered_again(oracle: Oracle) -> None:
    assert "sep=" not in names(oracle, "print(1, sep='', ‸)")
    assert not [name for name in names(oracle, "print(sep=‸)") if name.endswith("=")]


def test_a_sign_that_stands_there_is_not_doubled(oracle: Oracle) -> None:
    assert candidates(oracle, "print(1, se‸='')")[0] == Candidate("sep=", "parameter", 0, "sep")


KEYS = [
    ('prices = {"tea": 1, "cold milk": 2}\nprices["‸"]', ["cold milk", "tea"]),
    ('prices = {"tea": 1}\nprint(prices["‸', ["tea"]),
    ("prices = {'tea': {'green': 1}}\nprices['tea']['‸']", ["green"]),
    ('prices = {}\nprices["tea"] = 1\nprices.get("‸")', ["tea"]),
    ('for order in [{"id": 1}, {"to": 2}]:\n    order["‸"]', ["id", "to"]),
    ('def f(order):\n    print(order["id"])\n    return order["‸', ["id"]),
    ('prices = {"tea": 1}\nf"{prices[\'‸\']}"', ["tea"]),
]


@pytest.mark.parametrize(("text", "wanted"), KEYS, ids=[text for text, _ in KEYS])
def test_keys_of_dictionaries_are_offered(oracle: Oracle, text: str, wanted: list[str]) -> None:
    found = candidates(oracle, text)
    assert [candidate.name for candidate in found] == wanted
    assert {candidate.kind for candidate in found} == {"key"}


def test_a_key_takes_the_place_of_all_that_stands_behind_the_quote(oracle: Oracle) -> None:
    text = 'prices = {"cold milk": 2}\nprices["cold mi‸"]'
    answer = oracle.ask(Complete(oracle.source(text), *cursor_in(text)))
    assert isinstance(answer, Completions)
    assert answer.start == len('prices["')


@pytest.mark.parametrize("text", ['open("‸', "Path('‸')", "Path('x') / '‸'", "print('notes.‸')"])
def test_files_of_the_folder_are_offered(oracle: Oracle, text: str) -> None:
    (oracle.folder / "data" / "more").mkdir(parents=True)
    for name in ("main.py", "notes.txt", "data/prices.csv", ".hidden"):
        (oracle.folder / name).write_text("")
    wanted = ["notes.txt", "data/", "main.py", "data/prices.csv", "data/more/", ".hidden"]
    assert names(oracle, text) == wanted


def test_a_folder_that_is_gone_has_no_files(oracle: Oracle) -> None:
    oracle.folder = oracle.folder / "gone"
    assert names(oracle, 'open("‸") ') == []


def test_other_programs_of_the_example_are_known(oracle: Oracle) -> None:
    (oracle.folder / "shop.py").write_text("def sell(count, price): pass\nclass Till: pass\n")
    (oracle.folder / "parts").mkdir()
    (oracle.folder / "parts" / "__init__.py").write_text("")
    (oracle.folder / "parts" / "wheel.py").write_text("SPOKES = 32\n")
    assert {"shop", "parts"} <= set(names(oracle, "import ‸"))
    assert set(names(oracle, "from shop import ‸")) == {"sell", "Till"}
    assert {"sell", "Till"} <= set(names(oracle, "import shop\nshop.‸"))
    assert {"count=", "price="} <= set(names(oracle, "from shop import *\nsell(‸)"))
    assert "Till" in names(oracle, "from shop import *\n‸")
    assert "wheel" in names(oracle, "from parts import ‸")
    assert names(oracle, "from parts.wheel import ‸") == ["SPOKES"]
    (oracle.folder / "shop.py").write_text("def buy(): pass\n")
    assert names(oracle, "from shop import ‸") == ["buy"]


def test_snippets_are_offered_for_what_was_taught_alone(oracle: Oracle) -> None:
    found = candidates(oracle, "‸", taught=TAUGHT)
    snippets = {one.name.split()[0]: one.insert for one in found if one.kind == "snippet"}
    assert snippets.keys() == {"for", "if", "def", "try"}
    assert snippets["for"] == "for ${item} in ${items}:\n    ${}"
    assert not [one for one in candidates(oracle, "‸") if one.kind == "snippet"]
    assert not [one for one in candidates(oracle, "x = ‸", taught=TAUGHT) if one.kind == "snippet"]


def test_ranks_are_as_the_candidates_stand(oracle: Oracle) -> None:
    found = candidates(oracle, "‸", taught=TAUGHT)
    assert [one.rank for one in found] == list(range(len(found)))
    assert len({one.name for one in found}) == len(found)


def test_what_only_the_worker_imports_is_not_there_for_programs(oracle: Oracle) -> None:
    assert not {"jedi", "parso", "black", "groundwork"} & set(names(oracle, "import ‸"))


def test_lines_may_end_as_they_like(oracle: Oracle) -> None:
    text = 'text = "a"\r\nif text:\r\n    text.‸\r\nprint(text)\r\n'
    assert "upper" in names(oracle, text)
