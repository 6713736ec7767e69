"""Where a name is made up."""

import pytest

from groundwork.gui.language.completion.newness import is_new_name


@pytest.mark.parametrize(
    "before",
    [
        "def ",
        "    async def ",
        "class ",
        "for ",
        "    for price, ",
        "for (price, ",
        "for first, *",
        "print(x for ",
        "import statistics as ",
        "with open(path) as ",
        "except ValueError as ",
        "def total(",
        "def total(prices, ",
        "def total(prices: list[int] = [], *",
        "def total(self, tax=rate(1, 2), **",
        "key=lambda ",
        "lambda price, ",
    ],
)
def test_a_name_is_new_here(before: str) -> None:
    assert is_new_name(before)


@pytest.mark.parametrize(
    "before",
    [
        "",
        "    ",
        "print(",
        "total(price, ",
        "for price ",
        "for price in ",
        "for price in prices, ",
        "print(x for x in ",
        "def total(prices: ",
        "def total(prices=",
        "def total(prices: dict[str, ",
        "def total(prices) -> ",
        "class Price(",
        "lambda price: ",
        "import ",
        "from statistics import ",
        "return ",
        "alias ",
        "x = before ",
    ],
)
def test_a_name_is_known_here(before: str) -> None:
    assert not is_new_name(before)
