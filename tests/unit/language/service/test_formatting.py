from __future__ import annotations

import pytest
from tests.unit.language.oracle import Oracle

from groundwork.language.protocol import Answer, Format, Formatted, Refused

NEAT = 'total = 3 * [1, 2]\n\n\ndef f(a, b=2):\n    return {"a": a}\n'


def formatted(oracle: Oracle, text: str) -> Answer:
    return oracle.ask(Format(oracle.source(text)))


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("total=3*[1,2]\ndef f( a,b = 2 ):\n  return {'a':a}", NEAT),
        (NEAT, NEAT),
        ("", ""),
        ("# only this", "# only this\n"),
        ("x = [1,\n  2,]", "x = [\n    1,\n    2,\n]\n"),
        ("x = [1,\n  2]", "x = [1, 2]\n"),
        ("a=1\r\nb=2", "a = 1\r\nb = 2\r\n"),
        ("été='é'\n", 'été = "é"\n'),
    ],
)
def test_the_usual_form(oracle: Oracle, text: str, form: str) -> None:
    assert formatted(oracle, text) == Formatted(form)


def test_no_line_is_longer_than_88_characters(oracle: Oracle) -> None:
    answer = formatted(oracle, f"x = f({'argument, ' * 12})\ny = f({'a, ' * 26}a)\n")

    assert isinstance(answer, Formatted)
    assert answer.text.count("\n    argument,") == 12
    assert max(map(len, answer.text.split("\n"))) == 86


@pytest.mark.parametrize(
    ("text", "line"),
    [("x = 1\nif x\n", 2), ("return 1\n", 1), ("def f(:\n", 1), ("x = (\n", 1)],
)
def test_what_is_no_python_is_refused_with_its_line(oracle: Oracle, text: str, line: int) -> None:
    sentence = f"Nothing was formatted, because line {line} is no Python yet."

    assert formatted(oracle, text) == Refused(sentence)


@pytest.mark.parametrize(
    "text", ["x = 1\0\n", "(" * 5000 + ")" * 5000, "x = " + "-" * 50_000 + "1"]
)
def test_what_is_strange_is_refused(oracle: Oracle, text: str) -> None:
    answer = formatted(oracle, text)

    assert isinstance(answer, Refused)
    assert answer.sentence


def test_odd_code_raises_no_warnings(oracle: Oracle) -> None:
    assert formatted(oracle, "x = '\\d' is 1\n") == Formatted('x = "\\d" is 1\n')
