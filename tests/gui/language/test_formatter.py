"""A file put into the usual form, with a real worker and real keys."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from tests.gui.editor.desk import CTRL, SHIFT

from groundwork.gui.editor.scintilla import Message
from groundwork.gui.language.formatter import Formatter

from .writing_desk import WritingDesk

Key = Qt.Key
Open = Callable[..., WritingDesk]
DONE = "The file is in the usual form now"


@pytest.fixture
def desk_to_format(desk_with: Open) -> Open:
    """Makes a desk at which files can be formatted."""

    def make(text: str) -> WritingDesk:
        desk = desk_with(text)
        Formatter(desk.workplace)
        return desk

    return make


def told(desk: WritingDesk, act: Callable[[], object]) -> str:
    """What the status line is told after something was done."""
    with desk.qtbot.waitSignal(desk.workplace.told, timeout=30_000) as sentence:
        act()
    assert sentence.args is not None
    return str(sentence.args[0])


def format_file(desk: WritingDesk) -> str:
    return told(desk, lambda: desk.press(Key.Key_I, CTRL | SHIFT))


def test_the_file_gets_the_usual_form_in_one_step(desk_to_format: Open) -> None:
    text = "x=[1,\n2]\ndef f( a ):\n  return  'a'\n"
    desk = desk_to_format(text)
    desk.put_cursor_behind("retu")

    assert format_file(desk) == DONE
    assert desk.text == 'x = [1, 2]\n\n\ndef f(a):\n    return "a"\n'
    assert desk.pane.cursor_place() == (5, 8)
    desk.press(Key.Key_Z, CTRL)
    assert desk.text == text
    assert not desk.ask(Message.CANUNDO)


def test_a_file_in_the_usual_form_is_left_alone(desk_to_format: Open) -> None:
    desk = desk_to_format("x = 1\n")

    assert format_file(desk) == "The file is in the usual form already"
    assert not desk.ask(Message.CANUNDO)


def test_what_is_no_python_is_left_alone_and_its_line_is_named(desk_to_format: Open) -> None:
    desk = desk_to_format("x=1\nif x\n")

    assert format_file(desk) == "Nothing was formatted, because line 2 is no Python yet."
    assert desk.text == "x=1\nif x\n"


def test_an_answer_about_another_text_is_let_go(desk_to_format: Open) -> None:
    desk = desk_to_format("x=1\n")
    desk.press(Key.Key_I, CTRL | SHIFT)
    desk.type("y=2;")
    assert desk.text == "y=2;x=1\n"

    assert format_file(desk) == DONE  # answered after the first question, of which nothing came
    assert desk.text == "y = 2\nx = 1\n"
    desk.press(Key.Key_Z, CTRL)
    assert desk.text == "y=2;x=1\n"


def test_a_file_that_can_only_be_read_is_left_alone(desk_to_format: Open) -> None:
    desk = desk_to_format("x=1\n")
    desk.pane.set_read_only(is_read_only=True)

    assert format_file(desk) == "Nothing was formatted: this file can only be read."
    assert desk.text == "x=1\n"


def test_a_file_that_is_no_python_is_left_alone(desk_to_format: Open) -> None:
    desk = desk_to_format("")
    desk.open({"notes.txt": "x=1"})

    assert format_file(desk).startswith("Nothing was formatted: only Python files")
    assert desk.text == "x=1"


def test_the_menu_of_the_editor_offers_it(desk_to_format: Open) -> None:
    desk = desk_to_format("x=1\n")
    menu = desk.menu_by_key()
    action = next(one for one in menu.actions() if one.text().startswith("Format the file"))

    assert told(desk, action.trigger) == DONE
    menu.close()
    assert desk.text == "x = 1\n"


def test_the_line_of_the_cursor_stays_where_it_was_seen(desk_to_format: Open) -> None:
    desk = desk_to_format("x=[1,\n2,\n3]\n" * 40 + "y=1\n" + "z=1\n" * 80)
    desk.put_cursor_behind("y=")
    desk.ask(Message.SETFIRSTVISIBLELINE, 118)

    assert format_file(desk) == DONE
    line, _ = desk.pane.cursor_place()
    assert desk.text.split("\n")[line - 1] == "y = 1"
    assert line - 1 - desk.ask(Message.GETFIRSTVISIBLELINE) == 120 - 118
