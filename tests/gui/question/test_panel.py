from __future__ import annotations

from itertools import pairwise

import pytest
from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtWidgets import QLabel, QListWidget, QPlainTextEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from groundwork.learner.states import WorkState
from groundwork.packs.exercises import (
    BlankQuestion,
    Choice,
    ChoiceQuestion,
    OrderQuestion,
    PredictQuestion,
    Question,
    WrongGuess,
)
from groundwork.packs.model import Prose
from groundwork.settings import ThemeChoice

from .sheet import Key, Sheet

TASK = (Prose("<p>Think before you run it.</p>", "Think before you run it."),)
CHOICES = (
    Choice("<p><code>101</code></p>", "101", is_right=False, explanation="<p>That is first.</p>"),
    Choice("<p><code>112</code></p>", "112", is_right=True, explanation="<p>-1 is the last.</p>"),
    Choice("<p>an error</p>", "an error", is_right=False, explanation="<p>It is there.</p>"),
)
ONE = ChoiceQuestion("last", "What is orders[-1]?", TASK, CHOICES)
SEVERAL = ChoiceQuestion(
    "even",
    "Which are even?",
    TASK,
    (
        Choice("<p>2</p>", "2", is_right=True),
        Choice("<p>3</p>", "3", is_right=False, explanation="<p>3 is odd.</p>"),
        Choice("<p>4</p>", "4", is_right=True),
    ),
    takes_several=True,
)
PREDICT = PredictQuestion(
    "prints",
    "What does it print?",
    TASK,
    "x = [1, 2]\nx.append(3)\nprint(x)\n",
    wrong_guesses=(WrongGuess("[1, 2]", "<p>append changes the list.</p>"),),
    explanation="<p>The list has grown.</p>",
)
BLANK = BlankQuestion(
    "adds",
    "Add one more",
    TASK,
    "orders.____(112)\n",
    ("append",),
    (WrongGuess("add", "<p>Sets have add.</p>"),),
    "<p>append adds at the end.</p>",
)
ORDER = OrderQuestion(
    "steps",
    "Put it in order",
    TASK,
    ("total = 0", "for price in prices:", "    total += price", "print(total)"),
    (WrongGuess("total = price", "<p>That forgets the sum.</p>"),),
    "<p>First zero, then the sum.</p>",
)


def test_a_right_choice_is_told_with_its_reason(qtbot: QtBot) -> None:
    sheet = Sheet(qtbot, ONE)
    assert not sheet.can_check()
    sheet.press("112")
    sheet.check()
    assert sheet.answers == [True]
    assert "That is right." in sheet.said()
    assert "-1 is the last." in sheet.said()
    assert not sheet.can_check()


def test_a_wrong_choice_is_explained_and_another_can_be_made(qtbot: QtBot) -> None:
    sheet = Sheet(qtbot, ONE)
    sheet.press("101")
    sheet.check()
    assert sheet.answers == [False]
    assert "That is not it.\nThat is first." in sheet.said()
    sheet.press("112")
    assert "That is not it." not in sheet.said()
    sheet.check()
    assert sheet.answers == [False, True]


def test_a_press_on_the_words_of_a_choice_takes_it(qtbot: QtBot) -> None:
    sheet = Sheet(qtbot, ONE)
    button = sheet.button("an error")
    row = button.parentWidget()
    assert row is not None
    qtbot.mouseClick(row, Qt.MouseButton.LeftButton, pos=row.rect().center())
    assert button.isChecked()


def test_any_number_of_choices_is_judged_as_a_whole(qtbot: QtBot) -> None:
    sheet = Sheet(qtbot, SEVERAL)
    sheet.press("2")
    sheet.check()
    assert "there is more" in sheet.said()
    sheet.press("3")
    sheet.check()
    assert "One of your choices does not belong.\n3 is odd." in sheet.said()
    sheet.press("3")
    sheet.press("4")
    sheet.check()
    assert sheet.answers == [False, False, True]


def test_choosing_and_checking_need_no_mouse(qtbot: QtBot) -> None:
    sheet = Sheet(qtbot, ONE)
    sheet.button("101").setFocus()
    qtbot.keyClick(sheet.button("101"), Key.Key_Space)
    qtbot.keyClick(sheet.button("101"), Key.Key_Down)
    assert sheet.button("112").isChecked()
    qtbot.keyClick(sheet.button("112"), Key.Key_Return)
    assert sheet.answers == [True]


def test_the_keyboard_stays_with_the_answer_when_the_button_rests(qtbot: QtBot) -> None:
    sheet = Sheet(qtbot, PREDICT)
    qtbot.keyClicks(sheet.field(), "[1, 2]")
    check = next(one for one in sheet.panel.findChildren(QPushButton) if one.isEnabled())
    qtbot.keyClick(sheet.field(), Key.Key_Tab)
    assert check.hasFocus()
    qtbot.keyClick(check, Key.Key_Return)
    assert not check.isEnabled()
    assert sheet.field().hasFocus()


def test_a_prediction_is_judged_by_what_the_program_printed(qtbot: QtBot) -> None:
    sheet = Sheet(qtbot, PREDICT)
    qtbot.keyClicks(sheet.field(), "[1, 2]")
    sheet.check()
    assert sheet.wanted == [PREDICT]
    assert not sheet.can_check()
    sheet.panel.set_output("[1, 2, 3]\n")
    assert sheet.answers == [False]
    assert "append changes the list." in sheet.said()
    assert "[1, 2, 3]" not in sheet.said()
    sheet.press("Show what it prints")
    assert "[1, 2, 3]" in sheet.said()


