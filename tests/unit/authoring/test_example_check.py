from __future__ import annotations

import pytest

from groundwork.authoring.example_check import first_difference


@pytest.mark.parametrize(
    ("printed", "noted"), [("a\nb\n", "a\nb"), ("a \nb\n\n", "a\nb\n"), ("", "\n")]
)
def test_what_nobody_sees_does_not_count(printed: str, noted: str) -> None:
    assert first_difference(printed, noted) == ""


@pytest.mark.parametrize(
    ("printed", "noted", "difference"),
    [
        ("a\nb\n", "a\nc\n", "line 2 is “b”, and “c” is noted"),
        (" a\n", "a\n", "line 1 is “a”, and “a” is noted"),
        ("a\nb\n", "a\n", "it prints “b” in line 2, which is not noted"),
        ("a\n", "a\nb\n", "line 2, “b”, is not printed"),
    ],
)
def test_the_first_difference_is_told(printed: str, noted: str, difference: str) -> None:
    assert first_difference(printed, noted) == difference
