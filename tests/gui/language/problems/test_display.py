"""What is wrong is underlined, and nothing disturbs the line being typed."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from tests.gui.editor.desk import CTRL, SECOND

from groundwork.aids import COMPLETION, PROBLEMS
from groundwork.gui.editor.look import ERROR_MARKER, PROBLEM_MARKER
from groundwork.gui.editor.scintilla import Message

from .mender import Mender

Open = Callable[..., Mender]
Key = Qt.Key


def test_what_is_wrong_is_underlined_once_a_file_is_opened(mender_with: Open) -> None:
    mender = mender_with('price = 3\nprint("ü", pirce, "漢")\n')
    mender.wait(lambda: mender.marked == ["pirce"])


def test_a_right_program_has_no_underline(mender_with: Open) -> None:
    mender = mender_with("print(1)\n")
    mender.wait_until_looked_at()
    assert mender.marked == []


@pytest.mark.usefixtures("patient")
def test_on_the_line_being_typed_nothing_appears_until_the_cursor_leaves_it(
    mender_with: Open,
) -> None:
    mender = mender_with("\n\n")
    mender.desk.type("x = yy")
    mender.wait_until_looked_at()
    assert mender.problems.inspector.findings("main.py") != ()
    assert mender.marked == []
    mender.desk.press(Key.Key_Down)
    mender.wait(lambda: mender.marked == ["yy"])


def test_a_pause_shows_what_is_wrong_on_the_line_that_was_typed(mender_with: Open) -> None:
    mender = mender_with()
    mender.desk.type("x = yy")
    mender.wait(lambda: mender.marked == ["yy"])


@pytest.mark.usefixtures("hasty")
@pytest.mark.parametrize("header", ["for x in [1]:", "def total():"])
def test_a_block_that_is_begun_is_not_called_empty_until_the_cursor_leaves_it(
    mender_with: Open, header: str
) -> None:
    mender = mender_with("\n\n\nprint(pirce)")
    mender.desk.type(header)
    mender.desk.press(Key.Key_Return)
    mender.wait_until_looked_at()
    mender.wait(lambda: mender.marked == ["pirce"])
    mender.desk.press(Key.Key_Up)
    mender.wait(lambda: mender.marked == [header, "pirce"])


@pytest.mark.usefixtures("patient")
def test_what_is_shown_elsewhere_comes_and_goes_while_a_line_is_typed(mender_with: Open) -> None:
    mender = mender_with("\nprint(total)\n")
    mender.wait(lambda: mender.marked == ["total"])
    mender.desk.type("total = 3")
    mender.wait(lambda: mender.marked == [])
    mender.desk.press(Key.Key_Backspace, times=9)
    mender.wait(lambda: mender.marked == ["total"])


@pytest.mark.usefixtures("patient")
def test_underlines_move_with_the_text_before_there_is_an_answer(mender_with: Open) -> None:
    mender = mender_with("\nprint(total)\n")
    mender.wait(lambda: mender.marked == ["total"])
    mender.desk.type("# é")
    mender.desk.press(Key.Key_Return)
    assert not mender.problems.inspector.is_current
    assert mender.marked == ["total"]


@pytest.mark.usefixtures("patient")
def test_an_underline_on_the_line_being_typed_stays_where_it_still_holds(
    mender_with: Open,
) -> None:
    mender = mender_with("print(total)\n")
    mender.wait(lambda: mender.marked == ["total"])
    mender.desk.type("x = 1; ")
    mender.wait_until_looked_at()
    assert mender.marked == ["total"]


def test_errors_have_a_sign_in_the_margin_and_warnings_have_none(mender_with: Open) -> None:
    mender = mender_with("import json\nprint(total)\n")
    mender.wait(lambda: mender.marked == ["json", "total"])
    signs = [mender.desk.ask(Message.MARKERGET, line) for line in range(3)]
    assert signs == [0, 1 << PROBLEM_MARKER, 0]


def test_the_sign_of_a_run_is_not_disturbed(mender_with: Open) -> None:
    mender = mender_with("print(total)\n")
    mender.wait(lambda: mender.marked == ["total"])
    mender.desk.pane.mark_error("main.py", 1, "NameError")
    assert mender.desk.ask(Message.MARKERGET, 0) == 1 << ERROR_MARKER
    mender.problems.display.reveal()
    assert mender.desk.ask(Message.MARKERGET, 0) == 1 << ERROR_MARKER
    assert mender.desk.ask(Message.ANNOTATIONGETLINES, 0) == 1


def test_a_file_that_comes_back_has_its_underlines(mender_with: Open) -> None:
    mender = mender_with()
    mender.desk.open({"main.py": "print(aa)\n", "prices.py": "print(bb)\n"}, SECOND)
    mender.wait(lambda: mender.marked == ["aa"])
    mender.desk.press(Key.Key_Tab, CTRL)
    mender.wait(lambda: mender.marked == ["bb"])
    mender.desk.press(Key.Key_Tab, CTRL)
    mender.wait(lambda: mender.marked == ["aa"])


def test_switched_off_there_are_none_and_on_again_they_come_back(mender_with: Open) -> None:
    mender = mender_with("print(total)\n")
    mender.wait(lambda: mender.marked == ["total"])
    mender.desk.workplace.set_allowed(frozenset({COMPLETION}), {PROBLEMS: "Off today."})
    assert mender.marked == []
    assert mender.desk.ask(Message.MARKERGET, 0) == 0
    mender.desk.workplace.set_allowed(frozenset({COMPLETION, PROBLEMS}))
    mender.wait(lambda: mender.marked == ["total"])


def test_a_thousand_problems_are_a_hundred_underlines(mender_with: Open) -> None:
    mender = mender_with("".join(f"print(name{number})\n" for number in range(1000)))
    mender.wait(lambda: len(mender.marked) == 100)