def test_a_right_prediction_may_end_with_empty_lines(qtbot: QtBot) -> None:
    sheet = Sheet(qtbot, PREDICT)
    qtbot.keyClicks(sheet.field(), "[1, 2, 3]")
    qtbot.keyClick(sheet.field(), Key.Key_Return)
    qtbot.keyClick(sheet.field(), Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    sheet.panel.set_output("[1, 2, 3]\n")
    assert sheet.answers == [True]
    assert "The list has grown." in sheet.said()


def test_a_prediction_that_is_changed_while_the_program_runs_is_not_judged(qtbot: QtBot) -> None:
    sheet = Sheet(qtbot, PREDICT)
    qtbot.keyClicks(sheet.field(), "7")
    sheet.check()
    qtbot.keyClicks(sheet.field(), "8")
    sheet.panel.set_output("[1, 2, 3]\n")
    assert sheet.answers == []
    sheet.check()
    sheet.panel.set_output("[1, 2, 3]\n")
    assert sheet.answers == [False]


def test_a_program_that_cannot_be_run_leaves_the_answer_to_be_checked_again(qtbot: QtBot) -> None:
    sheet = Sheet(qtbot, PREDICT)
    qtbot.keyClicks(sheet.field(), "7")
    sheet.check()
    sheet.panel.set_problem("There is no Python.")
    assert "There is no Python." in sheet.said()
    assert sheet.can_check()
    assert sheet.answers == []


def test_the_field_grows_with_what_is_written_and_tab_leaves_it(qtbot: QtBot) -> None:
    sheet = Sheet(qtbot, PREDICT)
    field = sheet.field()
    assert isinstance(field, QPlainTextEdit)
    before = field.height()
    field.setFocus()
    for digit in "1234":
        qtbot.keyClicks(field, digit)
        qtbot.keyClick(field, Key.Key_Return)
    assert field.height() > before
    qtbot.keyClick(field, Key.Key_Tab)
    assert not field.hasFocus()
    assert "\t" not in field.toPlainText()


@pytest.mark.parametrize(
    ("written", "said", "is_right"),
    [
        ("append", "append adds at the end.", True),
        (" append ", "append adds at the end.", True),
        ("add", "Sets have add.", False),
        ("push", "That is not it.", False),
    ],
)
def test_a_blank_is_filled_with_enter(
    qtbot: QtBot, written: str, said: str, *, is_right: bool
) -> None:
    sheet = Sheet(qtbot, BLANK)
    qtbot.keyClicks(sheet.field(), written)
    qtbot.keyClick(sheet.field(), Key.Key_Return)
    assert sheet.answers == [is_right]
    assert said in sheet.said()


def put_in_order(sheet: Sheet, wanted: tuple[str, ...]) -> None:
    """Move each line to its place with the keys."""
    lines = sheet.lines()
    for place, text in enumerate(wanted):
        (row,) = [row for row in range(lines.count()) if lines.item(row).text() == text]
        lines.setCurrentRow(row)
        for _ in range(row - place):
            sheet.qtbot.keyClick(lines, Key.Key_Up, Qt.KeyboardModifier.AltModifier)


def test_lines_are_put_in_order_and_one_is_left_out(qtbot: QtBot) -> None:
    sheet = Sheet(qtbot, ORDER)
    put_in_order(sheet, (*ORDER.lines, "total = price"))
    sheet.check()
    assert "A line does not belong.\nThat forgets the sum." in sheet.said()
    sheet.lines().setCurrentRow(4)
    qtbot.keyClick(sheet.lines(), Key.Key_Space)
    sheet.check()
    assert sheet.answers == [False, True]
    assert "First zero, then the sum." in sheet.said()


def test_a_wrong_order_says_how_far_it_is_right(qtbot: QtBot) -> None:
    sheet = Sheet(qtbot, ORDER)
    put_in_order(sheet, ("total = 0", "for price in prices:", "print(total)", "    total += price"))
    sheet.lines().setCurrentRow(4)
    qtbot.keyClick(sheet.lines(), Key.Key_Space)
    sheet.check()
    assert "The first 2 are right; the next belongs elsewhere." in sheet.said()


def test_the_lines_in_order_are_whole_when_the_text_grows(qtbot: QtBot) -> None:
    sheet = Sheet(qtbot, ORDER)
    lines = sheet.panel.findChildren(QListWidget)[0]
    before = lines.height()
    with QSignalBlocker(sheet.appearance):  # the page restyles its blocks before they hear of it
        sheet.appearance.choose_text_scale(2.0)
    sheet.panel.restyle()
    sheet.fit()
    parent = lines.parentWidget()
    assert parent is not None
    assert before < lines.height() <= parent.height()


def test_a_question_that_was_answered_before_says_so(qtbot: QtBot) -> None:
    sheet = Sheet(qtbot, ONE)
    sheet.panel.set_state(WorkState.DONE)
    words = [label.text() for label in sheet.panel.findChildren(QLabel) if label.isVisible()]
    assert "done" in words


@pytest.mark.parametrize("width", [320, 560])
@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("question", [ONE, SEVERAL, PREDICT, BLANK, ORDER])
def test_nothing_stands_over_anything_else(
    qtbot: QtBot, question: Question, theme: ThemeChoice, width: int
) -> None:
    panel = Sheet(qtbot, question, theme, width).panel
    widgets = panel.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly)
    places = [widget.geometry() for widget in widgets if widget.isVisible() and widget.height()]
    places.sort(key=lambda place: place.top())
    assert not any(upper.intersects(lower) for upper, lower in pairwise(places))
    assert all(place.right() <= width for place in places)
