"""Pointing at a name, or asking by key, tells what it is."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QScrollBar
from tests.gui.editor.desk import CTRL

from groundwork.aids import PROBLEMS
from groundwork.gui.editor.scintilla import Message
from groundwork.gui.language.card import Card
from groundwork.gui.language.hover import Hover

from .writing_desk import WritingDesk

Open = Callable[..., WritingDesk]
TEXT = f"""\


def price(name, count=1):
    \'\'\'What a thing costs.

    {"And more of it." * 300}
    \'\'\'


price
other = 1
"""


class Pointer:
    """A hand with a mouse over the editor of a desk."""

    def __init__(self, desk: WritingDesk) -> None:
        self.desk = desk
        self.hover = Hover(desk.workplace)

    @property
    def card(self) -> Card:
        found = self.desk.pane.findChild(Card)
        assert isinstance(found, Card)
        return found

    def point_at(self, part: str) -> None:
        position = self.desk.text.encode().rindex(part.encode()) + 1
        self.desk.ask(Message.GOTOPOS, position)
        height = self.desk.ask(Message.TEXTHEIGHT, 0)
        self.move(self.desk.ask_point(position) + QPoint(2, height // 2))

    def move(self, place: QPoint) -> None:
        self._move(self.desk.view.area.viewport().mapTo(self.desk.pane, place))

    def move_into_card(self) -> None:
        self._move(self.card.surface.center())

    def _move(self, place: QPoint) -> None:
        """Two steps, because a pointer that is there already would not move."""
        for step in (place + QPoint(1, 0), place):
            QTest.mouseMove(self.desk.pane.windowHandle(), step)

    def wait_for_timers(self) -> None:
        """Let the time run out that anybody waits for."""
        timers = self.desk.pane.findChildren(QTimer)
        self.desk.qtbot.waitUntil(lambda: not any(timer.isActive() for timer in timers))

    def wait_for(self, text: str) -> None:
        self.desk.qtbot.waitUntil(lambda: text in self.hover.text)

    def wait_until_gone(self) -> None:
        self.desk.qtbot.waitUntil(lambda: not self.hover.text)


@pytest.fixture
def pointer_on(desk_with: Open) -> Callable[[str], Pointer]:
    return lambda text: Pointer(desk_with(text))


Point = Callable[[str], Pointer]


def test_pointing_at_a_name_tells_what_it_is(pointer_on: Point) -> None:
    pointer = pointer_on(TEXT)
    pointer.point_at("price")
    pointer.wait_for("What a thing costs.")
    assert "price(name, count=1)" in pointer.hover.text
    assert pointer.desk.view.area.hasFocus()


def test_it_stays_while_the_pointer_is_in_it_and_goes_afterwards(pointer_on: Point) -> None:
    pointer = pointer_on(TEXT)
    pointer.point_at("price")
    pointer.wait_for("What a thing costs.")
    pointer.move_into_card()
    pointer.wait_for_timers()
    assert pointer.hover.text
    pointer.move(QPoint(3, 3))
    pointer.wait_until_gone()


def test_it_stays_while_the_pointer_moves_on_the_name(pointer_on: Point) -> None:
    pointer = pointer_on(TEXT)
    pointer.point_at("price")
    pointer.wait_for("What a thing costs.")
    pointer.point_at("rice")
    pointer.wait_for_timers()
    assert pointer.hover.text


def test_a_long_text_is_scrolled_with_the_wheel(pointer_on: Point) -> None:
    pointer = pointer_on(TEXT)
    pointer.point_at("price")
    pointer.wait_for("What a thing costs.")
    pointer.move_into_card()
    QTest.wheelEvent(
        pointer.desk.pane.windowHandle(), pointer.card.surface.center().toPointF(), QPoint(0, -120)
    )
    assert max(bar.value() for bar in pointer.card.findChildren(QScrollBar)) > 0
    assert pointer.hover.text


def test_escape_puts_it_away_and_other_keys_do_what_they_do(pointer_on: Point) -> None:
    pointer = pointer_on(TEXT)
    pointer.point_at("price")
    pointer.wait_for("What a thing costs.")
    pointer.desk.press(Qt.Key.Key_Shift)
    assert pointer.hover.text
    pointer.desk.press(Qt.Key.Key_Escape)
    assert not pointer.hover.text
    pointer.desk.type("x")
    assert "xprice" in pointer.desk.text.replace("pxrice", "xprice")


def test_a_key_asks_about_the_name_at_the_cursor_and_arrows_scroll(pointer_on: Point) -> None:
    pointer = pointer_on(TEXT)
    pointer.desk.put_cursor_behind("\nprice")
    cursor = pointer.desk.cursor
    pointer.desk.press(Qt.Key.Key_I, CTRL)
    pointer.wait_for("What a thing costs.")
    pointer.desk.press(Qt.Key.Key_Down)
    assert pointer.desk.cursor == cursor
    assert pointer.hover.text
    pointer.desk.press(Qt.Key.Key_Left)
    assert pointer.desk.cursor == cursor - 1
    assert not pointer.hover.text


def test_who_types_does_not_point(pointer_on: Point) -> None:
    pointer = pointer_on(TEXT)
    pointer.point_at("price")
    pointer.desk.type("x")
    pointer.wait_for_timers()
    pointer.desk.settle()
    assert not pointer.hover.text


def test_problems_stand_first_and_even_alone(pointer_on: Point) -> None:
    pointer = pointer_on(TEXT)
    pointer.hover.add_source(lambda position: f"<p>A problem at {position}.</p>")
    pointer.hover.add_source(lambda _: "")
    pointer.point_at("price")
    pointer.wait_for("What a thing costs.")
    assert pointer.hover.text.startswith("A problem at ")
    pointer.desk.workplace.set_allowed(frozenset({PROBLEMS}))
    assert not pointer.hover.text
    pointer.point_at("other")
    pointer.wait_for("A problem at ")
    assert pointer.hover.text.count("\n") == 0


def test_below_a_problem_a_long_signature_is_cut(pointer_on: Point) -> None:
    options = ",\n".join(f"    option_{number}: int = 0" for number in range(6))
    pointer = pointer_on(f"\n\n\ndef brew(\n{options},\n) -> str:\n    return ''\n\n\nbrew\n")
    pointer.point_at("brew")
    pointer.wait_for("option_5: int = 0")
    pointer.hover.put_away()
    pointer.hover.add_source(lambda _: "<p>A problem.</p>")
    pointer.hover.show_here()
    pointer.wait_for("-> str")
    assert pointer.hover.text.startswith("A problem.")
    assert "option_2" in pointer.hover.text
    assert "option_5" not in pointer.hover.text
