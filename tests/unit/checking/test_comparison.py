"""Texts compared as an author asks for, and where they differ."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from groundwork.checking.comparison import Difference, first_difference, is_text_same
from groundwork.packs.checks import Comparison

TEXTS = st.text("ab 1.\n\r", max_size=30)


@pytest.mark.parametrize(
    ("got", "expected"),
    [
        ("a\nb\n", "a\nb"),
        ("a\nb\n\n  \n", "a\nb"),
        ("a\r\nb\r\n", "a\nb\n"),
        ("", "\n\n"),
    ],
)
def test_line_ends_and_what_stands_behind_the_last_line_do_not_count(
    got: str, expected: str
) -> None:
    assert is_text_same(got, expected)


@pytest.mark.parametrize(
    ("got", "expected", "difference"),
    [
        ("a b\n", "a  b\n", Difference(2, 2, 1)),
        ("one\ntwo\n", "one\nTwo\n", Difference(4, 4, 2)),
        ("one\n", "one\ntwo\n", Difference(3, 4, 1)),
        ("one\ntwo\n", "one\n", Difference(4, 3, 2)),
        ("one \n", "one\n", Difference(3, 3, 1)),
        ("\none", "one", Difference(0, 0, 1)),
        ("", "x", Difference(0, 0, 1)),
    ],
)
def test_the_first_difference_is_found_letter_by_letter(
    got: str, expected: str, difference: Difference
) -> None:
    assert first_difference(got, expected) == difference


def test_words_are_compared_up_to_white_space() -> None:
    assert is_text_same("a\n\n  b\tc", "a b c\n", Comparison.WORDS)
    assert first_difference("a  b", "a c", Comparison.WORDS) == Difference(3, 2, 1)
    assert first_difference("a", "a b", Comparison.WORDS) == Difference(1, 2, 1)
    assert not is_text_same("ab", "a b", Comparison.WORDS)


def test_numbers_are_compared_within_the_tolerance() -> None:
    assert is_text_same("pi is 3.1416", "pi is  3.14159", Comparison.NUMBERS, 0.001)
    assert not is_text_same("pi is 3.15", "pi is 3.14159", Comparison.NUMBERS, 0.001)
    assert not is_text_same("pie 3", "pi 3", Comparison.NUMBERS, 0.001)
    assert is_text_same("1e3", "1000", Comparison.NUMBERS)
    assert not is_text_same("nan", "1", Comparison.NUMBERS, 5)


@given(TEXTS, st.sampled_from(Comparison))
def test_a_text_is_the_same_as_itself(text: str, comparison: Comparison) -> None:
    assert is_text_same(text, text, comparison)


@given(TEXTS, TEXTS, st.sampled_from(Comparison))
def test_comparing_knows_no_sides(one: str, other: str, comparison: Comparison) -> None:
    assert is_text_same(one, other, comparison) is is_text_same(other, one, comparison)


@given(TEXTS, TEXTS, st.sampled_from(Comparison))
def test_the_first_difference_lies_in_both_texts(
    got: str, expected: str, comparison: Comparison
) -> None:
    found = first_difference(got, expected, comparison)
    if found is not None:
        assert 0 <= found.got_at <= len(got)
        assert 0 <= found.expected_at <= len(expected)
        assert found.line == got.count("\n", 0, found.got_at) + 1
