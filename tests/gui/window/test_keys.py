from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QLabel, QLineEdit, QTabBar, QWidget

from .conftest import OpenOn, Size
from .lessons import example
from .seat import ALT, CTRL, NONE, SHIFT, Key, Seat

LESSON = "Some words.\n\n" + example("one", "print(1)")
ASKS_LATER = """\
import pathlib, time

print("begun", flush=True)
while not pathlib.Path("go").exists():
    time.sleep(0.01)
print("Hello", input("Name: "))
"""
WIDE, NARROW, NARROWER = (1360, 860), (1024, 600), (800, 600)


def panel(seat: Seat, name: str) -> QWidget:
    panels: dict[str, QWidget] = {
        "tree": seat.app.tree,
        "page": seat.app.page,
        "editor": seat.app.editor,
        "output": seat.app.run_panel.console,
    }
    return panels[name]


@pytest.mark.parametrize("size", [WIDE, NARROW, NARROWER])
@pytest.mark.parametrize(
    ("key", "name"),
    [(Key.Key_E, "editor"), (Key.Key_S, "output"), (Key.Key_L, "tree"), (Key.Key_P, "page")],
)
def test_a_key_leads_to_every_panel(open_on: OpenOn, size: Size, key: Qt.Key, name: str) -> None:
    seat = open_on(LESSON, size=size)
    for way in (Key.Key_S, Key.Key_P, key):
        seat.press(way, ALT)
    seat.wait(lambda: seat.has_focus(panel(seat, name)))
    assert panel(seat, name).isVisible()


@pytest.mark.parametrize(
    ("size", "names"),
    [
        (WIDE, ["tree", "page", "editor", "output"]),
        (NARROW, ["page", "editor", "output"]),
        (NARROWER, ["page", "editor", "output"]),
    ],
)
@pytest.mark.parametrize("modifier", [NONE, SHIFT])
def test_f6_goes_round_the_panels(
    open_on: OpenOn, size: Size, names: list[str], modifier: Qt.KeyboardModifier
) -> None:
    seat = open_on(LESSON, size=size)
    seat.press(Key.Key_P, ALT)
    step = -1 if modifier is SHIFT else 1
    start = names.index("page")
    for turn in range(1, 2 * len(names) + 1):
        seat.press(Key.Key_F6, modifier)
        name = names[(start + turn * step) % len(names)]
        assert seat.has_focus(panel(seat, name)), f"turn {turn}"


def test_f9_puts_the_tree_away_and_brings_it_back(open_on: OpenOn) -> None:
    seat = open_on(LESSON)
    seat.press(Key.Key_L, ALT)
    seat.press(Key.Key_F9)
    assert not seat.app.tree.isVisible()
    assert seat.has_focus(seat.app.page)
    assert seat.button("Show the lessons")
    seat.press(Key.Key_F9)
    assert seat.app.tree.isVisible()


def test_f9_opens_the_drawer_of_a_narrow_window(open_on: OpenOn) -> None:
    seat = open_on(LESSON, size=NARROW)
    assert not seat.app.tree.isVisible()
    seat.press(Key.Key_F9)
    assert seat.has_focus(seat.app.tree)
    seat.press(Key.Key_F9)
    assert not seat.app.tree.isVisible()
    seat.click("Show the lessons")
    assert seat.app.tree.isVisible()
    seat.press(Key.Key_Escape)
    assert not seat.app.tree.isVisible()


def test_the_focus_goes_back_when_the_drawer_is_put_away(open_on: OpenOn) -> None:
    seat = open_on(LESSON, size=NARROW)
    seat.press(Key.Key_E, ALT)
    for key in (Key.Key_F9, Key.Key_Escape):
        seat.press(Key.Key_F9)
        assert seat.has_focus(seat.app.tree)
        seat.press(key)
        assert not seat.app.tree.isVisible()
        assert seat.has_focus(seat.app.editor)


