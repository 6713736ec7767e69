"""Call tips and descriptions of names, in the whole window with the real worker."""

from __future__ import annotations

from PySide6.QtCore import QPoint
from PySide6.QtTest import QTest

from groundwork.gui.editor.scintilla import Message
from groundwork.gui.language.call_tip import CallTips
from groundwork.gui.language.card import Card
from groundwork.gui.language.completion.popup import CompletionPopup
from groundwork.language.protocol import Warm

from .conftest import OpenOn
from .lessons import example
from .seat import CTRL, SHIFT, Key, Seat

SELLING = '''\
from pathlib import Path


def sell(what: str, count: int = 1) -> int:
    """Sell something.

    Args:
        what: The name of a thing.
        count: How many of it.
    """
    return count


for number in range(3):
    print(number)
'''
LESSON = example("selling", SELLING)
STRICT = """\
---
title: From memory
without: completion
why: Names stay by being typed.
---
"""


def tip(seat: Seat) -> str:
    """What the call tip says."""
    found = seat.window.findChild(CallTips)
    return found.text if isinstance(found, CallTips) else ""


def told(seat: Seat) -> str:
    """What the card over a name says."""
    return seat.app.language.hover.text


def card(seat: Seat) -> Card:
    """The card that is shown."""
    return next(one for one in seat.window.findChildren(Card) if one.isVisible())


def place_of(seat: Seat, part: str) -> QPoint:
    """Where in the window the last place is at which that part of the code stands."""
    view = seat.app.editor.code.view
    position = seat.code.encode().rindex(part.encode()) + 1
    line = view.send(Message.LINEFROMPOSITION, position)
    view.send(Message.SETFIRSTVISIBLELINE, max(0, line - 8))
    left = view.send(Message.POINTXFROMPOSITION, 0, position)
    top = view.send(Message.POINTYFROMPOSITION, 0, position)
    middle = QPoint(left + 2, top + view.send(Message.TEXTHEIGHT, 0) // 2)
    return view.area.viewport().mapTo(seat.window, middle)


def point_at(seat: Seat, place: QPoint) -> None:
    for step in (place + QPoint(2, 0), place):
        QTest.mouseMove(seat.window.windowHandle(), step)


def write_behind(seat: Seat, text: str) -> None:
    """Type at the end of the example."""
    seat.app.editor.setFocus()
    seat.press(Key.Key_End, CTRL)
    seat.type(text)


def test_a_call_is_written_with_its_tip_over_it(open_on: OpenOn) -> None:
    seat = open_on(LESSON)
    write_behind(seat, "print(sell(")
    seat.wait(lambda: "The name of a thing." in tip(seat))
    seat.type("'tea', ")
    seat.wait(lambda: "How many of it." in tip(seat))
    seat.type("2)")
    seat.wait(lambda: tip(seat).startswith("print("))
    seat.type(")")
    seat.wait(lambda: not tip(seat))
    assert seat.code.endswith("print(sell('tea', 2))")


def test_list_and_tip_stand_on_both_sides_of_the_line(open_on: OpenOn) -> None:
    seat = open_on(LESSON)
    write_behind(seat, "sell(num")
    seat.wait(lambda: "The name of a thing." in tip(seat))
    seat.wait(lambda: seat.window.findChild(CompletionPopup))
    shown = seat.window.findChild(CompletionPopup)
    assert isinstance(shown, CompletionPopup)
    seat.wait(shown.isVisible)
    assert not shown.surface.intersects(card(seat).surface)
    seat.press(Key.Key_Escape)
    assert (shown.isVisible(), bool(tip(seat))) == (False, True)
    seat.press(Key.Key_Escape)
    assert not tip(seat)


def test_pointing_at_a_name_tells_what_it_is_and_pointing_elsewhere_ends_it(
    open_on: OpenOn,
) -> None:
    seat = open_on(LESSON)
    write_behind(seat, "sell('tea')")
    seat.press(Key.Key_Escape)
    point_at(seat, place_of(seat, "sell('tea')"))
    seat.wait(lambda: "Sell something." in told(seat))
    assert "def sell(what: str, count: int = 1) -> int" in told(seat)
    point_at(seat, card(seat).surface.center())
    assert told(seat)
    point_at(seat, QPoint(30, seat.window.height() // 2))
    seat.wait(lambda: not told(seat))


def test_keywords_and_variables_are_explained(open_on: OpenOn) -> None:
    seat = open_on(LESSON)
    point_at(seat, place_of(seat, "for number"))
    seat.wait(lambda: "once for each item" in told(seat))
    point_at(seat, place_of(seat, "number)"))
    seat.wait(lambda: "number: int" in told(seat))


def test_a_key_tells_about_the_name_at_the_cursor(open_on: OpenOn) -> None:
    seat = open_on(LESSON)
    write_behind(seat, "Path")
    seat.press(Key.Key_Home)
    seat.press(Key.Key_I, CTRL)
    seat.wait(lambda: "class Path(" in told(seat))
    seat.press(Key.Key_Escape)
    assert not told(seat)
    assert seat.code.endswith("Path")


def test_where_completion_is_switched_off_there_are_no_tips(open_on: OpenOn) -> None:
    seat = open_on(STRICT + LESSON)
    seat.wait(lambda: not seat.app.language.workplace.allowed & {"completion"})
    write_behind(seat, "sell(")
    seat.press(Key.Key_Space, CTRL | SHIFT)
    seat.press(Key.Key_I, CTRL)
    answers: list[object] = []
    seat.app.language.worker.ask(Warm("", ""), answers.append)
    seat.wait(lambda: answers)
    assert (tip(seat), told(seat)) == ("", "")
