"""Duplicating, deleting and joining lines, with real keys."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt

from groundwork.gui.editor.scintilla import Message

from .desk import ALT, CTRL, SHIFT, Desk

Key = Qt.Key
Open = Callable[..., Desk]


def test_a_line_is_duplicated_below(desk_with: Open) -> None:
    desk = desk_with("one\ntwo\n")
    desk.press(Key.Key_Right)
    desk.press(Key.Key_Down, SHIFT | ALT)
    desk.type("N")
    assert desk.text == "one\noNne\ntwo\n"


def test_a_line_is_duplicated_above(desk_with: Open) -> None:
    desk = desk_with("one\ntwo")
    desk.press(Key.Key_End, CTRL)
    desk.press(Key.Key_Up, SHIFT | ALT)
    desk.type("!")
    assert desk.text == "one\ntwo!\ntwo"


def test_selected_lines_are_duplicated_and_stay_selected(desk_with: Open) -> None:
    desk = desk_with("a\nb\nc\n")
    desk.press(Key.Key_Down, SHIFT, times=2)
    desk.press(Key.Key_Down, SHIFT | ALT)
    assert (desk.text, desk.selected) == ("a\nb\na\nb\nc\n", "a\nb\n")
    desk.press(Key.Key_Z, CTRL)
    assert desk.text == "a\nb\nc\n"


@pytest.mark.parametrize(
    ("text", "down", "left", "place"),
    [
        ("a\nbcd\ne\n", 0, "bcd\ne\n", (1, 0)),
        ("a\nbcd\ne\n", 1, "a\ne\n", (2, 0)),
        ("a\nb", 1, "a", (1, 1)),
        ("a", 0, "", (1, 0)),
        ("", 0, "", (1, 0)),
        ("a\r\nb\r\n", 0, "b\r\n", (1, 0)),
    ],
)
def test_a_line_is_deleted(
    desk_with: Open, text: str, down: int, left: str, place: tuple[int, int]
) -> None:
    desk = desk_with(text)
    desk.press(Key.Key_Down, times=down)
    desk.press(Key.Key_K, CTRL | SHIFT)
    assert (desk.text, desk.pane.cursor_place()) == (left, place)
    desk.press(Key.Key_Z, CTRL)
    assert desk.text == text


def test_selected_lines_are_deleted(desk_with: Open) -> None:
    desk = desk_with("a\nb\nc\n")
    desk.press(Key.Key_Down, SHIFT)
    desk.press(Key.Key_Right, SHIFT)
    desk.press(Key.Key_K, CTRL | SHIFT)
    assert desk.text == "c\n"


@pytest.mark.parametrize(
    ("text", "joined", "column"),
    [
        ("a\n    b\nc", "a b\nc", 1),
        ("f(\n    x,\n)", "f(x,\n)", 2),
        ("f(x\n)", "f(x)", 3),
        ("# so\n# it is", "# so it is", 4),
        ("a  \n\nb", "a\nb", 1),
        ("\n    b", "    b", 4),
        ("é\né", "é é", 1),
        ("alone", "alone", 0),
    ],
)
def test_a_line_is_joined_with_the_one_below(
    desk_with: Open, text: str, joined: str, column: int
) -> None:
    desk = desk_with(text)
    desk.press(Key.Key_J, CTRL)
    assert (desk.text, desk.pane.cursor_place()) == (joined, (1, column))
    desk.press(Key.Key_Z, CTRL)
    assert desk.text == text


def test_selected_lines_are_joined(desk_with: Open) -> None:
    desk = desk_with("x = [\n    1,\n    2,\n]\ny\n")
    desk.press(Key.Key_Down, SHIFT, times=4)
    desk.press(Key.Key_J, CTRL)
    assert desk.text == "x = [1, 2,]\ny\n"


def test_lines_of_a_read_only_file_stay(desk_with: Open) -> None:
    desk = desk_with("a\nb\n")
    desk.pane.set_read_only(is_read_only=True)
    desk.press(Key.Key_Down, SHIFT | ALT)
    desk.press(Key.Key_K, CTRL | SHIFT)
    desk.press(Key.Key_J, CTRL)
    assert desk.text == "a\nb\n"


@pytest.mark.parametrize(
    ("start", "key", "end"),
    [
        ("a\nb|c\nd\n", Key.Key_Up, "b|c\na\nd\n"),
        ("a\nb|c\nd\n", Key.Key_Down, "a\nd\nb|c\n"),
        ("a\nb|c", Key.Key_Up, "b|c\na"),
        ("a|b\nc", Key.Key_Down, "c\na|b"),
        ("a|b\nc", Key.Key_Up, "a|b\nc"),
        ("a\nb|c", Key.Key_Down, "a\nb|c"),
        ("é\r\na|b\r\n", Key.Key_Up, "a|b\r\né\r\n"),
    ],
)
def test_a_line_moves_with_its_cursor(desk_with: Open, start: str, key: Qt.Key, end: str) -> None:
    desk = desk_with(start.replace("|", ""))
    desk.ask(Message.GOTOPOS, len(start[: start.index("|")].encode()))
    desk.press(key, ALT)
    desk.type("|")
    assert desk.text == end
    desk.press(Key.Key_Z, CTRL, times=2)
    assert desk.text == start.replace("|", "")


def test_selected_lines_move_and_stay_selected(desk_with: Open) -> None:
    desk = desk_with("a\nb\nc\nd\n")
    desk.press(Key.Key_Down, SHIFT, times=2)
    desk.press(Key.Key_Down, ALT)
    assert (desk.text, desk.selected) == ("c\na\nb\nd\n", "a\nb\n")
    desk.press(Key.Key_Up, ALT)
    assert (desk.text, desk.selected) == ("a\nb\nc\nd\n", "a\nb\n")


def test_lines_of_several_cursors_move(desk_with: Open) -> None:
    desk = desk_with("a\nb\nc\nd\ne\n")
    desk.press(Key.Key_Down, CTRL | ALT)
    desk.press(Key.Key_Down, ALT)
    assert desk.text == "c\na\nb\nd\ne\n"
    desk.type("x")
    assert desk.text == "c\nxa\nxb\nd\ne\n"
