from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt

from groundwork.gui.editor.scintilla import Message

from .desk import ALT, CTRL, SHIFT, Desk

Key = Qt.Key
Open = Callable[..., Desk]


def test_typed_text_appears(desk_with: Open) -> None:
    desk = desk_with()
    desk.type("print('hi')")
    assert desk.text == "print('hi')"


def test_enter_after_a_colon_indents(desk_with: Open) -> None:
    desk = desk_with()
    desk.type("def f():")
    desk.press(Key.Key_Return)
    desk.type("x = 1")
    desk.press(Key.Key_Return)
    desk.type("return x")
    desk.press(Key.Key_Return)
    desk.type("f()")
    assert desk.text == "def f():\n    x = 1\n    return x\nf()"


def test_a_colon_in_a_text_or_comment_does_not_indent(desk_with: Open) -> None:
    desk = desk_with()
    for line in ("x = 'a:'", "y = 2  # why:", "z"):
        desk.type(line)
        desk.press(Key.Key_Return)
    assert desk.text == "x = 'a:'\ny = 2  # why:\nz\n"


def test_an_open_bracket_indents(desk_with: Open) -> None:
    desk = desk_with()
    desk.type("x = [")
    desk.press(Key.Key_Return)
    desk.type("1,")
    desk.press(Key.Key_Return)
    assert desk.text == "x = [\n    1,\n    \n]"


def test_inside_a_long_text_lines_keep_their_indentation(desk_with: Open) -> None:
    desk = desk_with('def f():\n    """Says:')
    desk.press(Key.Key_End, CTRL)
    desk.press(Key.Key_Return)
    desk.type("more")
    assert desk.text.endswith("Says:\n    more")


def test_enter_in_the_indentation_pushes_the_line_down_as_it_is(desk_with: Open) -> None:
    desk = desk_with("if x:\n    y = 1\n")
    desk.press(Key.Key_Down)
    desk.press(Key.Key_Return)
    assert desk.text == "if x:\n\n    y = 1\n"
    assert desk.pane.cursor_place() == (3, 0)


def test_backspace_in_the_indentation_eats_four_spaces(desk_with: Open) -> None:
    desk = desk_with("        x")
    desk.press(Key.Key_Home)
    desk.press(Key.Key_Backspace)
    assert desk.text == "    x"
    desk.press(Key.Key_End)
    desk.press(Key.Key_Backspace)
    assert desk.text == "    "


def test_tab_moves_to_the_next_level(desk_with: Open) -> None:
    desk = desk_with("x")
    desk.press(Key.Key_Tab)
    assert desk.text == "    x"
    desk.press(Key.Key_Backtab, SHIFT)
    assert desk.text == "x"


@pytest.mark.parametrize(
    ("indent", "dedent"),
    [
        ((Key.Key_Tab, Qt.KeyboardModifier.NoModifier), (Key.Key_Backtab, SHIFT)),
        ((Key.Key_BracketRight, CTRL), (Key.Key_BracketLeft, CTRL)),
    ],
)
def test_selected_lines_move_together(
    desk_with: Open,
    indent: tuple[Qt.Key, Qt.KeyboardModifier],
    dedent: tuple[Qt.Key, Qt.KeyboardModifier],
) -> None:
    desk = desk_with("a\n  b\n\nc\nd\n")
    desk.press(Key.Key_Down, SHIFT, times=4)
    desk.press(*indent)
    assert desk.text.split("\n") == ["    a", *desk.text.split("\n")[1:3], "    c", "d", ""]
    desk.press(*dedent)
    assert desk.text.startswith("a\n")
    assert desk.text.endswith("\nc\nd\n")


@pytest.mark.parametrize("key", [Key.Key_Slash, Key.Key_3])
def test_lines_become_comments_and_code_again(desk_with: Open, key: Qt.Key) -> None:
    desk = desk_with("if x:\n    y\nz\n")
    desk.press(Key.Key_Down, SHIFT, times=2)
    desk.press(key, CTRL)
    assert desk.text == "# if x:\n#     y\nz\n"
    desk.press(key, CTRL)
    assert desk.text == "if x:\n    y\nz\n"


def test_a_comment_is_one_step_to_undo(desk_with: Open) -> None:
    desk = desk_with("a\nb\nc\n")
    desk.press(Key.Key_A, CTRL)
    desk.press(Key.Key_Slash, CTRL)
    desk.press(Key.Key_Z, CTRL)
    assert desk.text == "a\nb\nc\n"


def test_undo_and_redo(desk_with: Open) -> None:
    desk = desk_with("old")
    desk.type("new ")
    desk.press(Key.Key_Z, CTRL)
    assert desk.text == "old"
    desk.press(Key.Key_Y, CTRL)
    assert desk.text == "new old"
    desk.press(Key.Key_Z, CTRL)
    desk.press(Key.Key_Z, CTRL | SHIFT)
    assert desk.text == "new old"


def test_what_was_loaded_cannot_be_undone(desk_with: Open) -> None:
    desk = desk_with("loaded")
    desk.press(Key.Key_Z, CTRL)
    assert desk.text == "loaded"


def test_lines_move_with_alt(desk_with: Open) -> None:
    desk = desk_with("one\ntwo\nthree\n")
    desk.press(Key.Key_Down, ALT)
    assert desk.text == "two\none\nthree\n"
    desk.press(Key.Key_Up, ALT)
    assert desk.text == "one\ntwo\nthree\n"


@pytest.mark.parametrize("key", [Key.Key_L, Key.Key_T, Key.Key_U, Key.Key_1])
def test_keys_of_others_do_nothing_to_the_text(desk_with: Open, key: Qt.Key) -> None:
    desk = desk_with("one\ntwo\n")
    desk.press(key, CTRL)
    desk.press(key, ALT)
    desk.press(key, CTRL | SHIFT)
    assert desk.text == "one\ntwo\n"


