from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt

from groundwork.gui.editor.scintilla import Message

from .desk import CTRL, SHIFT, Desk

Key = Qt.Key
Open = Callable[..., Desk]
LONG = "x = '" + "long " * 80 + "'"


def is_scrollable(desk: Desk) -> bool:
    bar = desk.view.area.horizontalScrollBar()
    return bar.isVisible() and bar.maximum() > 0


@pytest.mark.parametrize("text", [LONG, f"a = 1\n{LONG}", f"{LONG}\nb = 1"])
def test_after_a_long_line_is_deleted_the_text_begins_at_the_left(
    desk_with: Open, text: str
) -> None:
    desk = desk_with(text)
    line = text.split("\n").index(LONG)
    desk.press(Key.Key_Down, times=line)
    desk.press(Key.Key_End)
    desk.qtbot.waitUntil(lambda: is_scrollable(desk))
    assert desk.ask(Message.GETXOFFSET) > 0
    desk.press(Key.Key_Home, SHIFT)
    desk.press(Key.Key_Delete)
    desk.qtbot.waitUntil(lambda: not is_scrollable(desk))
    assert desk.ask(Message.GETXOFFSET) == 0


def test_a_long_line_cut_in_the_middle_leaves_its_end_in_sight(desk_with: Open) -> None:
    desk = desk_with(LONG)
    desk.press(Key.Key_End)
    for _ in range(40):
        desk.press(Key.Key_Left, CTRL | SHIFT)
    desk.press(Key.Key_Delete)
    offset = desk.ask(Message.GETXOFFSET)
    assert offset > 0
    end = desk.ask(Message.POINTXFROMPOSITION, 0, desk.ask(Message.GETLENGTH))
    assert 0 < end < desk.view.area.viewport().width()


def test_typing_on_at_the_end_of_a_long_line_keeps_the_cursor_in_sight(desk_with: Open) -> None:
    desk = desk_with(LONG)
    desk.press(Key.Key_End)
    for letter in "abcdefghij":
        desk.type(letter)
        place = desk.ask(Message.POINTXFROMPOSITION, 0, desk.ask(Message.GETCURRENTPOS))
        assert 0 < place < desk.view.area.viewport().width()
    desk.qtbot.waitUntil(lambda: is_scrollable(desk))
