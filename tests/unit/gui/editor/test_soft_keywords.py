import pytest
from hypothesis import given
from hypothesis import strategies as st

from groundwork.gui.editor.soft_keywords import soft_keyword_spans


def found(line: str) -> list[str]:
    text = line.encode()
    return [text[start:end].decode() for start, end in soft_keyword_spans(text)]


@pytest.mark.parametrize(
    "line",
    [
        "match x:",
        "match (a, b):",
        "match -x:",
        "match *a, b:",
        "match {'a': 1}:",
        "match 'a:b':  # told apart",
        "    match not x:",
        "match n\u00e4me:",
    ],
)
def test_match_before_a_subject_is_a_keyword(line: str) -> None:
    assert found(line) == ["match"]


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("case _:", ["case", "_"]),
        ("case [a, _]:", ["case", "_"]),
        ("case {'k': _, **rest}:", ["case", "_"]),
        ("case Point(x=0) if y:", ["case"]),
        ("case 1: print(_)", ["case"]),
        ("case -1:", ["case"]),
        ("case 'x' | 'y':", ["case"]),
        ("case x as _y:", ["case"]),
        ("case Colour._:", ["case"]),
    ],
)
def test_case_before_a_pattern_is_a_keyword_and_so_is_its_wildcard(
    line: str, words: list[str]
) -> None:
    assert found(line) == words


@pytest.mark.parametrize("line", ["type X = int", "type X[T] = list[T]"])
def test_type_before_a_name_is_a_keyword(line: str) -> None:
    assert found(line) == ["type"]


@pytest.mark.parametrize(
    "line",
    [
        "match = 3",
        "match(x)",
        "match.group()",
        "match: int",
        "match in x",
        "x = match",
        "matching y:",
        "case = 2",
        "case(x)",
        "case[0]: int = 1",
        "type(x)",
        "type = 3",
        "type: int = 3",
        "_ = 3",
        "for _ in x:",
        "# match x:",
        "",
    ],
)
def test_elsewhere_they_are_names(line: str) -> None:
    assert found(line) == []


@given(st.binary(max_size=80))
def test_any_line_is_answered_with_places_inside_it(line: bytes) -> None:
    for start, end in soft_keyword_spans(line):
        assert line[start:end] in {b"match", b"case", b"type", b"_"}
