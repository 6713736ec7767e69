"""While arguments are written, it is shown how the call wants to be written."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from tests.gui.editor.desk import CTRL, SHIFT

from groundwork.aids import PROBLEMS
from groundwork.gui.language.call_tip import CallTips
from groundwork.gui.language.card import Card

from .writing_desk import WritingDesk

Open = Callable[..., WritingDesk]
Key = Qt.Key


class Caller:
    """Somebody who writes calls at a desk."""

    def __init__(self, desk: WritingDesk) -> None:
        self.desk = desk
        self.tips = CallTips(desk.workplace)
        desk.put_cursor(len(desk.text))

    @property
    def card(self) -> Card:
        found = self.desk.pane.findChild(Card)
        assert isinstance(found, Card)
        return found

    def wait_for(self, text: str) -> None:
        self.desk.qtbot.waitUntil(lambda: text in self.tips.text)

    def wait_until_gone(self) -> None:
        self.desk.qtbot.waitUntil(lambda: not self.tips.text)

    def wait_for_current(self, parameter: str) -> None:
        self.desk.qtbot.waitUntil(lambda: self.current == parameter)

    @property
    def current(self) -> str:
        """The parameter that stands out."""
        call, shown = self.tips.shown
        if call is None:
            return ""
        signature = call.signatures[shown]
        return signature.parameters[signature.current].name if signature.current >= 0 else "-"


@pytest.fixture
def caller_on(desk_with: Open) -> Callable[[str], Caller]:
    def sit_down(text: str = "") -> Caller:
        return Caller(desk_with(text))

    return sit_down


Write = Callable[..., Caller]


def test_a_bracket_shows_the_call_and_commas_lead_on(caller_on: Write) -> None:
    caller = caller_on("")
    caller.desk.type("range(")
    caller.wait_for("range(")
    caller.wait_for_current("stop")
    caller.desk.type("1, ")
    caller.wait_for("Where the numbers end")
    caller.desk.type("5, ")
    caller.wait_for_current("step")
    assert "2 of 2" in caller.tips.text
    caller.desk.type("2)")
    caller.wait_until_gone()


def test_a_keyword_leads_to_its_parameter_and_back(caller_on: Write) -> None:
    caller = caller_on("")
    caller.desk.type("print(1, sep=")
    caller.wait_for_current("sep")
    for _ in range(6):
        caller.desk.press(Key.Key_Left)
    caller.wait_for_current("values")


def test_inner_calls_show_their_own_and_the_outer_comes_back(caller_on: Write) -> None:
    caller = caller_on("")
    caller.desk.type("print(len(")
    caller.wait_for("len(")
    caller.desk.type("'a')")
    caller.wait_for("print(")


def test_escape_keeps_it_away_until_the_next_bracket(caller_on: Write) -> None:
    caller = caller_on("")
    caller.desk.type("print(")
    caller.wait_for("print(")
    caller.desk.press(Key.Key_Escape)
    assert not caller.tips.text
    caller.desk.type("1, 2")
    caller.desk.settle()
    assert not caller.tips.text
    caller.desk.type(", len(")
    caller.wait_for("len(")


def test_it_closes_when_the_cursor_leaves_the_call(caller_on: Write) -> None:
    caller = caller_on("first = 1\n")
    caller.desk.type("print(")
    caller.wait_for("print(")
    caller.desk.press(Key.Key_Up)
    caller.wait_until_gone()


@pytest.mark.parametrize("text", ["'print(", "# print(", "'''print(1, ", 'f"print(', "x = (1, "])
def test_it_keeps_out_of_texts_and_comments_and_brackets(caller_on: Write, text: str) -> None:
    caller = caller_on("")
    caller.desk.type(text)
    caller.desk.settle()
    assert not caller.tips.text


def test_text_within_a_call_changes_nothing(caller_on: Write) -> None:
    caller = caller_on("")
    caller.desk.type("print('a, (b, ")
    caller.wait_for("print(")
    caller.desk.settle()
    assert caller.current == "values"


def test_a_key_shows_it_and_others_page(caller_on: Write) -> None:
    caller = caller_on("print(range(")
    caller.desk.press(Key.Key_Space, CTRL | SHIFT)
    caller.wait_for("1 of 2")
    cursor = caller.desk.cursor
    caller.desk.press(Key.Key_Down, CTRL | SHIFT)
    caller.wait_for("2 of 2")
    caller.desk.press(Key.Key_Down, CTRL | SHIFT)
    caller.wait_for("1 of 2")
    caller.desk.press(Key.Key_Up, CTRL | SHIFT)
    caller.wait_for("2 of 2")
    QTest.mouseClick(caller.card, Qt.MouseButton.LeftButton, pos=caller.card.rect().center())
    caller.wait_for("1 of 2")
    assert (caller.desk.cursor, caller.desk.selected) == (cursor, "")


def test_what_was_paged_to_stays_while_the_call_is_written(caller_on: Write) -> None:
    caller = caller_on("")
    caller.desk.type("max(")
    caller.wait_for("1 of 2")
    caller.desk.press(Key.Key_Down, CTRL | SHIFT)
    caller.wait_for("2 of 2")
    caller.desk.press(Key.Key_Space)
    caller.desk.press(Key.Key_Backspace)
    caller.desk.settle()
    assert "2 of 2" in caller.tips.text


def test_it_stands_above_the_line(caller_on: Write) -> None:
    caller = caller_on("\n" * 12)
    caller.desk.type("print(")
    caller.wait_for("print(")
    line = caller.desk.view.area.viewport().mapTo(
        caller.desk.pane, caller.desk.ask_point(caller.desk.cursor)
    )
    assert caller.card.surface.bottom() < line.y()


def test_where_it_is_switched_off_nothing_shows(caller_on: Write) -> None:
    caller = caller_on("")
    caller.desk.type("print(")
    caller.wait_for("print(")
    caller.desk.workplace.set_allowed(frozenset({PROBLEMS}))
    assert not caller.tips.text
    caller.desk.type("len(")
    caller.desk.settle()
    assert not caller.tips.text


def test_a_text_that_may_not_be_changed_has_no_tips(caller_on: Write) -> None:
    caller = caller_on("print(")
    caller.desk.pane.set_read_only(is_read_only=True)
    caller.desk.press(Key.Key_Space, CTRL | SHIFT)
    caller.desk.settle()
    assert not caller.tips.text
