"""Several cursors at once, with real keys and clicks."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from groundwork.gui.editor.scintilla import Message

from .desk import ALT, CTRL, NONE, SHIFT, Desk

Key = Qt.Key
Open = Callable[..., Desk]
LEFT = Qt.MouseButton.LeftButton


def cursors(desk: Desk) -> int:
    return desk.ask(Message.GETSELECTIONS)


def click(desk: Desk, place: int, held: Qt.KeyboardModifier = NONE) -> None:
    point = desk.ask_point(place) + QPoint(1, 3)
    QTest.mouseClick(desk.view.area.viewport(), LEFT, held, point)


def test_what_is_typed_goes_to_every_cursor(desk_with: Open) -> None:
    desk = desk_with("a\nb\nc\n")
    desk.press(Key.Key_Down, CTRL | ALT, times=2)
    assert cursors(desk) == 3
    desk.type("x = ")
    assert desk.text == "x = a\nx = b\nx = c\n"
    desk.press(Key.Key_Z, CTRL, times=4)
    assert desk.text == "a\nb\nc\n"


def test_cursors_go_up_too_and_keep_their_column_past_short_lines(desk_with: Open) -> None:
    desk = desk_with("abcd\n\nabcd\n")
    desk.press(Key.Key_Down, times=2)
    desk.press(Key.Key_Right, times=3)
    desk.press(Key.Key_Up, CTRL | ALT, times=5)
    desk.type("-")
    assert desk.text == "abc-d\n-\nabc-d\n"


def test_escape_goes_back_to_one(desk_with: Open) -> None:
    desk = desk_with("a\nb\n")
    desk.press(Key.Key_Down, CTRL | ALT)
    desk.press(Key.Key_Escape)
    assert cursors(desk) == 1
    desk.type("x")
    assert desk.text == "a\nxb\n"


def test_ctrl_d_selects_the_word_and_then_the_next_of_it(desk_with: Open) -> None:
    desk = desk_with("total = subtotal + total\nprint(total)\n")
    desk.press(Key.Key_D, CTRL)
    assert desk.selected == "total"
    desk.press(Key.Key_D, CTRL, times=2)
    desk.type("sum")
    assert desk.text == "sum = subtotal + sum\nprint(sum)\n"
    assert cursors(desk) == 3


def test_ctrl_d_goes_round_and_takes_each_place_once(desk_with: Open) -> None:
    desk = desk_with("a b a b")
    desk.press(Key.Key_Right, times=4)
    desk.press(Key.Key_D, CTRL, times=5)
    assert cursors(desk) == 2
    desk.type("x")
    assert desk.text == "x b x b"


def test_a_part_of_a_word_is_found_in_words(desk_with: Open) -> None:
    desk = desk_with("total subtotal")
    desk.press(Key.Key_Right, SHIFT, times=3)
    desk.press(Key.Key_D, CTRL)
    desk.type("T")
    assert desk.text == "Tal subTal"


def test_a_click_with_alt_adds_a_cursor_and_another_takes_it_away(desk_with: Open) -> None:
    desk = desk_with("one\ntwo\nsix\n")
    click(desk, 1)
    click(desk, 5, ALT)
    assert cursors(desk) == 2
    click(desk, 9, ALT)
    assert cursors(desk) == 3
    desk.type("-")
    assert desk.text == "o-ne\nt-wo\ns-ix\n"
    click(desk, 7, ALT)
    assert cursors(desk) == 2


def test_a_click_with_ctrl_adds_none(desk_with: Open) -> None:
    desk = desk_with("one\n    two\n")
    click(desk, 6, CTRL)
    assert cursors(desk) == 1
    assert desk.pane.cursor_place() == (2, 2)


def test_drawing_with_alt_selects_a_box(desk_with: Open) -> None:
    desk = desk_with("abc\nabc\nabc\n")
    viewport = desk.view.area.viewport()
    start, end = desk.ask_point(1) + QPoint(1, 3), desk.ask_point(10) + QPoint(1, 3)
    QTest.mousePress(viewport, LEFT, ALT, start)
    QTest.mouseMove(viewport, end)
    QTest.mouseRelease(viewport, LEFT, ALT, end)
    assert cursors(desk) == 3
    desk.type("-")
    assert desk.text == "a-c\na-c\na-c\n"


def test_with_shift_the_box_begins_at_the_cursor(desk_with: Open) -> None:
    desk = desk_with("abc\nabc\nabc\n")
    desk.press(Key.Key_Right)
    click(desk, 9, SHIFT | ALT)
    assert cursors(desk) == 3
    desk.type("-")
    assert desk.text == "a-bc\na-bc\na-bc\n"


def test_pairs_come_at_every_cursor(desk_with: Open) -> None:
    desk = desk_with("a\nb\n")
    desk.press(Key.Key_Down, CTRL | ALT)
    desk.press(Key.Key_End)
    desk.type(" = f('x', [1")
    assert desk.text == "a = f('x', [1])\nb = f('x', [1])\n"
    desk.type("])")
    assert desk.text == "a = f('x', [1])\nb = f('x', [1])\n"
    desk.type("(")
    desk.press(Key.Key_Backspace)
    assert desk.text == "a = f('x', [1])\nb = f('x', [1])\n"


def test_every_selection_is_wrapped(desk_with: Open) -> None:
    desk = desk_with("x y x")
    desk.press(Key.Key_D, CTRL, times=2)
    desk.type("(")
    assert desk.text == "(x) y (x)"
    desk.type("z")
    assert desk.text == "(z) y (z)"


def test_enter_and_its_indentation_come_at_every_cursor(desk_with: Open) -> None:
    desk = desk_with("if a:\nif b:\n")
    desk.press(Key.Key_Down, CTRL | ALT)
    desk.press(Key.Key_End)
    desk.press(Key.Key_Return)
    desk.type("c")
    assert desk.text == "if a:\n    c\nif b:\n    c\n"
    desk.press(Key.Key_Z, CTRL, times=2)
    assert desk.text == "if a:\nif b:\n"


@pytest.mark.parametrize(
    ("key", "held", "text"),
    [
        (Key.Key_Slash, CTRL, "# a\nb\n# c\n"),
        (Key.Key_BracketRight, CTRL, "    a\nb\n    c\n"),
        (Key.Key_K, CTRL | SHIFT, "b\n"),
        (Key.Key_Down, SHIFT | ALT, "a\na\nb\nc\nc\n"),
        (Key.Key_J, CTRL, "a b\nc"),
        (Key.Key_Tab, NONE, "    a\nb\n    c\n"),
    ],
)
def test_lines_of_every_cursor_are_worked_on(
    desk_with: Open, key: Qt.Key, held: Qt.KeyboardModifier, text: str
) -> None:
    desk = desk_with("a\nb\nc\n")
    click(desk, 4, ALT)
    assert cursors(desk) == 2
    desk.press(key, held)
    assert desk.text == text
    desk.press(Key.Key_Z, CTRL)
    assert desk.text == "a\nb\nc\n"


def test_cursors_stay_with_their_text(desk_with: Open) -> None:
    desk = desk_with("a\nb\n")
    desk.press(Key.Key_Down, CTRL | ALT)
    desk.press(Key.Key_End)
    desk.press(Key.Key_Slash, CTRL)
    desk.type("!")
    assert desk.text == "# a!\n# b!\n"


def test_what_is_pasted_goes_to_every_cursor(desk_with: Open) -> None:
    desk = desk_with("a\nb\n")
    desk.press(Key.Key_Down, CTRL | ALT)
    desk.paste("x")
    assert desk.text == "xa\nxb\n"


def test_words_go_back_at_every_cursor(desk_with: Open) -> None:
    desk = desk_with("if a:\n    b\n    \nif c:\n    d\n    \n")
    desk.press(Key.Key_Down, times=2)
    desk.press(Key.Key_End)
    click(desk, 33, ALT)
    assert cursors(desk) == 2
    desk.type("else:")
    assert desk.text == "if a:\n    b\nelse:\nif c:\n    d\nelse:\n"


def test_what_several_cursors_cut_goes_back_to_as_many(desk_with: Open) -> None:
    desk = desk_with("ab = 1\ncd = 2\n")
    desk.press(Key.Key_Down, CTRL | ALT)
    desk.press(Key.Key_Right, SHIFT, times=2)
    desk.press(Key.Key_X, CTRL)
    assert desk.text == " = 1\n = 2\n"
    desk.press(Key.Key_End)
    desk.press(Key.Key_V, CTRL)
    assert desk.text == " = 1ab\n = 2cd\n"
    desk.press(Key.Key_Escape)
    desk.press(Key.Key_V, CTRL)
    assert desk.text == " = 1ab\n = 2cdab\ncd\n"


def test_what_several_cursors_copy_stays(desk_with: Open) -> None:
    desk = desk_with("ab\ncd\n")
    desk.press(Key.Key_Down, CTRL | ALT)
    desk.press(Key.Key_End, SHIFT)
    desk.press(Key.Key_C, CTRL)
    assert (desk.text, QGuiApplication.clipboard().text()) == ("ab\ncd\n", "ab\ncd")
