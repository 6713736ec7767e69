"""Where the rows of the page stand."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from groundwork.gui.page.column import Column

ROWS = st.lists(st.tuples(st.integers(0, 40), st.integers(1, 900)), min_size=1, max_size=30)


def test_a_row_stands_below_its_gap() -> None:
    column = Column([(24, 100), (16, 50)], foot=32)
    assert [column.top(0), column.top(1)] == [24, 140]
    assert column.height == 24 + 100 + 16 + 50 + 32


def test_a_higher_row_moves_those_below_it() -> None:
    column = Column([(0, 10), (5, 10), (5, 10)], foot=0)
    column.set_row_height(1, 30)
    assert [column.top(0), column.top(1), column.top(2)] == [0, 15, 50]
    assert column.height == 60


def test_a_column_without_rows_has_only_its_foot() -> None:
    column = Column([], foot=32)
    assert column.height == 32
    assert list(column.rows_between(0, 500)) == []
    assert column.y_of(column.place_at(17)) == 0


def test_below_all_rows_is_the_place_after_the_last() -> None:
    column = Column([(0, 10), (0, 10)], foot=100)
    assert column.place_at(500) == 2.0
    assert column.y_of(2.0) == 20


def test_a_place_that_does_not_exist_is_the_nearest_that_does() -> None:
    column = Column([(0, 10), (0, 10)], foot=0)
    assert column.y_of(-3.0) == 0
    assert column.y_of(99.5) == 20


def test_a_place_keeps_its_share_of_a_row_that_grows() -> None:
    column = Column([(0, 100), (0, 100)], foot=0)
    place = column.place_at(150)
    column.set_row_height(0, 300)
    column.set_row_height(1, 200)
    assert column.y_of(place) == 400


@given(ROWS, st.data())
def test_every_height_is_found_again_by_its_place(
    rows: list[tuple[int, int]], data: st.DataObject
) -> None:
    column = Column(rows, foot=0)
    y = data.draw(st.integers(0, column.height))
    assert column.y_of(column.place_at(y)) == y


@given(ROWS, st.integers(0, 30_000), st.integers(0, 2_000))
def test_the_rows_between_two_heights_are_all_that_are_there(
    rows: list[tuple[int, int]], top: int, extent: int
) -> None:
    column = Column(rows, foot=0)
    found = column.rows_between(top, top + extent)
    for index in range(len(rows)):
        begins = column.top(index) - rows[index][0]
        ends = column.top(index) + rows[index][1]
        if begins <= top + extent and ends > top:
            assert index in found
        else:
            assert index not in found or begins == top + extent