@pytest.mark.parametrize("key", [Key.Key_F5, Key.Key_F1, Key.Key_F6, Key.Key_Escape])
def test_keys_of_the_window_do_nothing_to_the_text(desk_with: Open, key: Qt.Key) -> None:
    desk = desk_with("one")
    desk.press(key)
    assert desk.text == "one"


@pytest.mark.parametrize(
    ("key", "steps"),
    [(Key.Key_Plus, 1), (Key.Key_Equal, 1), (Key.Key_Minus, -1), (Key.Key_0, 0)],
)
def test_zoom_keys_ask_for_another_size(desk_with: Open, key: Qt.Key, steps: int) -> None:
    desk = desk_with("x")
    with desk.qtbot.waitSignal(desk.pane.zoom_requested) as asked:
        desk.press(key, CTRL)
    assert asked.args == [steps]
    assert desk.text == "x"


@pytest.mark.parametrize(("turn", "steps"), [(120, 1), (-240, -2)])
def test_ctrl_and_the_wheel_ask_for_another_size(desk_with: Open, turn: int, steps: int) -> None:
    desk = desk_with("x")
    with desk.qtbot.waitSignal(desk.pane.zoom_requested) as asked:
        desk.turn_wheel(turn, CTRL)
    assert asked.args == [steps]


def test_the_wheel_alone_scrolls(desk_with: Open) -> None:
    desk = desk_with("x\n" * 100)
    with desk.qtbot.assertNotEmitted(desk.pane.zoom_requested):
        desk.turn_wheel(-240)
    assert desk.ask(Message.GETFIRSTVISIBLELINE) > 0


def test_the_menu_opens_by_key_and_undoes(desk_with: Open) -> None:
    desk = desk_with("old")
    desk.type("new ")
    menu = desk.menu_by_key()
    next(a for a in menu.actions() if a.text().startswith("Undo")).trigger()
    menu.close()
    assert desk.text == "old"


def test_a_read_only_file_is_not_changed(desk_with: Open) -> None:
    desk = desk_with("x = 1\n")
    desk.pane.set_read_only(is_read_only=True)
    desk.type("y")
    desk.press(Key.Key_Slash, CTRL)
    desk.press(Key.Key_BracketRight, CTRL)
    desk.paste("z")
    assert desk.text == "x = 1\n"
    desk.pane.set_read_only(is_read_only=False)
    desk.type("y")
    assert desk.text == "yx = 1\n"


def test_the_cursor_goes_with_the_text_of_its_line(desk_with: Open) -> None:
    desk = desk_with("ab\n")
    desk.press(Key.Key_BracketRight, CTRL)
    assert desk.pane.cursor_place() == (1, 4)
    desk.press(Key.Key_Tab)
    desk.press(Key.Key_Backtab, SHIFT)
    assert desk.pane.cursor_place() == (1, 4)
    desk.press(Key.Key_Right)
    desk.press(Key.Key_Slash, CTRL)
    assert desk.pane.cursor_place() == (1, 7)
    desk.press(Key.Key_Slash, CTRL)
    desk.press(Key.Key_BracketLeft, CTRL)
    assert (desk.text, desk.pane.cursor_place()) == ("ab\n", (1, 1))


def test_selected_lines_stay_selected(desk_with: Open) -> None:
    desk = desk_with("a\nb\nc\n")
    desk.press(Key.Key_Down, SHIFT, times=2)
    desk.press(Key.Key_Tab)
    assert desk.selected == "    a\n    b\n"
    desk.press(Key.Key_Slash, CTRL)
    assert desk.selected == "    # a\n    # b\n"


def test_enter_on_a_blank_line_keeps_the_level(desk_with: Open) -> None:
    desk = desk_with("if x:\n    y\n")
    desk.press(Key.Key_Down)
    desk.press(Key.Key_End)
    desk.press(Key.Key_Return, times=2)
    desk.type("z")
    assert desk.text == "if x:\n    y\n\n    z\n"


def test_work_on_many_lines_is_told_as_one_change(desk_with: Open) -> None:
    desk = desk_with("x = 1\n" * 50)
    told: list[str] = []
    desk.pane.text_changed.connect(lambda _example, name: told.append(name))
    desk.press(Key.Key_A, CTRL)
    desk.press(Key.Key_Slash, CTRL)
    desk.press(Key.Key_Z, CTRL)
    desk.press(Key.Key_Tab)
    desk.press(Key.Key_Z, CTRL)
    assert told == ["main.py"] * 4
    assert desk.text == "x = 1\n" * 50


def test_words_that_belong_to_a_statement_above_go_back_to_it(desk_with: Open) -> None:
    desk = desk_with()
    desk.type("try:")
    for line in ("if x:", "y()", "else:", "return", "except OSError:", "pass", "finally:", "z()"):
        desk.press(Key.Key_Return)
        desk.type(line)
    assert desk.text == (
        "try:\n    if x:\n        y()\n    else:\n        return\n"
        "except OSError:\n    pass\nfinally:\n    z()"
    )


def test_a_word_that_went_back_can_be_put_where_it_was(desk_with: Open) -> None:
    desk = desk_with("if x:\n    for y in z:\n        a\n        ")
    desk.press(Key.Key_End, CTRL)
    desk.type("else:")
    assert desk.text.endswith("a\n    else:")
    desk.press(Key.Key_Z, CTRL)
    assert desk.text.endswith("a\n        else:")


def test_words_in_texts_and_brackets_stay(desk_with: Open) -> None:
    desk = desk_with('if x:\n    y = """\n    ')
    desk.press(Key.Key_End, CTRL)
    desk.type("else: ")
    assert desk.text.endswith("\n    else: ")
