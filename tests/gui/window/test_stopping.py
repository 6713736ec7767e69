from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from .conftest import OpenOn
from .lessons import example
from .processes import descendants, is_running
from .seat import ALT, CTRL, NONE, SHIFT, Key

WAITS = "import time\nprint('waiting', flush=True)\ntime.sleep(60)\n"
STUBBORN = """\
import time
print("began", flush=True)
while True:
    try:
        time.sleep(60)
    except KeyboardInterrupt:
        print("not yet", flush=True)
"""
WITH_CHILDREN = """\
import subprocess, sys
for _ in range(2):
    child = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(60)"])
    print(child.pid, flush=True)
child.wait()
"""


@pytest.mark.parametrize(("key", "modifier"), [(Key.Key_F5, SHIFT), (Key.Key_F2, CTRL)])
def test_stop_keys_end_the_program(
    open_on: OpenOn, key: Qt.Key, modifier: Qt.KeyboardModifier
) -> None:
    seat = open_on(example("wait", WAITS))
    seat.press(Key.Key_F5)
    seat.wait(lambda: "waiting" in seat.output)
    seat.press(key, modifier)
    seat.wait_for_status("stopped after")


def test_a_program_that_was_stopped_has_no_error(open_on: OpenOn) -> None:
    seat = open_on(example("wait", WAITS))
    seat.press(Key.Key_F5)
    seat.wait(lambda: seat.output == "waiting\n")
    seat.press(Key.Key_F5, SHIFT)
    seat.wait_for_status("stopped after")
    assert seat.error_line == 0
    assert seat.output == "waiting\n"


def test_stop_asks_first_and_says_how_to_insist(open_on: OpenOn) -> None:
    seat = open_on(example("stubborn", STUBBORN))
    seat.press(Key.Key_F5)
    seat.wait(lambda: "began" in seat.output)
    seat.press(Key.Key_F5, SHIFT)
    seat.wait_for_status("stopping", "press Stop again")
    seat.press(Key.Key_F5, SHIFT)
    seat.wait_for_status("stopped after")


def test_stop_while_another_is_to_start_ends_both(open_on: OpenOn) -> None:
    seat = open_on(example("stubborn", STUBBORN))
    seat.press(Key.Key_F5)
    seat.wait(lambda: "began" in seat.output)
    seat.press(Key.Key_F5)
    seat.wait_for_status("then starting this one")
    seat.press(Key.Key_F5, SHIFT)
    seat.wait_for_status("stopped after")


def test_ctrl_c_in_the_output_interrupts(open_on: OpenOn) -> None:
    seat = open_on(example("wait", WAITS))
    seat.press(Key.Key_F5)
    seat.wait(lambda: "waiting" in seat.output)
    seat.press(Key.Key_S, ALT)
    seat.press(Key.Key_C, CTRL)
    seat.wait_for_status("interrupted after")
    assert seat.output.count("File ") == 1
    assert seat.output.endswith("KeyboardInterrupt\n")


def test_a_program_may_answer_an_interrupt_and_go_on(open_on: OpenOn) -> None:
    seat = open_on(example("stubborn", STUBBORN))
    seat.press(Key.Key_F5)
    seat.wait(lambda: "began" in seat.output)
    seat.press(Key.Key_S, ALT)
    seat.press(Key.Key_C, CTRL)
    seat.wait(lambda: "not yet" in seat.output)
    assert seat.status.startswith("running")


def test_ctrl_c_copies_what_is_selected(open_on: OpenOn) -> None:
    seat = open_on(example("wait", WAITS))
    seat.press(Key.Key_F5)
    seat.wait(lambda: "waiting\n" in seat.output)
    seat.press(Key.Key_S, ALT)
    seat.press(Key.Key_A, CTRL)
    seat.press(Key.Key_C, CTRL)
    assert seat.clipboard.startswith("waiting")
    assert seat.status.startswith("running")


@pytest.mark.parametrize(
    ("key", "modifier"), [(Key.Key_F5, SHIFT), (Key.Key_F2, CTRL), (Key.Key_F8, NONE)]
)
def test_with_nothing_to_stop_or_go_to_the_keys_do_nothing(
    open_on: OpenOn, key: Qt.Key, modifier: Qt.KeyboardModifier
) -> None:
    seat = open_on(example("count", "print(1)"))
    seat.press(key, modifier)
    seat.press(Key.Key_F5)
    seat.wait_for_status("exit code 0")


def test_stop_ends_what_the_program_has_started(open_on: OpenOn) -> None:
    seat = open_on(example("children", WITH_CHILDREN))
    seat.press(Key.Key_F5)
    seat.wait(lambda: seat.output.count("\n") == 2)
    children = [int(line) for line in seat.output.split()]
    assert all(is_running(child) for child in children)
    seat.press(Key.Key_F5, SHIFT)
    seat.wait_for_status("stopped after")
    assert not any(is_running(child) for child in children)


def test_a_child_waits_for_the_next_run_and_is_gone_with_the_window(open_on: OpenOn) -> None:
    before = descendants()
    seat = open_on(example("count", "print(1)"))
    seat.wait(lambda: descendants() - before)
    waiting = descendants() - before
    seat.press(Key.Key_F5)
    seat.wait_for_status("exit code 0")
    seat.wait(lambda: descendants() - before - waiting)
    seat.leave()
    seat.wait(lambda: descendants() <= before)


def test_closing_the_window_ends_a_running_program(open_on: OpenOn) -> None:
    seat = open_on(example("children", WITH_CHILDREN))
    seat.press(Key.Key_F5)
    seat.wait(lambda: seat.output.count("\n") == 2)
    children = [int(line) for line in seat.output.split()]
    seat.leave()
    seat.wait(lambda: not any(is_running(child) for child in children))
