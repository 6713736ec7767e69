from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel, QTabBar, QToolButton
from pytestqt.qtbot import QtBot

from groundwork.gui.appearance import Appearance
from groundwork.gui.editor.pane import EditorPane
from groundwork.gui.editor.scintilla import Message

from .desk import CTRL, FIRST, SECOND, SHIFT, Desk

Key = Qt.Key
Open = Callable[..., Desk]
FILES = {"main.py": "import prices\n", "prices.py": "TEA = 3\n", "orders.csv": "tea,2\n"}


def tabs(desk: Desk) -> QTabBar:
    found = desk.pane.findChild(QTabBar)
    assert isinstance(found, QTabBar)
    return found


def titles(desk: Desk) -> list[str]:
    return [tabs(desk).tabText(index) for index in range(tabs(desk).count())]


def button(desk: Desk, start: str) -> QToolButton:
    buttons = desk.pane.findChildren(QToolButton)
    return next(b for b in buttons if b.accessibleName().startswith(start) and b.isVisible())


def test_without_an_example_it_says_how_to_begin(qtbot: QtBot) -> None:
    pane = EditorPane(Appearance("light", 1.0))
    qtbot.addWidget(pane)
    pane.show()
    shown = [label.text() for label in pane.findChildren(QLabel) if label.isVisible()]
    assert "Open an example to see its code here." in shown
    assert (pane.example, pane.current, pane.texts()) == (None, "", {})


def test_each_file_has_a_tab(desk_with: Open) -> None:
    desk = desk_with()
    desk.open(FILES, SECOND, current="prices.py")
    assert titles(desk) == list(FILES)
    assert (desk.pane.current, desk.text) == ("prices.py", "TEA = 3\n")


def test_a_tab_shows_its_file_and_says_so(desk_with: Open) -> None:
    desk = desk_with()
    desk.open(FILES, SECOND)
    with desk.qtbot.waitSignal(desk.pane.file_selected) as selected:
        middle = tabs(desk).tabRect(2).center()
        desk.qtbot.mouseClick(tabs(desk), Qt.MouseButton.LeftButton, pos=middle)
    assert selected.args == ["orders.csv"]
    assert desk.text == "tea,2\n"


def test_ctrl_tab_goes_round_the_files(desk_with: Open) -> None:
    desk = desk_with()
    desk.open(FILES, SECOND)
    desk.press(Key.Key_Tab, CTRL)
    assert desk.pane.current == "prices.py"
    desk.press(Key.Key_Tab, CTRL, times=2)
    assert desk.pane.current == "main.py"
    assert desk.pane.texts() == FILES


def test_a_change_is_told_and_marked_on_the_tab(desk_with: Open) -> None:
    desk = desk_with()
    desk.open(FILES, SECOND)
    with desk.qtbot.waitSignal(desk.pane.text_changed) as changed:
        desk.type("#")
    assert changed.args == [SECOND, "main.py"]
    assert titles(desk)[0] == "main.py \u25cf"
    assert tabs(desk).accessibleTabName(0) == tabs(desk).tabToolTip(0) == "main.py, changed"
    desk.press(Key.Key_Z, CTRL)
    assert titles(desk)[0] == "main.py"


def test_a_draft_opens_as_changed(desk_with: Open) -> None:
    desk = desk_with()
    desk.open({"main.py": "mine"}, SECOND, {"main.py": "theirs"})
    assert titles(desk) == ["main.py \u25cf"]


def test_reset_is_asked_for_only_where_something_changed(desk_with: Open) -> None:
    desk = desk_with("x = 1\n")
    assert not button(desk, "Nothing to reset").isEnabled()
    desk.type("y")
    with desk.qtbot.waitSignal(desk.pane.reset_requested) as asked:
        button(desk, "Reset").click()
    assert asked.args == [FIRST]


