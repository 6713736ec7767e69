"""The home page, from the bar and the keys, in the whole window."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QPushButton

from groundwork.learner.states import WorkState

from .conftest import OpenOn, OpenWindow
from .lessons import example, write_pack
from .seat import ALT, CTRL, NONE, Key, Seat

LESSONS = {
    "one/first": "Text.\n\n" + example("first", "print(1)"),
    "one/second": "More text.\n",
    "two/third": "Still more.\n",
}


def said(seat: Seat) -> str:
    return seat.labels(seat.app.home_page)


def go_home(seat: Seat) -> None:
    seat.press(Key.Key_Home, ALT)
    seat.wait(lambda: seat.app.pages.is_home)


def test_home_says_where_to_go_on_and_how_far_each_chapter_is(open_on: OpenOn) -> None:
    seat = open_on(LESSONS)
    seat.wait(lambda: seat.row("First").state is WorkState.BEGUN)
    go_home(seat)
    assert seat.window.windowTitle() == "Home - Groundwork"
    for words in ("A small pack", "0 of 3 lessons done", "Where you were · One", "0 of 2 lessons"):
        assert words in said(seat)
    assert isinstance(seat.focused, QPushButton)
    assert seat.focused.accessibleName() == "Continue: First"
    seat.press(Key.Key_Space)
    seat.wait(lambda: not seat.app.pages.is_home)
    assert seat.window.windowTitle() == "First - Groundwork"
    assert seat.has_focus(seat.app.page)


def test_home_leads_to_the_next_new_lesson(open_on: OpenOn) -> None:
    seat = open_on(LESSONS)
    seat.click("Home")
    seat.click("Begin: Second")
    seat.wait(lambda: seat.lesson == "Second")
    assert not seat.app.pages.is_home


def test_back_leads_from_home_to_the_lesson_that_was_read(open_on: OpenOn) -> None:
    seat = open_on(LESSONS)
    seat.press(Key.Key_PageDown, CTRL)
    seat.wait(lambda: seat.lesson == "Second")
    go_home(seat)
    seat.press(Key.Key_Left, ALT)
    seat.wait(lambda: not seat.app.pages.is_home)
    assert seat.lesson == "Second"
    seat.press(Key.Key_Left, ALT)
    seat.wait(lambda: seat.lesson == "First")


def test_the_place_in_the_lesson_is_kept_while_home_is_seen(open_on: OpenOn) -> None:
    texts = ["Text."] * 99
    long = "\n\n".join([example("first", "print(1)"), *texts, "## The end", *texts])
    seat = open_on({"one/first": long})
    page = seat.app.page
    seat.press(Key.Key_P, ALT)
    seat.press(Key.Key_Tab)  # to a button at the top
    assert page.scroll_to_anchor("the-end")
    seat.wait(lambda: page.scroll_position() > 0)
    place = page.scroll_position()
    for key, modifiers in ((Key.Key_Space, NONE), (Key.Key_Left, ALT)):
        go_home(seat)
        seat.press(key, modifiers)
        seat.wait(lambda: not seat.app.pages.is_home)
        assert page.scroll_position() == place


def test_home_follows_what_the_learner_does(open_on: OpenOn) -> None:
    seat = open_on(LESSONS)
    seat.click("Mark as done")
    go_home(seat)
    seat.wait(lambda: "1 of 3 lessons done" in said(seat))
    seat.app.progress.time_spent(seat.app.reading.current.address, 5000)  # type: ignore[union-attr]
    seat.wait(lambda: "1 h 23 min spent" in said(seat))


def test_a_lesson_chosen_in_the_tree_takes_the_place_of_home(open_on: OpenOn) -> None:
    seat = open_on(LESSONS)
    go_home(seat)
    seat.click_row("Second")
    seat.wait(lambda: not seat.app.pages.is_home and seat.lesson == "Second")
    go_home(seat)
    seat.click_row("Second")
    seat.wait(lambda: not seat.app.pages.is_home)


def test_what_cannot_be_opened_is_told_in_the_place_of_home(
    open_on: OpenOn, tmp_path: Path
) -> None:
    seat = open_on(LESSONS)
    go_home(seat)
    seat.window.folder_dropped.emit(tmp_path)
    seat.wait(lambda: not seat.app.pages.is_home)
    assert "cannot be opened" in seat.labels(seat.app.bar)
    assert "cannot be opened" in seat.labels(seat.app.page)


def test_where_there_is_no_lesson_home_says_how_to_begin(
    open_on: OpenOn, open_window: OpenWindow, tmp_path: Path
) -> None:
    seat = open_on(LESSONS)
    seat.leave()
    (tmp_path / "lessons" / "small").rename(tmp_path / "elsewhere")
    seat = open_window()
    seat.wait(lambda: seat.app.pages.is_home)
    seat.wait(lambda: "Open a pack from the menu" in said(seat))
    write_pack(tmp_path / "other", LESSONS, "other", "Another pack")
    seat.window.folder_dropped.emit(tmp_path / "other")
    seat.wait(lambda: not seat.app.pages.is_home and seat.lesson == "First")


def test_the_first_start_opens_the_first_lesson(open_window: OpenWindow) -> None:
    seat = open_window()
    seat.wait(lambda: seat.lesson == "Welcome")
    assert not seat.app.pages.is_home
