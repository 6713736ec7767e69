"""Putting a program into the usual form, in the whole window."""

from __future__ import annotations

from .conftest import OpenOn
from .lessons import example
from .seat import CTRL, SHIFT, Key


def test_a_program_is_formatted_by_key(open_on: OpenOn) -> None:
    seat = open_on(example("sums", "total=1+2"))
    seat.write("if True:\nprint('a','b')")
    seat.press(Key.Key_I, CTRL | SHIFT)
    seat.wait_for_status("The file is in the usual form now")
    assert seat.code == 'if True:\n    print("a", "b")\n'

    seat.press(Key.Key_Z, CTRL)
    assert seat.code == "if True:\n    print('a','b')"


def test_a_program_that_is_not_finished_is_left_alone(open_on: OpenOn) -> None:
    seat = open_on(example("sums", "total=1+2"))
    seat.write("x = 1\nif x")
    seat.press(Key.Key_I, CTRL | SHIFT)
    seat.wait_for_status("Nothing was formatted, because line 2 is no Python yet.")
    assert seat.code == "x = 1\nif x"