def test_a_reset_can_be_undone(desk_with: Open) -> None:
    desk = desk_with("x = 1\n")
    desk.type("mine ")
    desk.pane.replace_text(FIRST, "main.py", "x = 1\n")
    assert (desk.text, titles(desk)) == ("x = 1\n", ["main.py"])
    desk.press(Key.Key_Z, CTRL)
    assert (desk.text, titles(desk)) == ("mine x = 1\n", ["main.py \u25cf"])


def test_a_file_that_is_not_shown_can_be_reset_and_undone(desk_with: Open) -> None:
    desk = desk_with()
    desk.open(FILES, SECOND)
    with desk.qtbot.waitSignal(desk.pane.text_changed) as changed:
        desk.pane.replace_text(SECOND, "prices.py", "TEA = 4\n")
    assert changed.args == [SECOND, "prices.py"]
    assert (desk.pane.current, desk.text) == ("main.py", "import prices\n")
    assert titles(desk)[1] == "prices.py \u25cf"
    desk.press(Key.Key_Tab, CTRL)
    desk.press(Key.Key_Z, CTRL)
    assert desk.text == "TEA = 3\n"


def test_every_file_of_every_example_keeps_its_undo_history(desk_with: Open) -> None:
    desk = desk_with("first\n")
    desk.type("1 ")
    desk.open(FILES, SECOND)
    desk.type("2 ")
    desk.press(Key.Key_Tab, CTRL)
    desk.type("3 ")
    desk.open({"main.py": "1 first\n"}, FIRST, {"main.py": "first\n"})
    desk.press(Key.Key_Z, CTRL)
    assert desk.text == "first\n"
    desk.press(Key.Key_Y, CTRL)
    assert desk.text == "1 first\n"
    assert desk.pane.text_of(SECOND, "prices.py") == "3 TEA = 3\n"
    desk.open({"main.py": "2 import prices\n", "prices.py": "3 TEA = 3\n"}, SECOND)
    desk.press(Key.Key_Z, CTRL)
    assert desk.text == "import prices\n"


def test_cursor_selection_scrolling_and_folds_come_back(desk_with: Open) -> None:
    text = "def f():\n    pass\n" + "x = 1\n" * 200
    desk = desk_with(text)
    desk.style_of("x = 1")
    desk.press(Key.Key_BraceLeft, CTRL)
    desk.pane.go_to("main.py", 100, 2)
    desk.press(Key.Key_Right, SHIFT)
    top = desk.ask(Message.GETFIRSTVISIBLELINE)
    assert top > 0
    desk.open(FILES, SECOND)
    assert desk.pane.cursor_place() == (1, 0)
    desk.open({"main.py": text})
    assert desk.pane.cursor_place() == (100, 3)
    assert desk.selected == "="
    assert desk.ask(Message.GETFIRSTVISIBLELINE) == top
    assert not desk.ask(Message.GETLINEVISIBLE, 1)


def test_a_text_changed_elsewhere_comes_in_and_can_be_undone(desk_with: Open) -> None:
    desk = desk_with("mine\n")
    desk.open({"main.py": "theirs\n"})
    assert desk.text == "theirs\n"
    desk.press(Key.Key_Z, CTRL)
    assert desk.text == "mine\n"


def test_opening_and_switching_are_no_changes(desk_with: Open) -> None:
    desk = desk_with("x")
    with desk.qtbot.assertNotEmitted(desk.pane.text_changed):
        desk.open(FILES, SECOND)
        desk.press(Key.Key_Tab, CTRL)
        desk.open({"main.py": "x"})
        desk.pane.mark_error("main.py", 1, "An error.")


def test_going_to_a_place_in_another_file_shows_it(desk_with: Open) -> None:
    desk = desk_with()
    desk.open(FILES, SECOND)
    desk.pane.go_to("prices.py", 1, 4)
    assert desk.pane.current == "prices.py"
    assert desk.pane.cursor_place() == (1, 4)
    assert tabs(desk).currentIndex() == 1


