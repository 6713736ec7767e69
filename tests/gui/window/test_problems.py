"""What is wrong in a program is seen and mended while it is written."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel, QTabBar

from groundwork.aids import PROBLEMS
from groundwork.gui.language.problems.fix_list import FixList

from .conftest import OpenOn
from .lessons import example
from .seat import CTRL, Key, Seat

OFF = "---\ntitle: By heart\nwithout: problems\nwhy: You read the messages yourself here.\n---\n"


def marked(seat: Seat) -> list[str]:
    """What is underlined in the code, from top to bottom."""
    view = seat.app.editor.code.view
    found = seat.app.language.problems.display.underlines.all()
    return [view.slice(one.start, one.end).decode() for one in found]


def tabs(seat: Seat) -> list[str]:
    found = seat.app.run_panel.findChild(QTabBar)
    assert isinstance(found, QTabBar)
    return [found.tabText(index) for index in range(found.count())]


def open_list(seat: Seat) -> str:
    """Bring the list into view, and read it."""
    page = seat.app.language.problems.page
    seat.app.run_panel.show_page(page)
    labels = page.findChildren(QLabel)
    return "\n".join(label.text() for label in labels if label.isVisible())


def is_offered(seat: Seat) -> bool:
    return any(not one.isHidden() for one in seat.window.findChildren(FixList))


def test_a_slip_is_underlined_counted_and_mended_by_key(open_on: OpenOn) -> None:
    seat = open_on(example("shop", "print('hello')"))
    seat.write("price = 3\nprint(pirce)\n")
    seat.wait(lambda: marked(seat) == ["pirce"])
    seat.wait(lambda: "Problems 1" in tabs(seat))
    seat.press(Key.Key_Up)
    seat.press(Key.Key_Period, CTRL)
    seat.wait(lambda: is_offered(seat))
    seat.press(Key.Key_Return)
    assert seat.code == "price = 3\nprint(price)\n"
    seat.wait(lambda: marked(seat) == [] and "Problems" in tabs(seat))
    seat.press(Key.Key_Z, CTRL)
    assert seat.code == "price = 3\nprint(pirce)\n"


def test_the_key_for_the_next_problem_tells_it(open_on: OpenOn) -> None:
    seat = open_on(example("shop", "x = 1\nif x > 2\n    print(x)\n"))
    seat.wait(lambda: marked(seat) == ["if x > 2"])
    seat.press(Key.Key_F8, CTRL)
    assert seat.place == ("main.py", 2)
    assert "a colon" in seat.app.language.hover.text


def test_what_other_programs_of_the_lesson_import_can_be_added(open_on: OpenOn) -> None:
    other = example("other", "from shutil import get_terminal_size\nprint(get_terminal_size())")
    seat = open_on(example("first", "print(get_terminal_size())") + other)
    seat.wait(lambda: marked(seat) == ["get_terminal_size"])
    seat.press(Key.Key_Period, CTRL)
    seat.wait(lambda: is_offered(seat))
    seat.press(Key.Key_Tab)
    assert seat.code.startswith("from shutil import get_terminal_size\n\nprint(")


def test_the_list_leads_to_the_problem_in_another_file(open_on: OpenOn) -> None:
    files = example("shop", "import prices\n\nprint(prices)\n")
    seat = open_on(files + example("shop", "x = 1\nprint(missing, x)\n", more="file=prices.py"))
    seat.wait(lambda: "Problems 1" in tabs(seat))
    open_list(seat)
    row = seat.app.language.problems.page.focusProxy()
    assert row is not None
    seat.wait(row.isVisible)
    seat.click(row)
    seat.wait(lambda: seat.place == ("prices.py", 2))
    assert seat.has_focus(seat.app.editor)


def test_a_problem_does_not_disturb_what_a_run_says_of_the_line(open_on: OpenOn) -> None:
    seat = open_on(example("fails", "print(missing)\n"))
    seat.wait(lambda: marked(seat) == ["missing"])
    seat.press(Key.Key_F5)
    seat.wait_for_status("ended with NameError on line 1")
    assert seat.error_line == 1
    assert "NameError" in seat.error_sentence
    assert marked(seat) == ["missing"]


def test_switched_off_by_the_author_nothing_is_told_but_why(open_on: OpenOn) -> None:
    seat = open_on(OFF + example("shop", "print(missing)\n"))
    seat.wait(lambda: PROBLEMS not in seat.app.language.workplace.allowed)
    assert "You read the messages yourself here." in open_list(seat)
    seat.write("print(missing)\nx = \n")
    seat.press(Key.Key_F5)
    seat.wait_for_status("SyntaxError")
    assert marked(seat) == []


def test_nothing_is_wrong_with_a_right_program(open_on: OpenOn) -> None:
    seat = open_on(example("shop", "print('hello')"))
    seat.wait(lambda: seat.app.language.problems.inspector.is_current)
    assert "Nothing to mend" in open_list(seat)
    assert "Problems" in tabs(seat)
