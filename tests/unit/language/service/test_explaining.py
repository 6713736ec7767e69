"""What a candidate of a completion is."""

from __future__ import annotations

import pytest
from tests.unit.language.oracle import Oracle, cursor_in

from groundwork.language.protocol import Description, ExplainCandidate, Nothing


def explained(oracle: Oracle, text: str, name: str) -> Description:
    answer = oracle.ask(ExplainCandidate(oracle.source(text), *cursor_in(text), name))
    assert isinstance(answer, Description), answer
    return answer


EXPLAINED = [
    ("pri‸", "print", "Prints the values"),
    ("prices = [1]\nprices.‸", "append", "Append object"),
    ("prices = [1]\nprint(prices.ap‸", "append", "Append object"),
    ("import ‸", "json", "JavaScript Object Notation"),
    ("from collections import ‸", "Counter", "counting"),
    ('def add(a, b):\n    "The sum."\n\nad‸', "add", "The sum."),
    ("print(‸)", "sep=", "between the values"),
    ("from fastapi import FastAPI\nFastAPI(‸)", "title=", "title of the API"),
]


@pytest.mark.parametrize(("text", "name", "wanted"), EXPLAINED)
def test_a_candidate_is_explained(oracle: Oracle, text: str, name: str, wanted: str) -> None:
    answer = explained(oracle, text, name)
    assert answer.name == name.removesuffix("=")
    assert wanted in answer.html


def test_a_parameter_tells_how_it_is_written(oracle: Oracle) -> None:
    text = "def add(first: int, second: int = 2): pass\nadd(1, se‸)"
    assert explained(oracle, text, "second=").signature == "second: int = 2"


@pytest.mark.parametrize(
    ("text", "name"),
    [("‸", "for … in …:"), ("prices['‸", "tea"), ("open('‸", "a.txt"), ("x.‸", "nonsense")],
)
def test_there_is_nothing_to_say_of_what_is_no_name(oracle: Oracle, text: str, name: str) -> None:
    question = ExplainCandidate(oracle.source(text), *cursor_in(text), name)
    assert oracle.ask(question) == Nothing()
