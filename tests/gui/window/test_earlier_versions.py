"""From the editor to an earlier version of its example and back, in the whole window."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLabel, QListWidget, QMenu, QTabBar

from groundwork.gui.comparison_view import ComparisonView
from groundwork.gui.history import HistoryDialog
from groundwork.gui.keys import HISTORY, KeyTable

from .conftest import OpenOn
from .lessons import example
from .seat import CTRL, SHIFT, Key, Seat


def dialogs(seat: Seat) -> list[HistoryDialog]:
    return seat.window.findChildren(HistoryDialog)


def open_history(seat: Seat) -> None:
    seat.press(Key.Key_H, CTRL | SHIFT)
    seat.wait(lambda: dialogs(seat) and dialogs(seat)[-1].isActiveWindow())


def back_in_the_window(seat: Seat) -> None:
    """Wait until the dialog is gone; without a window manager nobody else goes back."""
    seat.wait(lambda: not dialogs(seat))
    seat.activate()


def run(seat: Seat, source: str, output: str) -> None:
    seat.write(source)
    seat.press(Key.Key_F5)
    seat.wait(lambda: seat.output == output)
    seat.wait_for_status("exit code 0")


def test_what_was_run_comes_back_and_undo_takes_it_out_again(open_on: OpenOn) -> None:
    seat = open_on(example("count", "print(1)"))
    run(seat, "print('first')", "first\n")
    run(seat, "print('second')", "second\n")
    seat.write("print('third, and never run')")
    open_history(seat)
    rows = dialogs(seat)[0].findChildren(QListWidget)[0]
    seat.wait(lambda: rows.count() == 2)
    seat.press(Key.Key_Down)
    seat.wait(lambda: (b := seat.button("Bring this version back")) and b.isEnabled())
    seat.press(Key.Key_Return)
    seat.wait(lambda: seat.code == "print('first')")
    back_in_the_window(seat)
    seat.wait(lambda: seat.has_focus(seat.app.editor))
    assert "is back" in seat.status
    seat.press(Key.Key_Z, CTRL)
    assert seat.code == "print('third, and never run')"
    open_history(seat)
    seat.wait(lambda: dialogs(seat)[0].findChildren(QListWidget)[0].count() == 3)


def selected_tab(seat: Seat, name: str) -> QTabBar:
    """The tabs of the dialog, once the one of that name is selected."""
    (dialog,) = dialogs(seat)
    (bar,) = [bar for bar in dialog.findChildren(QTabBar) if bar.isVisible()]
    index = next(i for i in range(bar.count()) if bar.tabText(i).startswith(name))
    bar.setCurrentIndex(index)
    return bar


def shown(seat: Seat) -> str:
    (dialog,) = dialogs(seat)
    return dialog.findChildren(ComparisonView)[0].toPlainText()


def test_every_version_that_was_run_has_its_output_and_any_two_can_be_compared(
    open_on: OpenOn,
) -> None:
    seat = open_on(example("count", "print(1)"))
    seat.press(Key.Key_F5)
    seat.wait(lambda: seat.output == "1\n")
    seat.wait_for_status("exit code 0")
    run(seat, r"print('\x1b[31mred\x1b[0m')", "red\n")
    run(seat, "print('blue')", "blue\n")
    open_history(seat)
    rows = dialogs(seat)[0].findChildren(QListWidget)[0]
    seat.wait(lambda: rows.count() == 3)
    assert "exit code 0" in str(rows.item(0).data(Qt.ItemDataRole.AccessibleTextRole))
    rows.setCurrentRow(1)
    seat.wait(lambda: "red" in shown(seat))
    selected_tab(seat, "Output")
    assert shown(seat) == "  red\n  "
    box = dialogs(seat)[0].findChildren(QComboBox)[0]
    box.setCurrentIndex(3)
    seat.wait(lambda: shown(seat) == "\u2212 red\n+ 1\n  ")
    selected_tab(seat, "main.py")
    assert "+ print(1)" in shown(seat)
    box.setCurrentIndex(0)
    seat.wait(lambda: "+ print('blue')" in shown(seat))


def test_escape_leads_back_to_the_editor(open_on: OpenOn) -> None:
    seat = open_on(example("count", "print(1)"))
    seat.write("print(2)")
    open_history(seat)
    seat.press(Key.Key_Escape)
    back_in_the_window(seat)
    seat.wait(lambda: seat.has_focus(seat.app.editor))
    assert seat.code == "print(2)"


def test_without_an_example_the_status_line_says_what_to_do(open_on: OpenOn) -> None:
    seat = open_on("Nothing to run here.\n")
    seat.press(Key.Key_H, CTRL | SHIFT)
    seat.wait_for_status("open an example first")
    assert not dialogs(seat)


def test_the_menu_has_an_entry_and_the_table_of_keys_a_row(open_on: OpenOn) -> None:
    seat = open_on(example("count", "print(1)"))
    menus = seat.app.bar.findChildren(QMenu)
    shown = "Earlier versions of this example…\tCtrl+Shift+H"
    (entry,) = (action for menu in menus for action in menu.actions() if action.text() == shown)
    entry.trigger()
    seat.wait(lambda: dialogs(seat) and dialogs(seat)[-1].isActiveWindow())
    seat.press(Key.Key_Escape)
    back_in_the_window(seat)
    seat.press(Key.Key_F1)
    seat.wait(lambda: seat.window.findChildren(KeyTable))
    table = seat.window.findChildren(KeyTable)[0]
    assert HISTORY.action in [label.text() for label in table.findChildren(QLabel)]
    table.close()
