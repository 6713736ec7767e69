"""A lesson, a chapter or a pack begins anew, and the work on it is kept."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QPoint
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QApplication, QMenu, QMessageBox

from groundwork.learner.states import WorkState

from .conftest import OpenOn
from .lessons import example
from .seat import CTRL, Key, Seat

LESSONS = {
    "one/first": example("count", "print(1)"),
    "one/second": example("other", "print(2)"),
    "two/third": example("more", "print(3)"),
}


def choose_in_tree(seat: Seat, title: str, entry: str) -> None:
    """Open the menu of a row, as the key for it does, and choose an entry."""
    place = seat.tree_view.visualRect(seat.index(title)).center()
    viewport = seat.tree_view.viewport()
    reason = QContextMenuEvent.Reason.Mouse
    event = QContextMenuEvent(reason, place, viewport.mapToGlobal(place))
    QApplication.sendEvent(viewport, event)
    (menu,) = seat.tree_view.findChildren(QMenu)
    chosen = next(action for action in menu.actions() if action.text() == entry)
    chosen.trigger()
    menu.close()


def answer(seat: Seat, button: str) -> str:
    seat.wait(lambda: [one for one in seat.dialogs if one.isActiveWindow()])
    (box,) = seat.dialogs
    assert isinstance(box, QMessageBox)
    text = box.text()
    seat.click(button)
    seat.wait(lambda: not seat.dialogs)
    seat.activate()
    return text


def begin_all(seat: Seat) -> None:
    """Change every example, and call every lesson done."""
    for number, title in enumerate(("First", "Second", "Third")):
        if number:
            seat.press(Key.Key_PageDown, CTRL)
            seat.wait_for_example(("count", "other", "more")[number])
        seat.write(f"mine = {number}")
        seat.click("Mark as done")
        seat.wait(partial(is_done, seat, title))


def is_done(seat: Seat, title: str) -> bool:
    return seat.row(title).state is WorkState.DONE


def work(home: Path, lesson: str, example_id: str) -> Path:
    return home / "data" / "drafts" / "small" / lesson / example_id


def kept(home: Path, lesson: str, example_id: str) -> list[str]:
    files = (work(home, lesson, example_id) / "history").glob("*-reset-*/main.py")
    return [file.read_text(encoding="utf-8") for file in files]


def test_a_lesson_begins_anew_and_the_history_has_what_was_there(
    open_on: OpenOn, home: Path
) -> None:
    seat = open_on(LESSONS)
    seat.write("mine = 1")
    seat.click("Mark as done")
    seat.wait(lambda: seat.row("First").state is WorkState.DONE)
    choose_in_tree(seat, "First", "Restart this lesson…")
    assert answer(seat, "Restart") == "Restart the lesson “First”?"
    seat.wait(lambda: seat.code == "print(1)\n")
    seat.wait(lambda: not seat.row("First").state.is_done)  # type: ignore[union-attr]
    assert kept(home, "first", "count") == ["mine = 1"]
    seat.wait_for_status("begins anew")


def test_a_chapter_begins_anew_with_lessons_that_are_not_open(open_on: OpenOn, home: Path) -> None:
    seat = open_on(LESSONS)
    begin_all(seat)
    seat.leave()
    seat = open_on(LESSONS)
    seat.wait(lambda: seat.lesson == "Third")
    seat.wait(lambda: seat.row("One").note == "2 of 2")
    choose_in_tree(seat, "One", "Restart this chapter…")
    assert answer(seat, "Restart") == "Restart the chapter “One”?"
    seat.wait(lambda: seat.row("One").note == "0 of 2")
    seat.wait(lambda: not seat.row("First").is_changed and not seat.row("Second").is_changed)
    assert kept(home, "first", "count") == ["mine = 0"]
    assert kept(home, "second", "other") == ["mine = 1"]
    assert (work(home, "third", "more") / "work" / "main.py").read_text() == "mine = 2"
    assert seat.row("Third").state is WorkState.DONE
    seat.press(Key.Key_PageUp, CTRL)
    seat.wait_for_example("other")
    assert seat.code == "print(2)\n"


def test_who_thinks_better_of_it_keeps_everything(open_on: OpenOn) -> None:
    seat = open_on(LESSONS)
    seat.write("mine = 1")
    choose_in_tree(seat, "A small pack", "Restart this pack…")
    assert answer(seat, "Leave it as it is") == "Restart the pack “A small pack”?"
    assert seat.code == "mine = 1"
    assert seat.row("First").state is WorkState.BEGUN


def test_the_menu_of_the_window_restarts_what_is_read(open_on: OpenOn) -> None:
    seat = open_on(LESSONS)
    asked: list[str] = []
    for kind in ("lesson", "chapter", "pack"):
        menus = seat.app.bar.findChildren(QMenu)
        entries = [action for menu in menus for action in menu.actions()]
        (entry,) = [one for one in entries if one.text() == f"Restart this {kind}…"]
        entry.trigger()
        asked.append(answer(seat, "Leave it as it is"))
    assert asked == [
        "Restart the lesson “First”?",
        "Restart the chapter “One”?",
        "Restart the pack “A small pack”?",
    ]


def test_beside_the_rows_there_is_no_menu(open_on: OpenOn) -> None:
    seat = open_on(LESSONS)
    viewport = seat.tree_view.viewport()
    place = QPoint(viewport.width() // 2, viewport.height() - 2)
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, place, viewport.mapToGlobal(place))
    QApplication.sendEvent(viewport, event)
    assert not seat.tree_view.findChildren(QMenu)
