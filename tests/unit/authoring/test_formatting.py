"""The form of a solution's code."""

from __future__ import annotations

import pytest

from groundwork.authoring.formatting import format_faults
from groundwork.packs.model import SourceFile

GOOD = '''\
"""A module."""

import os


class Shop:
    prices = {
      "tea": 4,
    }

    def total(self):
        for price in self.prices:
            yield price


TEXT = """
\tnot code
"""
'''


def told(text: str) -> list[tuple[int, str]]:
    return [(one.line, one.sentence) for one in format_faults(SourceFile("main.py", text))]


@pytest.mark.parametrize("text", ["", "x = 1\n", GOOD.replace("\tnot", "not")])
def test_nothing_is_said_of_good_form(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    ("text", "line", "part"),
    [
        ("x = 1", 1, "its last line does not end"),
        ("x = 1\n\n", 3, "empty lines follow it"),
        ("x = 1\nif x:\n  x = 2\n", 3, "line 3 is indented by 2 spaces"),
        ("x = 1\nif x:\n\tx = 2\n", 3, "line 3 begins with a tab"),
        ("x = 1 \n", 1, "blanks stand at the end of line 1"),
        (f"x = '{'a' * 90}'\n", 1, "line 1 has 96 characters; 88 are the most"),
        ("x = 1\n\n\n\ny = 2\n", 4, "line 4 is the third empty one"),
        ("x = 1\nx = = 2\n", 2, "line 2 is no Python (invalid syntax)"),
        ("x = (1\n", 1, "line 1 is no Python"),
    ],
)
def test_each_fault_is_told_with_its_line(text: str, line: int, part: str) -> None:
    ((told_line, sentence),) = told(text)

    assert (told_line, part in sentence) == (line, True)


def test_of_each_kind_the_first_is_told() -> None:
    assert [line for line, _ in told("a = 1 \nb = 2 \nif a:\n  b = 3\n  c = 4")] == [1, 4, 5]
