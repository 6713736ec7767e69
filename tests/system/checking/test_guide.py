"""The checks that the authors' guide shows: each passes one program, and fails another."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from groundwork.packs.check_tables import read_check_tables
from groundwork.packs.checks import AnyCheck
from groundwork.packs.problems import ProblemCollector
from groundwork.packs.python_checks import read_python_checks

from .exercises import exercise, verdicts_on

GUIDE = Path(__file__).parents[3] / "lessons" / "README.md"
TEXT = GUIDE.read_text(encoding="utf-8")
PRICE = """
def price(shop, name):
    return shop[name]
"""
BASKET = """
class Basket:
    def __init__(self):
        self.items = []

    def add(self, name):
        self.items.append(name)
"""
RIGHT = {
    "output": "print(int(input()) + int(input()))",
    "call": PRICE,
    "property": "def total(prices):\n    return sum(prices)\n",
    "raises": PRICE,
    "structure": "found = []\nfor order in (1, 2):\n    found.append(order)\n",
    "file": "open('orders.txt', 'w').write('tea\\nrice\\n')",
    "rows": """
        import sqlite3

        with sqlite3.connect("shop.db") as shop:
            shop.execute("create table teas (name, price)")
            shop.execute("insert into teas values ('mint', 4), ('green', 3)")
        shop.close()
    """,
    "http": """
        import json

        def app(environ, start_response):
            start_response("404 Not Found", [("Content-Type", "application/json")])
            return [json.dumps({"error": "no such order"}).encode()]
    """,
    "python": BASKET,
}
WRONG = {
    "output": "print(input() + input())",
    "call": "def price(shop, name):\n    return 3\n",
    "property": "def total(prices):\n    return max(prices, default=0)\n",
    "raises": "def price(shop, name):\n    return shop.get(name)\n",
    "structure": "found = sorted([1, 2])\n",
    "file": "open('orders.txt', 'w').write('tea\\n')",
    "rows": RIGHT["rows"].replace("('mint', 4), ", ""),
    "http": RIGHT["http"].replace("404 Not Found", "200 OK"),
    "python": BASKET.replace("self.items.append(name)", "pass"),
}


def shown_check(kind: str) -> AnyCheck:
    """The check of this kind in the guide."""
    problems = ProblemCollector(GUIDE)
    if kind == "python":
        (source,) = re.findall(r"^```python\n(.*?)^```", TEXT, re.MULTILINE | re.DOTALL)
        return read_python_checks(source, 1, problems)[0]
    table = re.compile(rf'^\[\[checks\]\]\nkind = "{kind}"\n.*?(?=^```)', re.MULTILINE | re.DOTALL)
    tables = table.findall(TEXT)
    return read_check_tables(tables[-1], 1, problems).checks[0]


@pytest.mark.parametrize("kind", RIGHT)
def test_a_check_of_the_guide_passes_what_is_right(kind: str) -> None:
    asked = exercise(shown_check(kind), solution=RIGHT[kind])

    assert verdicts_on(asked, RIGHT[kind]).are_passed


@pytest.mark.parametrize("kind", WRONG)
def test_a_check_of_the_guide_fails_what_is_wrong(kind: str) -> None:
    asked = exercise(shown_check(kind), solution=RIGHT[kind])

    assert not verdicts_on(asked, WRONG[kind]).are_passed
