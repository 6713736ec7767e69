"""How two values differ, in a sentence."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from groundwork.checking.differing import differing
from groundwork.checking.shortening import LONGEST
from groundwork.checking.values import Opaque, is_same

LONG = "x" * 100
VALUES = st.recursive(
    st.integers() | st.text() | st.none() | st.booleans(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner) | st.tuples(inner),
)


@pytest.mark.parametrize(
    ("got", "expected", "sentence"),
    [
        (2, 3, "This check expected 3 and got 2."),
        ("3", 3, "This check expected 3 and got '3'."),
        (Opaque("Order", "3"), 3, "This check expected 3 (int) and got 3 (Order)."),
        (LONG, 3, "This check expected an int and got a str."),
        ([], [LONG, 1], "This check expected 2 items and got no items."),
        ([LONG], [], "This check expected no items and got 1 item."),
        ((1, LONG), (1, "y"), "The items with index 1 differ."),
        ({}, {"a": LONG}, "The key 'a' is missing."),
        ({"a": LONG, 1: 2}, {"a": LONG}, "The key 1 was not expected."),
        ({"a": LONG, 1: 2}, {"a": LONG, 1: 3}, "The values for the key 1 differ."),
        (LONG + "a", LONG + "b", "The texts differ from letter 101 on."),
        ({LONG}, {1}, "This check expected another value."),
    ],
)
def test_the_sentence_says_what_differs(got: object, expected: object, sentence: str) -> None:
    assert differing(got, expected)[0] == sentence


def test_numbers_within_the_tolerance_are_passed_over() -> None:
    got, expected = [1.001, LONG, 2.0], [1.0, LONG, 3.0]
    assert differing(got, expected, 0.01)[0] == "The items with index 2 differ."


@given(VALUES, VALUES)
def test_any_two_values_that_differ_have_a_short_sentence(got: object, expected: object) -> None:
    if not is_same(got, expected):
        sentence, *texts = differing(got, expected)
        assert sentence.endswith(".")
        assert len(sentence) < 200
        assert all(len(text) <= LONGEST + 20 for text in texts)
