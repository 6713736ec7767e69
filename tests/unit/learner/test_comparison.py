from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from groundwork.learner.comparison import (
    MOST_ROWS,
    Row,
    Side,
    compared,
    shortened,
    side_by_side,
)

TEXTS = st.lists(st.sampled_from(["a", "b", "", "if x:", "\u2028", "é\0"]), max_size=30).map(
    "\n".join
)
SIGNS = {Side.BOTH: " ", Side.EARLIER: "-", Side.NOW: "+", Side.NEITHER: "?"}


def told(earlier: str, now: str) -> list[str]:
    return [f"{SIGNS[row.side]}{row.text}" for row in compared(earlier, now)]


def test_equal_texts_have_every_line_in_common() -> None:
    assert told("a\nb\n", "a\nb\n") == [" a", " b", " "]


def test_what_is_gone_comes_before_what_was_added() -> None:
    assert told("a\nold\nb", "a\nnew\nb") == [" a", "-old", "+new", " b"]


def test_lines_put_in_the_middle_leave_those_around_alone() -> None:
    assert told("a\nb\nc", "a\nx\nb\ny\nc") == [" a", "+x", " b", "+y", " c"]


@pytest.mark.parametrize("end", ["\r\n", "\r", "\u2029"])
def test_ends_of_lines_of_any_kind_are_the_same(end: str) -> None:
    assert told(f"a{end}b", "a\nb") == [" a", " b"]


@given(TEXTS, TEXTS)
def test_both_texts_can_be_read_out_of_their_comparison(earlier: str, now: str) -> None:
    rows = compared(earlier, now)
    assert [row.text for row in rows if row.side is not Side.NOW] == earlier.split("\n")
    assert [row.text for row in rows if row.side is not Side.EARLIER] == now.split("\n")


def test_large_texts_without_a_line_in_common_are_set_one_after_the_other() -> None:
    earlier, now = range(50_000), range(50_000, 100_000)
    rows = compared("\n".join(map(str, earlier)), "\n".join(map(str, now)))
    assert [row.side for row in rows] == [Side.EARLIER] * 50_000 + [Side.NOW] * 50_000


def test_few_rows_are_shown_as_they_are() -> None:
    rows = compared("a\nb", "a\nc")
    assert shortened(rows) == rows


def test_of_many_rows_those_around_a_difference_are_shown() -> None:
    lines = [str(number) for number in range(2 * MOST_ROWS)]
    other = [*lines[:100], "new", *lines[100:]]
    rows = shortened(compared("\n".join(lines), "\n".join(other)))
    assert rows[20] == Row(Side.NEITHER, "… 60 lines that are the same")
    assert rows[41] == Row(Side.NOW, "new")
    assert rows[62] == Row(Side.NEITHER, "… 5,860 lines that are the same")
    assert rows[-1] == Row(Side.BOTH, lines[-1])


def test_more_than_anybody_reads_is_left_out_at_the_end() -> None:
    rows = shortened(compared("", "\n".join(map(str, range(MOST_ROWS + 500)))))
    assert len(rows) == MOST_ROWS + 1
    assert rows[-1] == Row(Side.NEITHER, "… 501 more lines")


def test_a_very_long_line_is_cut() -> None:
    (row,) = shortened(compared("x" * 10_000, "x" * 10_000))
    assert row.text == "x" * 2000 + " … 8,000 more characters"


def test_side_by_side_what_is_the_same_stands_level() -> None:
    left, right = side_by_side(compared("a\nold\nb", "a\nnew\nnewer\nb\nc"))
    assert [row.text for row in left] == ["a", "old", "", "b", ""]
    assert [row.text for row in right] == ["a", "new", "newer", "b", "c"]
    assert [row.side for row in left] == [
        Side.BOTH, Side.EARLIER, Side.NEITHER, Side.BOTH, Side.NEITHER,
    ]  # fmt: skip


@given(TEXTS, TEXTS)
def test_side_by_side_no_line_is_lost(earlier: str, now: str) -> None:
    rows = compared(earlier, now)
    left, right = side_by_side(rows)
    assert len(left) == len(right)
    assert [row for row in left if row.side is not Side.NEITHER] == [
        row for row in rows if row.side is not Side.NOW
    ]
    assert [row for row in right if row.side is not Side.NEITHER] == [
        row for row in rows if row.side is not Side.EARLIER
    ]
    for one, other in zip(left, right, strict=True):
        assert (one.side is Side.BOTH) == (other.side is Side.BOTH)
