"""Where surfaces go that belong to a place."""

from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QRect, QSize

from groundwork.gui.language.placing import fitted

ROOM = QRect(0, 0, 400, 300)
SMALL = QSize(100, 60)


def anchor_at(x: int, y: int) -> QRect:
    return QRect(x, y, 1, 20)


def test_a_surface_goes_under_its_place() -> None:
    assert fitted(anchor_at(50, 100), SMALL, ROOM) == QRect(50, 120, 100, 60)


def test_it_goes_over_it_where_there_is_no_room_below() -> None:
    assert fitted(anchor_at(50, 270), SMALL, ROOM) == QRect(50, 210, 100, 60)


def test_it_goes_over_it_where_that_is_wanted_and_there_is_room() -> None:
    assert fitted(anchor_at(50, 100), SMALL, ROOM, is_above=True).bottom() == 99
    assert fitted(anchor_at(50, 30), SMALL, ROOM, is_above=True).top() == 50


def test_it_moves_left_where_there_is_no_room_to_the_right() -> None:
    assert fitted(anchor_at(390, 100), SMALL, ROOM).right() == ROOM.right()


def test_it_goes_past_what_lies_there_already() -> None:
    tip = QRect(40, 60, 200, 40)
    assert (
        fitted(anchor_at(50, 100), SMALL, ROOM, is_above=True, obstacles=[tip]).bottom()
        == 160 - 101
    )
    assert fitted(anchor_at(50, 100), SMALL, ROOM, obstacles=[tip]).top() == 120


def test_a_high_surface_is_cut_down_to_the_larger_side() -> None:
    assert fitted(anchor_at(50, 200), QSize(100, 280), ROOM) == QRect(50, 0, 100, 200)
    assert fitted(anchor_at(50, 80), QSize(100, 280), ROOM) == QRect(50, 100, 100, 200)


@given(
    st.tuples(st.integers(0, 399), st.integers(0, 299)),
    st.tuples(st.integers(1, 900), st.integers(1, 900)),
    st.booleans(),
    st.lists(st.tuples(*(st.integers(0, 300) for _ in range(4))), max_size=2),
)
def test_it_never_leaves_the_room(
    place: tuple[int, int],
    size: tuple[int, int],
    is_above: bool,  # noqa: FBT001 - hypothesis gives arguments by place
    others: list[tuple[int, int, int, int]],
) -> None:
    anchor, obstacles = anchor_at(*place), [QRect(*other) for other in others]
    surface = fitted(anchor, QSize(*size), ROOM, is_above=is_above, obstacles=obstacles)
    assert ROOM.contains(surface)
