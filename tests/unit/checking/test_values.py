"""Values on their way from a program, and their comparison."""

from __future__ import annotations

import json
import math
from collections import Counter, OrderedDict, namedtuple
from enum import Enum, IntEnum

import pytest
from hypothesis import given
from hypothesis import strategies as st

from groundwork.checking.values import (
    MalformedValueError,
    Opaque,
    TooLarge,
    decoded,
    is_same,
    literal,
    shown,
)
from groundwork.child.encoding import MOST_CHARACTERS, encoded

SCALARS = (
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(st.characters()) | st.binary()
)
KEYS = st.integers() | st.text()
VALUES = st.recursive(
    SCALARS,
    lambda inner: (
        st.lists(inner)
        | st.tuples(inner, inner)
        | st.dictionaries(KEYS, inner)
        | st.sets(KEYS)
        | st.frozensets(KEYS)
    ),
)


def there_and_back(value: object) -> object:
    return decoded(json.loads(encoded(value)))


@given(VALUES)
def test_plain_values_come_as_they_went(value: object) -> None:
    back = there_and_back(value)
    assert type(back) is type(value)
    assert is_same(back, value)
    assert repr(back) == repr(value) or isinstance(value, set | frozenset | dict | list | tuple)


@given(VALUES)
def test_a_line_holds_a_value(value: object) -> None:
    text = encoded(value)
    assert "\n" not in text
    assert text.isascii()


class Colour(Enum):
    RED = 1


class Level(IntEnum):
    HIGH = 3


Point = namedtuple("Point", "x y")  # noqa: PYI024 - as learners write them


@pytest.mark.parametrize(
    ("value", "plain"),
    [
        (Counter("aab"), {"a": 2, "b": 1}),
        (OrderedDict(a=1), {"a": 1}),
        (Level.HIGH, 3),
        (Point(1, 2), (1, 2)),
        (type("Name", (str,), {})("tea"), "tea"),
        (type("Price", (float,), {})(2.5), 2.5),
    ],
)
def test_a_subclass_of_a_plain_type_comes_as_that(value: object, plain: object) -> None:
    back = there_and_back(value)
    assert type(back) is type(plain)
    assert back == plain


def test_other_objects_come_as_type_and_repr_without_their_address() -> None:
    assert there_and_back(Colour.RED) == Opaque("Colour", "<Colour.RED: 1>")
    assert there_and_back([object()]) == [Opaque("object", "<object object>")]
    assert there_and_back(2 + 1j) == Opaque("complex", "(2+1j)")


def test_what_is_too_large_is_the_same_as_nothing() -> None:
    for value in ([0] * MOST_CHARACTERS, "x" * (MOST_CHARACTERS + 1), 1 << (8 * MOST_CHARACTERS)):
        back = there_and_back(value)
        assert isinstance(back, TooLarge)
        assert not is_same(back, there_and_back(value))
        assert "too large" in shown(back)


def test_a_list_in_itself_ends_somewhere() -> None:
    endless: list[object] = []
    endless.append(endless)
    assert there_and_back(endless) != []


@pytest.mark.parametrize(
    "json_value",
    [1.5, [], ["l"], ["l", 3], ["q", []], ["d", [[["l", []], 1]]], ["i", "zz"], {}, ["f", "x"]],
)
def test_what_no_child_would_write_is_refused(json_value: object) -> None:
    with pytest.raises(MalformedValueError):
        decoded(json_value)


@pytest.mark.parametrize(
    ("got", "expected", "same"),
    [
        (1, 1.0, True),
        (True, 1, False),
        (0, False, False),
        (True, True, True),
        ([1, True], [1, 1], False),
        ((1,), [1], False),
        ({1, 2}, frozenset({2, 1}), True),
        ({"a": [1]}, {"a": [1.0]}, True),
        ({"a": 1}, {"a": 1, "b": 2}, False),
        (math.nan, math.nan, True),
        (math.inf, -math.inf, False),
        ("1", 1, False),
        (None, False, False),
        (b"a", "a", False),
        (Opaque("complex", "(1+2j)"), 1 + 2j, True),
        (Opaque("A", "x"), Opaque("B", "x"), False),
        ([Opaque("A", "x")], [Opaque("A", "x")], True),
        (10**400, 1.0, False),
        (10**400, 10**400, True),
    ],
)
def test_values_are_the_same_as_equality_says_but_for_truth(
    got: object, expected: object, *, same: bool
) -> None:
    assert is_same(got, expected) is same


def test_numbers_are_the_same_within_the_tolerance_at_any_depth() -> None:
    assert is_same([0.1 + 0.2, {"a": (1.05,)}], [0.3, {"a": (1,)}], 0.06)
    assert not is_same([1.07], [1], 0.06)
    assert not is_same(math.inf, 1.0, 1e300)
    assert not is_same(10**400, 1.0, 1.0)


@pytest.mark.parametrize("written", ["", "1 +", "open('x')", "[1", "x", "(" * 3000])
def test_what_is_no_literal_is_refused(written: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 - that it is refused is all
        literal(written)


def test_literals_are_read() -> None:
    assert literal(" [1, (2.5, None), {'a': {3}}] ") == [1, (2.5, None), {"a": {3}}]
