from __future__ import annotations

from PySide6.QtCore import QPoint

from .conftest import OpenOn
from .lessons import example
from .seat import ALT, CTRL, Key, Seat

FAILS = "def area(side):\n    return side ** 2 + 'm'\n\n\nprint(area(3))\n"
MAIN = "import prices\n\nprint(prices.of('pen'))\n"
PRICES = "PRICES = {}\n\n\ndef of(name):\n    return PRICES[name]\n"


def click_on_output(seat: Seat, words: str) -> None:
    console = seat.app.run_panel.console
    cursor = console.document().find(words)
    place = console.cursorRect(cursor).center() - QPoint(12, 0)
    seat.click(console.viewport(), place)


def two_files() -> str:
    return example("shop", MAIN) + example("shop", PRICES, more="file=prices.py")


def test_a_failing_line_is_marked_with_what_went_wrong(open_on: OpenOn) -> None:
    seat = open_on(example("fails", FAILS))
    seat.press(Key.Key_F5)
    seat.wait_for_status("ended with TypeError on line 2")
    assert seat.error_line == 2
    assert "TypeError" in seat.error_sentence
    assert "Traceback" in seat.output


def test_an_error_of_grammar_is_marked_too(open_on: OpenOn) -> None:
    seat = open_on(example("fails", "print('one')\nprint((\n"))
    seat.press(Key.Key_F5)
    seat.wait_for_status("ended with SyntaxError on line 2")
    assert seat.error_line == 2
    assert seat.error_sentence.startswith("SyntaxError: ")
    assert "main.py" not in seat.error_sentence  # the mark stands there


def test_a_place_in_the_traceback_leads_to_its_line(open_on: OpenOn) -> None:
    seat = open_on(example("fails", FAILS))
    seat.press(Key.Key_F5)
    seat.wait_for_status("ended with TypeError")
    click_on_output(seat, "line 5")
    assert seat.place == ("main.py", 5)
    assert seat.has_focus(seat.app.editor)


def test_f8_leads_to_the_line_of_the_error(open_on: OpenOn) -> None:
    seat = open_on(example("fails", FAILS))
    seat.press(Key.Key_F5)
    seat.wait_for_status("ended with TypeError")
    seat.press(Key.Key_F8)
    assert seat.place == ("main.py", 2)
    assert seat.has_focus(seat.app.editor)


def test_an_error_in_another_file_is_marked_there(open_on: OpenOn) -> None:
    seat = open_on(two_files())
    seat.press(Key.Key_F5)
    seat.wait_for_status("ended with KeyError on line 5 of prices.py")
    assert (seat.place[0], seat.error_line) == ("main.py", 0)
    seat.press(Key.Key_F8)
    assert seat.place == ("prices.py", 5)
    assert seat.error_line == 5


def test_a_place_in_another_file_switches_the_tab(open_on: OpenOn) -> None:
    seat = open_on(two_files())
    seat.press(Key.Key_F5)
    seat.wait_for_status("ended with KeyError")
    click_on_output(seat, "line 5")
    assert seat.place == ("prices.py", 5)
    click_on_output(seat, "line 3")
    assert seat.place == ("main.py", 3)


def test_the_way_to_an_error_leads_back_from_another_example(open_on: OpenOn) -> None:
    seat = open_on(example("fails", FAILS) + example("two", "print(2)"))
    seat.press(Key.Key_F5)
    seat.wait_for_status("ended with TypeError")
    seat.click("Open Two in editor")
    seat.wait_for_example("two")
    assert seat.error_line == 0
    seat.press(Key.Key_F8)
    seat.wait_for_example("fails")
    assert seat.place == ("main.py", 2)


def test_the_way_to_an_error_leads_back_from_another_lesson(open_on: OpenOn) -> None:
    lessons = {"one/first": example("fails", FAILS), "one/second": example("fails", "print(2)")}
    seat = open_on(lessons)
    seat.press(Key.Key_F5)
    seat.wait_for_status("ended with TypeError")
    seat.press(Key.Key_PageDown, CTRL)
    seat.wait(lambda: seat.code == "print(2)\n")
    click_on_output(seat, "line 5")
    seat.wait(lambda: seat.place == ("main.py", 5))
    assert seat.code == FAILS


def test_an_error_while_another_example_is_looked_at_is_marked_later(open_on: OpenOn) -> None:
    seat = open_on(example("ask", "int(input())") + example("two", "print(2)"))
    seat.press(Key.Key_F5)
    seat.wait(lambda: seat.has_focus(seat.app.run_panel.console))
    seat.click("Open Two in editor")
    seat.wait_for_example("two")
    seat.press(Key.Key_S, ALT)
    seat.type("ten\n")
    seat.wait_for_status("ended with ValueError")
    assert seat.error_line == 0
    seat.click("Open Ask in editor")
    seat.wait_for_example("ask")
    assert seat.error_line == 1


def test_typing_takes_the_mark_away_and_so_does_the_next_run(open_on: OpenOn) -> None:
    seat = open_on(example("fails", "1 / 0\n"))
    seat.press(Key.Key_F5)
    seat.wait(lambda: seat.error_line == 1)
    seat.press(Key.Key_F8)
    seat.type("#")
    assert seat.error_line == 0
    seat.press(Key.Key_Backspace)
    seat.press(Key.Key_F5)
    seat.wait(lambda: seat.error_line == 1)
    seat.write("print('well')")
    seat.press(Key.Key_F5)
    seat.wait_for_status("exit code 0")
    assert seat.error_line == 0


def test_an_error_deep_in_a_library_is_marked_where_the_learner_called_it(
    open_on: OpenOn,
) -> None:
    seat = open_on(example("fails", "import json\n\njson.loads('{')\n"))
    seat.press(Key.Key_F5)
    seat.wait_for_status("JSONDecodeError on line 3")
    assert seat.error_line == 3
