from __future__ import annotations

from .conftest import OpenOn
from .lessons import example
from .seat import CTRL, SHIFT, Key

WAITS = "import time\nprint('waiting', flush=True)\ntime.sleep(60)\n"
STUBBORN = """\
import time
print("began", flush=True)
while True:
    try:
        time.sleep(60)
    except KeyboardInterrupt:
        print("no", flush=True)
"""


def test_f5_runs_what_is_in_the_editor(open_on: OpenOn) -> None:
    seat = open_on(example("count", "print(1 + 1)"))
    seat.press(Key.Key_F5)
    seat.wait_for_status("finished in", " s, exit code 0")
    assert seat.output == "2\n"


def test_what_was_just_typed_is_what_runs(open_on: OpenOn) -> None:
    seat = open_on(example("count", "print(1 + 1)"))
    seat.write("print('mine')")
    seat.press(Key.Key_F5)
    seat.wait_for_status("exit code 0")
    assert seat.output == "mine\n"


def test_the_status_line_says_what_runs(open_on: OpenOn) -> None:
    seat = open_on(example("wait", WAITS))
    seat.press(Key.Key_F5)
    seat.wait_for_status("running main.py")
    seat.wait_for_status("running main.py for 1.")


def test_run_in_a_card_runs_that_example_and_shows_it(open_on: OpenOn) -> None:
    seat = open_on(example("one", "print('one')") + example("two", "print('two')"))
    seat.click("Run Two")
    seat.wait_for_status("exit code 0")
    assert seat.example == "two"
    assert seat.output == "two\n"


def test_a_running_card_offers_to_stop(open_on: OpenOn) -> None:
    seat = open_on(example("wait", WAITS))
    seat.click("Run Wait")
    seat.wait(lambda: "waiting" in seat.output)
    seat.wait_for_status("for 1.")  # at once it would be a double click
    seat.click("Stop Wait")
    seat.wait_for_status("stopped after")
    assert seat.button("Run Wait")


def test_what_runs_can_be_stopped_in_its_card_when_its_lesson_is_back(open_on: OpenOn) -> None:
    seat = open_on({"one/first": example("one", WAITS), "one/second": example("one", "print(2)")})
    seat.press(Key.Key_F5)
    seat.wait(lambda: "waiting" in seat.output)
    seat.press(Key.Key_PageDown, CTRL)
    seat.wait(lambda: seat.lesson == "Second" and seat.button("Run One"))
    assert seat.button("Stop One") is None
    seat.press(Key.Key_PageUp, CTRL)
    seat.wait(lambda: seat.lesson == "First" and seat.button("Stop One"))


def test_the_buttons_over_the_output_run_and_stop(open_on: OpenOn) -> None:
    seat = open_on(example("wait", WAITS))
    stop = seat.button("Stop")
    assert stop is not None
    assert not stop.isEnabled()
    seat.click("Run")
    seat.wait(lambda: "waiting" in seat.output)
    seat.click("Stop")
    seat.wait_for_status("stopped after")
    assert not stop.isEnabled()


def test_every_run_begins_with_an_empty_output(open_on: OpenOn) -> None:
    seat = open_on(example("count", "print(1)"))
    seat.press(Key.Key_F5)
    seat.wait(lambda: seat.output == "1\n")
    seat.write("print(2)")
    seat.press(Key.Key_F5)
    seat.wait(lambda: seat.output == "2\n")


def test_f5_while_a_program_runs_stops_it_first_and_says_so(open_on: OpenOn) -> None:
    seat = open_on(example("stubborn", STUBBORN))
    seat.press(Key.Key_F5)
    seat.wait(lambda: "began" in seat.output)
    seat.press(Key.Key_F5)
    seat.wait_for_status("stopping the program that runs, then starting this one")
    seat.wait_for_status("running main.py")
    assert "no" not in seat.output


def test_another_card_stops_what_runs_and_runs_instead(open_on: OpenOn) -> None:
    seat = open_on(example("wait", WAITS) + example("two", "print('two')"))
    seat.click("Run Wait")
    seat.wait(lambda: "waiting" in seat.output)
    seat.click("Run Two")
    seat.wait_for_status("exit code 0")
    assert seat.output == "two\n"


def test_output_goes_on_while_another_example_is_looked_at(open_on: OpenOn) -> None:
    seat = open_on(example("ask", "input()\nprint('done')") + example("two", "print('two')"))
    seat.click("Run Ask")
    seat.wait(lambda: seat.has_focus(seat.app.run_panel.console))
    seat.click("Open Two in editor")
    seat.wait_for_example("two")
    seat.click(seat.app.run_panel.console)
    seat.press(Key.Key_Return)
    seat.wait(lambda: "done" in seat.output)


def test_exit_is_not_an_error(open_on: OpenOn) -> None:
    seat = open_on(example("leave", "print('bye')\nexit(3)\n"))
    seat.press(Key.Key_F5)
    seat.wait_for_status("finished in", "exit code 3")
    assert seat.output == "bye\n"
    assert seat.error_line == 0
    assert seat.banner == ""


