"""What mends a problem is offered and carried out, as one step that can be undone."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QListWidget
from tests.gui.editor.desk import ALT, CTRL, SECOND, SHIFT

from groundwork.gui.editor.scintilla import Message
from groundwork.gui.language.documentation import Documentation

from .mender import Mender

Open = Callable[..., Mender]
Key = Qt.Key


@pytest.fixture
def misspelt(mender_with: Open) -> Mender:
    mender = mender_with("price = 3\nprint(pirce)\nprint(total)\n")
    mender.wait(lambda: mender.marked == ["pirce", "total"])
    mender.desk.put_cursor_behind("pir")
    return mender


def test_ctrl_dot_offers_what_mends_and_enter_carries_it_out(misspelt: Mender) -> None:
    misspelt.desk.press(Key.Key_Period, CTRL)
    assert misspelt.offers
    misspelt.desk.press(Key.Key_Return)
    assert misspelt.desk.text == "price = 3\nprint(price)\nprint(total)\n"
    assert not misspelt.offers
    misspelt.wait(lambda: misspelt.marked == ["total"])


def test_a_fix_is_one_step_to_undo(misspelt: Mender) -> None:
    before = misspelt.desk.text
    misspelt.desk.press(Key.Key_Return, ALT)
    misspelt.desk.press(Key.Key_Return)
    misspelt.desk.press(Key.Key_Z, CTRL)
    assert misspelt.desk.text == before


def test_escape_and_typing_put_the_offer_away(misspelt: Mender) -> None:
    misspelt.desk.press(Key.Key_Period, CTRL)
    misspelt.desk.press(Key.Key_Escape)
    assert not misspelt.offers
    misspelt.desk.press(Key.Key_Period, CTRL)
    misspelt.desk.type("x")
    assert not misspelt.offers
    assert "pirxce" in misspelt.desk.text


def test_a_click_on_an_offer_carries_it_out(misspelt: Mender) -> None:
    misspelt.desk.press(Key.Key_Period, CTRL)
    offers = misspelt.offers[0].findChild(QListWidget)
    assert isinstance(offers, QListWidget)
    place = offers.visualItemRect(offers.item(0)).center()
    QTest.mouseClick(offers.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert "print(price)" in misspelt.desk.text


def test_anywhere_on_the_line_will_do(misspelt: Mender) -> None:
    misspelt.desk.press(Key.Key_Home)
    misspelt.desk.press(Key.Key_Period, CTRL)
    assert misspelt.offers


def test_where_nothing_mends_the_sentence_is_told(misspelt: Mender) -> None:
    misspelt.desk.put_cursor_behind("tot")
    misspelt.desk.press(Key.Key_Period, CTRL)
    assert not misspelt.offers
    assert "“total”" in misspelt.hover.text


def test_where_nothing_is_wrong_that_is_told(misspelt: Mender) -> None:
    misspelt.desk.put_cursor_behind("price")
    misspelt.desk.press(Key.Key_Period, CTRL)
    assert misspelt.told == ["There is nothing to mend on this line"]


def test_new_lines_of_a_fix_end_as_those_of_the_text_do(mender_with: Open) -> None:
    mender = mender_with("import os\r\nprint(os, math.pi)\r\n")
    mender.wait(lambda: mender.marked == ["math"])
    mender.desk.put_cursor_behind("ma")
    mender.desk.press(Key.Key_Period, CTRL)
    mender.desk.press(Key.Key_Return)
    assert mender.desk.text == "import os\r\nimport math\r\nprint(os, math.pi)\r\n"
    assert mender.desk.editor.cursor_place() == (3, 12)


def test_keys_lead_from_problem_to_problem_and_round(misspelt: Mender) -> None:
    misspelt.desk.ask(Message.GOTOPOS, 0)
    misspelt.desk.press(Key.Key_F8, CTRL)
    assert misspelt.desk.editor.cursor_place() == (2, 6)
    assert "“price”" in misspelt.hover.text
    misspelt.desk.press(Key.Key_F8, CTRL)
    assert misspelt.desk.editor.cursor_place() == (3, 6)
    misspelt.desk.press(Key.Key_F8, CTRL)
    assert misspelt.desk.editor.cursor_place() == (2, 6)
    misspelt.desk.press(Key.Key_F8, CTRL | SHIFT)
    assert misspelt.desk.editor.cursor_place() == (3, 6)


def test_without_problems_the_keys_say_so(mender_with: Open) -> None:
    mender = mender_with("print(1)\n")
    mender.wait_until_looked_at()
    mender.desk.press(Key.Key_F8, CTRL)
    assert mender.told == ["There is no problem in this file"]


def test_the_link_in_what_is_told_mends(misspelt: Mender) -> None:
    misspelt.desk.press(Key.Key_I, CTRL)
    assert "Did you mean" in misspelt.hover.text
    section = misspelt.desk.pane.findChild(Documentation)
    assert isinstance(section, Documentation)
    link = next(
        QPoint(x, y)
        for y in range(0, section.height(), 4)
        for x in range(0, section.width(), 4)
        if section.anchorAt(QPoint(x, y))
    )
    QTest.mouseClick(section.viewport(), Qt.MouseButton.LeftButton, pos=link)
    assert "print(price)" in misspelt.desk.text
    assert misspelt.hover.text == ""


def test_a_text_that_may_only_be_read_is_not_changed(misspelt: Mender) -> None:
    before = misspelt.desk.text
    misspelt.desk.pane.set_read_only(is_read_only=True)
    misspelt.desk.press(Key.Key_Period, CTRL)
    misspelt.desk.press(Key.Key_Return)
    assert misspelt.desk.text == before


@pytest.mark.usefixtures("patient")
def test_a_fix_is_offered_for_what_was_typed_just_now(mender_with: Open) -> None:
    mender = mender_with()
    mender.desk.type("x = true")
    mender.desk.press(Key.Key_Period, CTRL)
    mender.wait(lambda: mender.offers)
    mender.desk.press(Key.Key_Return)
    assert mender.desk.text == "x = True"


def test_no_offer_comes_after_the_text_is_another(mender_with: Open) -> None:
    mender = mender_with()
    mender.desk.type("x = true")
    mender.desk.press(Key.Key_Period, CTRL)
    mender.desk.type("1")
    mender.wait_until_looked_at()
    assert not mender.offers


def test_a_file_that_nobody_looks_at_has_nothing_to_mend(mender_with: Open) -> None:
    mender = mender_with()
    mender.desk.open({"notes.txt": "if x\n"}, SECOND)
    mender.desk.press(Key.Key_Period, CTRL)
    assert mender.told == ["There is nothing to mend on this line"]
