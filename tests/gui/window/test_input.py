from __future__ import annotations

from .conftest import OpenOn
from .lessons import example
from .seat import ALT, CTRL, Key

ASKS = "name = input('Name: ')\nprint('Hello', name)\n"
READS_ALL = "import sys\nprint('lines:', len(sys.stdin.readlines()))\n"


def test_the_output_takes_the_keyboard_when_the_program_asks(open_on: OpenOn) -> None:
    seat = open_on(example("ask", ASKS))
    seat.press(Key.Key_E, ALT)
    seat.press(Key.Key_F5)
    seat.wait(lambda: seat.has_focus(seat.app.run_panel.console))
    assert "The program waits for you" in seat.labels(seat.app.run_panel)
    seat.type("Ada\n")
    seat.wait_for_status("exit code 0")
    assert seat.output == "Name: Ada\nHello Ada\n"
    assert "waits for you" not in seat.labels(seat.app.run_panel)


def test_a_program_that_does_not_ask_leaves_the_keyboard_where_it_is(open_on: OpenOn) -> None:
    seat = open_on(example("count", "print(1)"))
    seat.press(Key.Key_E, ALT)
    seat.press(Key.Key_F5)
    seat.wait_for_status("exit code 0")
    assert seat.has_focus(seat.app.editor)


def test_what_is_typed_is_seen_before_enter_and_can_be_mended(open_on: OpenOn) -> None:
    seat = open_on(example("ask", ASKS))
    seat.press(Key.Key_F5)
    seat.wait(lambda: seat.has_focus(seat.app.run_panel.console))
    seat.type("Adda")
    assert seat.output == "Name: Adda"
    seat.press(Key.Key_Backspace, times=2)
    seat.type("a\n")
    seat.wait(lambda: "Hello Ada" in seat.output)


def test_ctrl_d_ends_the_input(open_on: OpenOn) -> None:
    seat = open_on(example("all", READS_ALL))
    seat.press(Key.Key_F5)
    seat.wait_for_status("running")
    seat.press(Key.Key_S, ALT)
    seat.type("one\ntwo\n")
    seat.press(Key.Key_D, CTRL)
    seat.wait_for_status("exit code 0")
    assert seat.output == "one\ntwo\nlines: 2\n"


def test_input_that_ends_is_an_error_of_its_own(open_on: OpenOn) -> None:
    seat = open_on(example("ask", ASKS))
    seat.press(Key.Key_F5)
    seat.wait(lambda: seat.has_focus(seat.app.run_panel.console))
    seat.press(Key.Key_D, CTRL)
    seat.wait_for_status("ended with EOFError on line 1")


def test_two_questions_are_answered_one_after_the_other(open_on: OpenOn) -> None:
    seat = open_on(example("ask", "print(int(input('a ')) + int(input('b ')))"))
    seat.press(Key.Key_F5)
    seat.wait(lambda: seat.output.endswith("a ") and seat.has_focus(seat.app.run_panel.console))
    seat.type("20\n")
    seat.wait(lambda: seat.output.endswith("b "))
    seat.type("22\n")
    seat.wait(lambda: seat.output.endswith("42\n"))
