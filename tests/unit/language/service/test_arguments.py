"""What is written of a call tells which argument the cursor is in."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from groundwork.language.service.arguments import arguments_in


@pytest.mark.parametrize(
    ("text", "positional", "keywords", "current"),
    [
        ("", 0, (), ""),
        ("1", 0, (), "1"),
        ("1, ", 1, (), " "),
        ("(1, 2), [3, 4], {5: 6}, x", 3, (), " x"),
        ("'a, b', \"c, (d\", '''e, ''', f", 3, (), " f"),
        ("a=1, b=", 0, ("a",), " b="),
        ("a == 1, ", 1, (), " "),
        ("lambda a, b: a, c", 1, (), " c"),
        ("lambda a, b: {1: 2}, lambda x: ", 1, (), " lambda x: "),
        ("1, # a, b\n 2, ", 2, (), " "),
        ("*a, **b, c", 1, (), " c"),
        ("'unclosed, ", 0, (), "'unclosed, "),
        ("f'{a, b}', ", 1, (), " "),
        ("x[1, 2], y(3, 4), ", 2, (), " "),
        ("1, (2, 3", 1, (), " (2, 3"),
    ],
)
def test_arguments_are_counted(
    text: str, positional: int, keywords: tuple[str, ...], current: str
) -> None:
    found = arguments_in(text)
    assert (found.positional, found.keywords, found.current) == (positional, keywords, current)


def test_the_name_of_an_argument_is_known() -> None:
    assert arguments_in("1, sep = ").keyword == "sep"
    assert arguments_in("1, sep == ").keyword == ""
    assert arguments_in("*more, ").is_starred


@given(st.text(alphabet="ab,=()[]{}'\"#\\\n:* lambda"))
def test_any_text_has_arguments(text: str) -> None:
    found = arguments_in(text)
    assert 0 <= found.positional <= text.count(",")
    assert text.endswith(found.current) or "#" in text