@pytest.mark.parametrize(
    ("place", "reached"),
    [((1, 99), (1, 4)), ((99, 0), (3, 0)), ((0, 0), (1, 0)), ((2, 1), (2, 1)), ((2, 2), (2, 2))],
)
def test_a_place_that_is_not_there_becomes_the_nearest(
    desk_with: Open, place: tuple[int, int], reached: tuple[int, int]
) -> None:
    desk = desk_with("abcd\n\U0001f600\u00e9z\n")
    desk.pane.go_to("main.py", *place)
    assert desk.pane.cursor_place() == reached


def test_the_cursor_is_told_in_characters(desk_with: Open) -> None:
    desk = desk_with("\u00e9\U0001f600x")
    with desk.qtbot.waitSignal(desk.pane.cursor_moved) as moved:
        desk.press(Key.Key_End)
    assert moved.args == [1, 3]


def test_copy_puts_the_file_into_the_clipboard(desk_with: Open) -> None:
    desk = desk_with("x = '\u00e9'\n")
    button(desk, "Copy").click()
    assert QGuiApplication.clipboard().text() == "x = '\u00e9'\n"
    assert button(desk, "Copied").isVisible()


def test_a_file_that_hides_a_module_is_warned_of(desk_with: Open) -> None:
    desk = desk_with("x", "random.py")
    (warning,) = (w for w in desk.pane.findChildren(QLabel) if "random" in w.text())
    assert warning.isVisible()
    desk.open(FILES, SECOND)
    assert not warning.isVisible()


def test_a_screen_reader_hears_what_is_open(desk_with: Open) -> None:
    desk = desk_with("x")
    assert desk.view.area.accessibleName() == "Code of An example, main.py"


def test_an_error_is_marked_until_the_text_changes(desk_with: Open) -> None:
    desk = desk_with("a\nb\nc\n")
    desk.pane.mark_error("main.py", 2, "There is no name b.")
    assert desk.ask(Message.ANNOTATIONGETLINES, 1) == 1
    assert desk.ask(Message.MARKERGET, 1)
    desk.type("x")
    assert desk.ask(Message.ANNOTATIONGETLINES, 1) == 0
    assert not desk.ask(Message.MARKERGET, 1)


def test_an_error_in_another_file_waits_there(desk_with: Open) -> None:
    desk = desk_with()
    desk.open(FILES, SECOND)
    desk.pane.mark_error("prices.py", 1, "There is no price.")
    assert not desk.ask(Message.MARKERGET, 0)
    desk.press(Key.Key_Tab, CTRL)
    assert desk.ask(Message.MARKERGET, 0)
    desk.open(FILES, SECOND)
    desk.pane.clear_errors()
    desk.press(Key.Key_Tab, CTRL)
    assert not desk.ask(Message.MARKERGET, 0)


def test_the_sentence_of_an_error_fits_the_width(desk_with: Open) -> None:
    desk = desk_with("a\n")
    desk.pane.mark_error("main.py", 1, "This is a sentence of some length. " * 4)
    wide = desk.ask(Message.ANNOTATIONGETLINES, 0)
    desk.pane.resize(350, 400)
    desk.qtbot.waitUntil(lambda: desk.ask(Message.ANNOTATIONGETLINES, 0) > wide)


def test_an_error_past_the_end_is_marked_on_the_last_line(desk_with: Open) -> None:
    desk = desk_with("a\nb")
    desk.pane.mark_error("main.py", 9, "The file ends too early.")
    assert desk.ask(Message.MARKERGET, 1)


def test_tab_leaves_a_text_that_is_only_read(desk_with: Open) -> None:
    desk = desk_with("x")
    desk.pane.set_read_only(is_read_only=True)
    desk.press(Key.Key_Tab)
    assert desk.focused is not desk.view.area


def test_a_press_in_the_text_puts_the_cursor_there(desk_with: Open) -> None:
    desk = desk_with("one\ntwo\nthree\n")
    height = desk.ask(Message.TEXTHEIGHT, 0)
    left = desk.ask(Message.POINTXFROMPOSITION, 0, 4)
    desk.qtbot.mouseClick(
        desk.view.area.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(left + 2, height + 4)
    )
    assert desk.pane.cursor_place() == (2, 0)
