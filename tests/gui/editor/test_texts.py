"""What comes into the editor and goes out of it."""

import itertools
from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtWidgets import QApplication

from groundwork.gui.editor.sentences import LONGEST_LINE
from groundwork.packs.model import ExampleAddress

from .desk import CTRL, NONE, SECOND, SHIFT, Desk

Key = Qt.Key
Open = Callable[..., Desk]
COUNTER = itertools.count()
LEFT = Qt.MouseButton.LeftButton


def drop(desk: Desk, clip: QMimeData) -> bool:
    """Drop at the start of the text; whether the editor took it."""
    viewport = desk.view.area.viewport()
    place = desk.ask_point(0)
    enter = QDragEnterEvent(place, Qt.DropAction.CopyAction, clip, LEFT, NONE)
    QApplication.sendEvent(viewport, enter)
    if not enter.isAccepted():
        return False
    event = QDropEvent(place.toPointF(), Qt.DropAction.CopyAction, clip, LEFT, NONE)
    QApplication.sendEvent(viewport, event)
    return event.isAccepted()


def test_pasted_code_becomes_plain(desk_with: Open) -> None:
    desk = desk_with()
    desk.paste("if x:\r\n\tprint(\u201chi\u201d)\u00a0# it\u2019s\r\n")
    assert desk.text == 'if x:\n    print("hi") # it\'s\n'
    desk.press(Key.Key_Z, CTRL)
    assert desk.text == ""


def test_what_is_no_program_is_pasted_as_it_is(desk_with: Open) -> None:
    desk = desk_with(name="notes.txt")
    desk.paste("\u201chi\u201d\r\n\tx")
    assert desk.text == "\u201chi\u201d\n\tx"


def test_copied_in_the_editor_it_is_pasted_as_it_is(desk_with: Open) -> None:
    desk = desk_with("x = '\u201c'\n")
    desk.press(Key.Key_A, CTRL)
    desk.press(Key.Key_C, CTRL)
    desk.press(Key.Key_End, CTRL)
    desk.press(Key.Key_V, CTRL)
    assert desk.text == "x = '\u201c'\nx = '\u201c'\n"


def test_cut_and_paste_by_the_other_keys(desk_with: Open) -> None:
    desk = desk_with("one two")
    desk.press(Key.Key_Right, CTRL | SHIFT)
    desk.press(Key.Key_Delete, SHIFT)
    assert desk.text == "two"
    desk.press(Key.Key_End)
    desk.press(Key.Key_Insert, SHIFT)
    assert desk.text == "twoone "


def test_pasted_lines_take_the_line_end_of_the_file(desk_with: Open) -> None:
    desk = desk_with("a\r\n")
    desk.paste("b\nc\n")
    desk.type("d:")
    desk.press(Key.Key_Return)
    assert desk.text == "b\r\nc\r\nd:\r\n    a\r\n"


def test_text_can_be_dropped(desk_with: Open) -> None:
    desk = desk_with("x = 1\n")
    clip = QMimeData()
    clip.setText("y =\u00a02\n")
    assert drop(desk, clip)
    assert desk.text == "y = 2\nx = 1\n"


def test_files_are_left_to_the_window(desk_with: Open) -> None:
    desk = desk_with("x = 1\n")
    clip = QMimeData()
    clip.setUrls([QUrl.fromLocalFile("/tmp/pack")])  # noqa: S108 - only a name, never opened
    clip.setText("file:///tmp/pack")
    assert not drop(desk, clip)
    assert desk.text == "x = 1\n"


@pytest.mark.parametrize(
    "text",
    [
        "a\0b\n",
        "\U0001f468\u200d\U0001f469\u200d\U0001f467 \U0001f1e9\U0001f1ea\n",
        "\u0634\u064f\u0643\u0631\u064b\u0627 = 'shalom \u05e9\u05dc\u05d5\u05dd'\n",
        "e\u0301 a\u0308 \u1100\u1161\n",
        "a\r\nb\r\n",
        "a\rb\r",
        "a\r\nb\nc\r",
        "\ufefffirst",
        "\u2028\u2029\x85\x0c",
        "no end",
        "",
    ],
)
def test_odd_texts_go_in_and_out_unchanged(desk_with: Open, text: str) -> None:
    desk = desk_with(text)
    assert desk.text == text
    desk.open({"main.py": ""}, SECOND)
    assert desk.pane.text_of(ExampleAddress("pack", "lesson", "first"), "main.py") == text
    desk.open({"main.py": text})
    desk.press(Key.Key_End, CTRL)
    desk.type("!")
    assert desk.text == f"{text}!"
    desk.press(Key.Key_Backspace)
    assert desk.text == text