@pytest.mark.parametrize("size", [NARROW, NARROWER])
def test_choosing_a_lesson_in_the_drawer_closes_it(open_on: OpenOn, size: Size) -> None:
    seat = open_on({"one/first": LESSON, "one/second": "More.\n"}, size=size)
    seat.press(Key.Key_E, ALT)
    seat.press(Key.Key_F9)
    seat.click_row("Second")
    seat.wait(lambda: seat.lesson == "Second")
    assert not seat.app.tree.isVisible()
    assert seat.has_focus(seat.app.page)
    seat.press(Key.Key_F9)
    seat.press(Key.Key_Up)
    seat.press(Key.Key_Return)
    seat.wait(lambda: seat.lesson == "First")
    assert seat.has_focus(seat.app.page)


def test_the_panel_of_a_tab_takes_the_focus(open_on: OpenOn) -> None:
    seat = open_on(LESSON, size=NARROWER)
    seat.press(Key.Key_P, ALT)
    tabs = next(bar for bar in seat.app.panels.findChildren(QTabBar) if bar.count() == 2)
    seat.click(tabs, tabs.tabRect(1).center())
    assert seat.has_focus(seat.app.editor)
    seat.click(tabs, tabs.tabRect(0).center())
    assert seat.has_focus(seat.app.page)


@pytest.mark.parametrize("size", [WIDE, NARROW, NARROWER])
def test_the_search_is_one_key_away(open_on: OpenOn, size: Size) -> None:
    seat = open_on(LESSON, size=size)
    seat.press(Key.Key_E, ALT)
    seat.press(Key.Key_F, CTRL | SHIFT)
    assert isinstance(seat.focused, QLineEdit)
    assert seat.has_focus(seat.app.tree)


def test_f1_shows_every_key_that_the_window_obeys(open_on: OpenOn) -> None:
    seat = open_on(LESSON)
    seat.press(Key.Key_F1)
    (table,) = seat.dialogs
    seat.wait(table.isActiveWindow)
    words = " ".join(label.text() for label in table.findChildren(QLabel))
    for name in ("F5", "Shift+F5", "Ctrl+F2", "Ctrl+PgDown", "Alt+E", "F6", "F8", "F9", "Ctrl+0"):
        assert name in words
    seat.press(Key.Key_Escape)
    seat.wait(lambda: not seat.dialogs)


def test_dialogs_do_not_pile_up(open_on: OpenOn) -> None:
    seat = open_on(LESSON)
    for _ in range(3):
        seat.activate()
        seat.press(Key.Key_F1)
        seat.wait(lambda: any(one.isActiveWindow() for one in seat.dialogs))
        seat.press(Key.Key_Escape)
        seat.wait(lambda: not seat.dialogs)
    assert seat.window.findChildren(QDialog) == []


def test_at_800_pixels_f5_shows_what_it_runs(open_on: OpenOn) -> None:
    seat = open_on(LESSON, size=NARROWER)
    assert not seat.app.run_panel.isVisible()
    seat.press(Key.Key_F5)
    seat.wait_for_status("exit code 0")
    assert seat.app.run_panel.isVisible()


def test_at_800_pixels_a_question_is_seen(open_on: OpenOn) -> None:
    seat = open_on(example("ask", ASKS_LATER), size=NARROWER)
    seat.press(Key.Key_F5)
    seat.wait(lambda: "begun" in seat.output)
    seat.press(Key.Key_P, ALT)
    assert not seat.app.run_panel.isVisible()
    (seat.app.practice.working_folder / "go").touch()
    seat.wait(lambda: seat.has_focus(seat.app.run_panel.console))
    seat.type("Ada\n")
    seat.wait(lambda: "Hello Ada" in seat.output)


def test_at_800_pixels_f8_shows_the_line(open_on: OpenOn) -> None:
    seat = open_on(example("fails", "\n1 / 0\n"), size=NARROWER)
    seat.press(Key.Key_F5)
    seat.wait_for_status("ended with ZeroDivisionError")
    seat.press(Key.Key_P, ALT)
    seat.press(Key.Key_F8)
    assert seat.app.editor.isVisible()
    assert seat.place == ("main.py", 2)
