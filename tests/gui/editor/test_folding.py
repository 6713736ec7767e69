from collections.abc import Callable

from PySide6.QtCore import QPoint, Qt

from groundwork.gui.editor.scintilla import Message

from .desk import CTRL, Desk

Key = Qt.Key
Open = Callable[..., Desk]
TEXT = "def f():\n    x = 1\n    return x\n\n\nf()\n"


def visible(desk: Desk) -> list[int]:
    lines = range(desk.ask(Message.GETLINECOUNT))
    return [line + 1 for line in lines if desk.ask(Message.GETLINEVISIBLE, line)]


def test_a_block_folds_and_unfolds_by_key(desk_with: Open) -> None:
    desk = desk_with(TEXT)
    desk.style_of("f()\n")
    desk.press(Key.Key_Down)
    desk.press(Key.Key_BraceLeft, CTRL)
    assert visible(desk) == [1, 4, 5, 6, 7] or visible(desk) == [1, 6, 7]
    assert desk.pane.cursor_place() == (1, 8)
    desk.press(Key.Key_BraceRight, CTRL)
    assert visible(desk) == [1, 2, 3, 4, 5, 6, 7]


def test_a_press_in_the_margin_folds(desk_with: Open) -> None:
    desk = desk_with(TEXT)
    desk.style_of("f()\n")
    left = sum(desk.ask(Message.GETMARGINWIDTHN, margin) for margin in range(2)) + 6
    desk.qtbot.mouseClick(desk.view.area.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(left, 8))
    assert 2 not in visible(desk)


def test_going_to_a_folded_line_shows_it(desk_with: Open) -> None:
    desk = desk_with(TEXT)
    desk.style_of("f()\n")
    desk.press(Key.Key_BraceLeft, CTRL)
    desk.pane.go_to("main.py", 3)
    assert 3 in visible(desk)
