"""Files of libraries are read beside those of the example, and never become part of it."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QTabBar

from groundwork.gui.editor.notice import Notice
from groundwork.gui.editor.replacing import Replacement
from groundwork.gui.editor.scintilla import Message

from .desk import ALT, CTRL, FIRST, SECOND, Desk

Key = Qt.Key
Open = Callable[..., Desk]
FILES = {"main.py": "import tea\n", "tea.py": "TEA = 3\n"}
PATH, TEXT = "/library/package/__init__.py", "class Library:\n    pass\n"


@pytest.fixture
def desk(desk_with: Open) -> Desk:
    """A desk with a library's file open beside two of an example."""
    one = desk_with()
    one.open(FILES, SECOND)
    one.pane.open_library_file(PATH, TEXT)
    return one


def titles(desk: Desk) -> list[str]:
    bar = desk.pane.findChild(QTabBar)
    assert isinstance(bar, QTabBar)
    return [bar.tabText(index) for index in range(bar.count())]


def shown(desk: Desk) -> str:
    return desk.view.slice(0, desk.ask(Message.GETLENGTH)).decode()


def test_it_is_shown_and_the_example_stays_what_it_is(desk: Desk) -> None:
    assert titles(desk) == ["main.py", "tea.py", "package/__init__.py"]
    assert shown(desk) == TEXT
    assert desk.pane.library_file == PATH
    assert (desk.pane.current, desk.pane.texts()) == ("main.py", FILES)


def test_it_cannot_be_changed_and_tells_of_no_change(desk: Desk) -> None:
    changes: list[object] = []
    desk.pane.text_changed.connect(lambda *change: changes.append(change))
    desk.type('x("')
    for key in (Key.Key_Return, Key.Key_Backspace, Key.Key_Delete, Key.Key_Tab):
        desk.press(key)
    for key in (Key.Key_Up, Key.Key_Down):
        desk.press(key, ALT)
    for key in (Key.Key_Slash, Key.Key_D, Key.Key_J, Key.Key_X, Key.Key_BracketRight):
        desk.press(key, CTRL)
    desk.paste("y")
    desk.press(Key.Key_Z, CTRL)
    assert shown(desk) == TEXT
    assert changes == []


def test_the_cursor_in_the_example_is_known_meanwhile(desk: Desk) -> None:
    desk.pane.go_to("tea.py", 1, 4)
    desk.pane.open_library_file(PATH, TEXT)
    desk.pane.code.go_to(2, 3)
    assert (desk.pane.current, desk.pane.cursor_place()) == ("tea.py", (1, 4))
    desk.pane.close_library_file(PATH)
    assert desk.pane.code.cursor_place() == (1, 4)


def test_it_can_be_opened_twice_and_closed_while_another_is_shown(desk: Desk) -> None:
    desk.pane.go_to("main.py", 1)
    assert desk.pane.library_file == ""
    desk.pane.open_library_file(PATH, TEXT)
    assert titles(desk).count("package/__init__.py") == 1
    desk.pane.go_to("main.py", 1)
    desk.type("# ")
    desk.pane.close_library_file(PATH)
    assert shown(desk) == "# import tea\n"
    assert titles(desk)[1:] == ["tea.py"]


def test_it_goes_when_an_example_is_opened(desk: Desk) -> None:
    desk.open({"main.py": "print(1)\n"}, FIRST)
    assert titles(desk) == ["main.py"]
    assert (shown(desk), desk.pane.library_file) == ("print(1)\n", "")
    desk.pane.open_library_file(PATH, "another\n")
    assert shown(desk) == "another\n"


def test_ctrl_tab_goes_round_all_tabs(desk: Desk) -> None:
    desk.press(Key.Key_Tab, CTRL)
    assert (desk.pane.library_file, shown(desk)) == ("", FILES["main.py"])
    desk.press(Key.Key_Tab, CTRL, times=2)
    assert desk.pane.library_file == PATH


def test_what_is_changed_meanwhile_is_changed_in_the_example(desk: Desk) -> None:
    desk.pane.replace_text(SECOND, "main.py", "print(2)\n")
    assert shown(desk) == TEXT
    assert desk.pane.texts()["main.py"] == "print(2)\n"


def test_words_are_replaced_in_all_files_as_one_step_in_each(desk: Desk) -> None:
    changes: list[tuple[object, str]] = []
    desk.pane.text_changed.connect(lambda *change: changes.append(change))
    desk.pane.go_to("main.py", 1, 9)
    assert desk.pane.replace_words(
        {"main.py": [Replacement(1, 7, 10, "größe")], "tea.py": [Replacement(1, 0, 3, "中")]}
    )
    assert desk.pane.texts() == {"main.py": "import größe\n", "tea.py": "中 = 3\n"}
    assert changes == [(SECOND, "main.py"), (SECOND, "tea.py")]
    desk.press(Key.Key_Z, CTRL)
    assert desk.pane.texts() == FILES | {"tea.py": "中 = 3\n"}


def test_several_words_of_a_line_are_replaced_where_they_stand(desk_with: Open) -> None:
    desk = desk_with("é = tea; x = tea + tea\n")
    words = [Replacement(1, start, start + 3, "cup_2") for start in (4, 13, 19)]
    desk.ask(Message.GOTOPOS, len("é = tea; x".encode()))
    assert desk.pane.replace_words({"main.py": words})
    assert desk.text == "é = cup_2; x = cup_2 + cup_2\n"
    assert desk.ask(Message.GETCURRENTPOS) == len("é = cup_2; x".encode())


def test_nothing_is_replaced_where_one_file_cannot_be_changed(desk: Desk) -> None:
    desk.open({"main.py": "tea\n", "long.py": "x" * 100_001}, FIRST)
    words = {"main.py": [Replacement(1, 0, 3, "a")], "long.py": [Replacement(1, 0, 1, "y")]}
    assert not desk.pane.replace_words(words)
    assert desk.pane.texts()["main.py"] == "tea\n"


def test_a_strip_says_whose_it_is_as_long_as_it_is_shown(desk: Desk) -> None:
    said = "From a library, to be read only: package/__init__.py"
    strip = desk.pane.findChild(Notice)
    assert isinstance(strip, Notice)
    assert (strip.accessibleName(), strip.isVisible()) == (said, True)
    desk.pane.go_to("main.py", 1)
    assert not strip.isVisible()
    desk.pane.open_library_file(PATH, TEXT)
    assert (strip.accessibleName(), strip.isVisible()) == (said, True)
    desk.pane.close_library_file(PATH)
    assert not strip.isVisible()
