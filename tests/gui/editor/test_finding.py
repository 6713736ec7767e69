from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit, QPushButton, QToolButton

from groundwork.gui.editor.look import MATCH

from .desk import ALT, CTRL, SHIFT, Desk

Key = Qt.Key
Open = Callable[..., Desk]


def texts_beside(field: QLineEdit) -> list[str]:
    """The labels of the bar that holds the field."""
    bar = field.parentWidget()
    assert bar is not None
    return [label.text() for label in bar.findChildren(QLabel) if label.isVisible()]


def toggle(desk: Desk, name: str, key: Qt.Key) -> None:
    """Press Alt and the key; the button needs a moment to go down."""
    buttons = (b for b in desk.pane.findChildren(QToolButton) if b.text() == name)
    button = next(buttons)
    desk.press(key, ALT)
    desk.qtbot.waitUntil(button.isChecked)


def told(desk: Desk) -> str:
    """What the find bar says beside its field."""
    return next(text for text in texts_beside(desk.field("Find")) if text)


def push(desk: Desk, name: str) -> None:
    buttons = desk.pane.findChildren(QPushButton)
    next(button for button in buttons if button.text() == name).click()


def test_find_as_you_type_marks_and_counts(desk_with: Open) -> None:
    desk = desk_with("total = 1\nsubtotal = Total\n")
    desk.press(Key.Key_F, CTRL)
    desk.type("tot")
    assert desk.selected == "tot"
    assert desk.spans(MATCH) == ["tot", "tot", "Tot"]
    assert told(desk) == "1 of 3"


def test_enter_and_f3_go_on_and_round(desk_with: Open) -> None:
    desk = desk_with("a1 a2 a3")
    desk.press(Key.Key_F, CTRL)
    desk.type("a")
    desk.press(Key.Key_Return)
    assert told(desk) == "2 of 3"
    desk.press(Key.Key_F3)
    assert told(desk) == "3 of 3"
    desk.press(Key.Key_F3)
    assert told(desk) == "1 of 3"
    desk.press(Key.Key_F3, SHIFT)
    assert told(desk) == "3 of 3"
    desk.press(Key.Key_Return, SHIFT)
    assert told(desk) == "2 of 3"


def test_escape_closes_the_bar_and_f3_still_finds(desk_with: Open) -> None:
    desk = desk_with("one two one two")
    desk.press(Key.Key_F, CTRL)
    desk.type("two")
    desk.press(Key.Key_Escape)
    assert desk.focused is desk.view.area
    assert desk.spans(MATCH) == []
    desk.press(Key.Key_F3)
    assert desk.selected == "two"
    assert desk.editor.cursor_place() == (1, 15)


def test_escape_in_the_text_closes_the_bar(desk_with: Open) -> None:
    desk = desk_with("one")
    desk.press(Key.Key_F, CTRL)
    desk.editor.setFocus()
    desk.press(Key.Key_Escape)
    assert desk.spans(MATCH) == []


def test_what_is_selected_is_what_is_searched_for(desk_with: Open) -> None:
    desk = desk_with("one two one")
    desk.press(Key.Key_Right, CTRL | SHIFT)
    desk.press(Key.Key_Left, SHIFT)
    desk.press(Key.Key_F, CTRL)
    assert desk.field("Find").text() == "one"
    assert told(desk) == "1 of 2"


def test_toggles_narrow_the_search(desk_with: Open) -> None:
    desk = desk_with("total Total totals a.b axb")
    desk.press(Key.Key_F, CTRL)
    desk.type("total")
    assert told(desk) == "1 of 3"
    toggle(desk, "word", Key.Key_W)
    assert told(desk) == "1 of 2"
    toggle(desk, "Aa", Key.Key_C)
    assert told(desk) == "1 of 1"
    desk.field("Find").selectAll()
    desk.type("a.b")
    assert told(desk) == "1 of 1"
    toggle(desk, ".*", Key.Key_R)
    assert told(desk) == "1 of 2"


def test_no_match_and_no_pattern_are_said(desk_with: Open) -> None:
    desk = desk_with("text")
    desk.press(Key.Key_F, CTRL)
    desk.type("zzz(")
    assert told(desk) == "No matches"
    toggle(desk, ".*", Key.Key_R)
    assert told(desk) == "Not a pattern"


def name_of_focused(desk: Desk) -> str:
    focused = desk.focused
    words = focused.text() if isinstance(focused, QAbstractButton) else ""
    return (focused.accessibleName() or words).partition(" (")[0]


def test_tab_goes_through_the_replace_bar_as_one_reads_it(desk_with: Open) -> None:
    desk = desk_with("a1 a2")
    desk.press(Key.Key_H, CTRL)
    names = []
    for _ in range(10):
        names.append(name_of_focused(desk))
        desk.press(Key.Key_Tab)
    assert names == [
        "Find",
        "Replace with",
        "Replace",
        "Replace all",
        "Match capitals exactly",
        "Match whole words only",
        "Find a pattern, a regular expression",
        "Previous match",
        "Next match",
        "Close",
    ]


def test_tab_leaves_out_what_the_find_bar_does_not_show(desk_with: Open) -> None:
    desk = desk_with("a1 a2")
    desk.press(Key.Key_F, CTRL)
    desk.press(Key.Key_Tab)
    assert name_of_focused(desk) == "Match capitals exactly"
    desk.press(Key.Key_Backtab, SHIFT)
    assert name_of_focused(desk) == "Find"