@settings(
    suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=60
)
@given(before=st.text(), after=st.text())
def test_any_text_may_take_the_place_of_any_other(desk: Desk, before: str, after: str) -> None:
    address = ExampleAddress("pack", "lesson", f"any{next(COUNTER)}")
    desk.open({"main.py": before}, address)
    desk.pane.replace_text(address, "main.py", after)
    assert desk.text == after
    desk.press(Key.Key_Z, CTRL)
    assert desk.text == before


def test_a_hundred_thousand_lines_can_be_read_and_changed(desk_with: Open) -> None:
    text = "".join(f"x_{n} = [{n}, 'n']\n" for n in range(100_000))
    desk = desk_with(text)
    desk.press(Key.Key_End, CTRL)
    desk.type("end = 1")
    assert desk.text == f"{text}end = 1"
    desk.pane.go_to("main.py", 50_000, 2)
    assert desk.pane.cursor_place() == (50_000, 2)


def test_a_line_of_a_million_characters_is_shown_but_not_changed(desk_with: Open) -> None:
    text = f"x = '{'a b ' * 250_000}'\n"
    assert len(text) > LONGEST_LINE
    desk = desk_with(text)
    desk.type("y")
    assert desk.text == text
    assert "Line 1 has 1,000,006 characters." in desk.notices()


def test_a_lone_surrogate_is_no_character(desk_with: Open) -> None:
    desk = desk_with("a\ud800b")
    assert desk.text == "a?b"


def test_a_pasted_block_takes_the_indentation_of_its_place(desk_with: Open) -> None:
    desk = desk_with("def f():\n    ")
    desk.press(Key.Key_End, CTRL)
    desk.paste("if x:\r\n\tprint(1)\r\ny = 2\r\n")
    assert desk.text == "def f():\n    if x:\n        print(1)\n    y = 2\n"
    desk.press(Key.Key_Z, CTRL)
    assert desk.text == "def f():\n    "


def test_a_block_moved_within_the_editor_fits_too(desk_with: Open) -> None:
    desk = desk_with("if a:\n    b\n    c\nif d:\n        ")
    desk.press(Key.Key_Down)
    desk.press(Key.Key_Home)
    desk.press(Key.Key_Down, SHIFT, times=1)
    desk.press(Key.Key_End, SHIFT)
    desk.press(Key.Key_X, CTRL)
    desk.press(Key.Key_End, CTRL)
    desk.press(Key.Key_V, CTRL)
    assert desk.text.endswith("if d:\n        b\n        c")


def test_whole_lines_pasted_at_the_start_of_a_line_stay_as_they_are(desk_with: Open) -> None:
    desk = desk_with("def f():\n    a\n    b\n")
    desk.press(Key.Key_Down)
    desk.press(Key.Key_Down, SHIFT)
    desk.press(Key.Key_X, CTRL)
    desk.press(Key.Key_Down)
    desk.press(Key.Key_V, CTRL)
    assert desk.text == "def f():\n    b\n    a\n"


def test_a_block_pasted_into_an_empty_file_begins_at_its_edge(desk_with: Open) -> None:
    desk = desk_with()
    desk.paste("    if x:\n        y\n")
    assert desk.text == "if x:\n    y\n"


def test_in_texts_and_in_the_middle_of_lines_nothing_is_indented(desk_with: Open) -> None:
    desk = desk_with('x = """\n    ')
    desk.press(Key.Key_End, CTRL)
    desk.paste("a\nb")
    assert desk.text == 'x = """\n    a\nb'


def test_the_menu_pastes_blocks_as_the_key_does(desk_with: Open) -> None:
    desk = desk_with("if a:\n    ")
    desk.press(Key.Key_End, CTRL)
    QGuiApplication.clipboard().setText("b\nc")
    menu = desk.menu_by_key()
    next(a for a in menu.actions() if a.text().startswith("Paste")).trigger()
    menu.close()
    assert desk.text == "if a:\n    b\n    c"