def test_a_program_finds_the_files_of_its_example(open_on: OpenOn) -> None:
    table = "```text example id=read file=orders.csv\npen,3\n```\n"
    seat = open_on(example("read", "print(open('orders.csv').read())") + table)
    seat.press(Key.Key_F5)
    seat.wait(lambda: seat.output.startswith("pen,3"))


def test_an_example_to_read_is_not_run(open_on: OpenOn) -> None:
    seat = open_on(example("one", "print(1)") + example("read", "import nothing", more="no-run"))
    assert seat.button("Run Read") is None
    seat.click("Open Read in editor")
    seat.wait_for_example("read")
    seat.press(Key.Key_F5)
    seat.wait_for_status("only to be read")
    run = seat.button("Run")
    assert run is not None
    assert not run.isEnabled()


def test_output_of_another_example_says_whose_it_is(open_on: OpenOn) -> None:
    lessons = {
        "one/first": example("one", "print(1)") + example("two", "print(2)"),
        "one/second": example("three", "print(3)"),
    }
    seat = open_on(lessons)
    seat.press(Key.Key_F5)
    seat.wait(lambda: seat.output == "1\n")
    assert "Output of" not in seat.labels(seat.app.run_panel)
    seat.click("Open Two in editor")
    seat.wait_for_example("two")
    assert "Output of “One”\n" in seat.labels(seat.app.run_panel) + "\n"
    assert seat.app.run_panel.console.accessibleName() == "Output of “One”"
    seat.press(Key.Key_PageDown, CTRL)
    seat.wait_for_example("three")
    assert "Output of “One” in “First”" in seat.labels(seat.app.run_panel)
    seat.press(Key.Key_F5)
    seat.wait(lambda: seat.output == "3\n")
    assert "Output of" not in seat.labels(seat.app.run_panel)
    seat.press(Key.Key_PageUp, CTRL)
    seat.wait_for_example("two")
    assert "Output of “Three” in “Second”" in seat.labels(seat.app.run_panel)


def test_cleared_output_is_nobodys(open_on: OpenOn) -> None:
    seat = open_on(example("one", "print(1)") + example("two", "print(2)"))
    seat.press(Key.Key_F5)
    seat.wait_for_status("exit code 0")
    seat.click("Open Two in editor")
    seat.wait_for_example("two")
    seat.click("Clear the output")
    assert seat.output == ""
    assert "Output of" not in seat.labels(seat.app.run_panel)
    seat.click("Open One in editor")
    seat.wait_for_example("one")
    seat.click("Open Two in editor")
    seat.wait_for_example("two")
    assert "Output of" not in seat.labels(seat.app.run_panel)


def test_another_example_is_not_run_again_but_run(open_on: OpenOn) -> None:
    seat = open_on(example("wait", WAITS) + example("two", "print('two')"))
    seat.press(Key.Key_F5)
    seat.wait(lambda: "waiting" in seat.output)
    assert seat.button("Run again")
    seat.click("Open Two in editor")
    seat.wait_for_example("two")
    assert not seat.button("Run again")
    seat.click("Open Wait in editor")
    seat.wait(lambda: seat.button("Run again"))


def test_ctrl_l_clears_the_output(open_on: OpenOn) -> None:
    seat = open_on(example("count", "print(1)"))
    seat.press(Key.Key_F5)
    seat.wait_for_status("exit code 0")
    seat.click(seat.app.run_panel.console)
    seat.press(Key.Key_L, CTRL)
    assert seat.output == ""


def test_a_flood_can_be_stopped_with_the_window_alive(open_on: OpenOn) -> None:
    seat = open_on(example("flood", "while True:\n    print('x' * 80)\n"))
    seat.press(Key.Key_F5)
    seat.wait(lambda: seat.output.count("\n") > 20)
    seat.write("print('typed meanwhile')")
    assert seat.code == "print('typed meanwhile')"
    seat.press(Key.Key_F5, SHIFT)
    seat.wait_for_status("stopped after")
    seat.press(Key.Key_F5)
    seat.wait(lambda: seat.output == "typed meanwhile\n")


def test_too_much_memory_is_said_in_words(open_on: OpenOn) -> None:
    seat = open_on(example("grow", "text = 'x' * (8 << 30)\n"))
    seat.press(Key.Key_F5)
    seat.wait_for_status("used more than 1 GB of memory, the limit")


def test_a_crash_of_the_interpreter_is_said_in_words(open_on: OpenOn) -> None:
    seat = open_on(example("crash", "import ctypes\nctypes.string_at(0)\n"))
    seat.press(Key.Key_F5)
    seat.wait_for_status("the Python interpreter itself crashed")
    seat.write("print('well again')")
    seat.press(Key.Key_F5)
    seat.wait(lambda: seat.output == "well again\n")