def test_enter_presses_the_button_of_a_bar_that_has_the_focus(desk_with: Open) -> None:
    desk = desk_with("a1 a2")
    desk.press(Key.Key_H, CTRL)
    desk.type("a")
    desk.press(Key.Key_Tab)
    desk.type("b")
    desk.press(Key.Key_Tab, times=2)
    assert name_of_focused(desk) == "Replace all"
    desk.press(Key.Key_Return)
    assert desk.text == "b1 b2"


@pytest.mark.parametrize("tabs", [0, 1, 2, 5, 9])
def test_escape_anywhere_in_the_replace_bar_leads_back_to_the_text(
    desk_with: Open, tabs: int
) -> None:
    desk = desk_with("a1 a2")
    desk.press(Key.Key_H, CTRL)
    desk.press(Key.Key_Tab, times=tabs)
    desk.press(Key.Key_Escape)
    assert not any(field.isVisible() for field in desk.pane.findChildren(QLineEdit))
    assert desk.view.area.hasFocus()


def test_replace_goes_from_match_to_match(desk_with: Open) -> None:
    desk = desk_with("one two one two")
    desk.press(Key.Key_H, CTRL)
    desk.type("one")
    desk.field("Replace with").setFocus()
    desk.type("1")
    desk.press(Key.Key_Return)
    assert desk.text == "1 two one two"
    desk.press(Key.Key_Return)
    assert desk.text == "1 two 1 two"


def test_replace_all_is_one_step_to_undo(desk_with: Open) -> None:
    desk = desk_with("\u00e9 one\n\U0001f600 one\none")
    desk.press(Key.Key_H, CTRL)
    desk.type("one")
    desk.field("Replace with").setText("t\u00fcr")
    push(desk, "Replace all")
    assert desk.text == "\u00e9 t\u00fcr\n\U0001f600 t\u00fcr\nt\u00fcr"
    assert told(desk) == "Replaced 3"
    desk.press(Key.Key_Escape)
    desk.press(Key.Key_Z, CTRL)
    assert desk.text == "\u00e9 one\n\U0001f600 one\none"


def test_a_pattern_may_use_its_groups_in_the_replacement(desk_with: Open) -> None:
    desk = desk_with("a=1\nb=2")
    desk.press(Key.Key_H, CTRL)
    toggle(desk, ".*", Key.Key_R)
    desk.type(r"^(\w)=(?<n>\d)$")
    desk.field("Replace with").setText(r"\g<n>=\1")
    push(desk, "Replace all")
    assert desk.text == "1=a\n2=b"


def test_the_count_follows_the_text(desk_with: Open) -> None:
    desk = desk_with("one one")
    desk.press(Key.Key_F, CTRL)
    desk.type("one")
    desk.editor.setFocus()
    desk.press(Key.Key_End, CTRL)
    desk.type(" one")
    desk.qtbot.waitUntil(lambda: told(desk) == "3 found")


def test_a_read_only_text_offers_no_replacing(desk_with: Open) -> None:
    desk = desk_with("one")
    desk.pane.set_read_only(is_read_only=True)
    desk.press(Key.Key_H, CTRL)
    assert desk.field("Find").isVisible()
    assert not [b for b in desk.pane.findChildren(QPushButton) if b.isVisible()]


def test_very_many_matches_can_still_be_walked_through(desk_with: Open) -> None:
    desk = desk_with("ab\n" * 6000)
    desk.press(Key.Key_End, CTRL)
    desk.press(Key.Key_Up, times=3)
    desk.press(Key.Key_F, CTRL)
    desk.type("ab")
    assert told(desk) == "5000+ found"
    assert desk.pane.cursor_place() == (5998, 2)
    desk.press(Key.Key_F3)
    assert desk.pane.cursor_place() == (5999, 2)
    desk.press(Key.Key_F3, SHIFT)
    desk.press(Key.Key_F3, SHIFT)
    assert desk.pane.cursor_place() == (5997, 2)


def test_go_to_a_line(desk_with: Open) -> None:
    desk = desk_with("\n".join(f"line {n}" for n in range(1, 101)))
    desk.press(Key.Key_G, CTRL)
    desk.type("42:3")
    desk.press(Key.Key_Return)
    assert desk.pane.cursor_place() == (42, 2)
    assert desk.focused is desk.view.area


def test_a_line_that_is_not_there_is_said(desk_with: Open) -> None:
    desk = desk_with("one\ntwo\n")
    desk.press(Key.Key_G, CTRL)
    desk.type("99")
    desk.press(Key.Key_Return)
    assert "Type a number from 1 to 3" in texts_beside(desk.field("Line"))
    desk.press(Key.Key_Escape)
    assert desk.focused is desk.view.area


def test_every_button_of_the_bars_has_a_name(desk_with: Open) -> None:
    desk = desk_with("one")
    desk.press(Key.Key_G, CTRL)
    desk.press(Key.Key_Escape)
    desk.press(Key.Key_H, CTRL)
    buttons = [b for b in desk.pane.findChildren(QToolButton) if b.isVisible()]
    assert all(button.accessibleName() or button.text() for button in buttons)
