from __future__ import annotations

import signal
import socket
from pathlib import Path

import psutil
import pytest
from PySide6.QtCore import QTimer
from tests.gui.run.conftest import Watched
from tests.system.test_stopping import SERVER, UNSTOPPABLE

from groundwork import paths
from groundwork.gui.run.run import RunState
from groundwork.messages import LimitReached
from groundwork.running.lines import Source

MEMORY_LIMIT = 256 << 20


def children_of_the_runtime() -> list[psutil.Process]:
    """Those that wait for a program, and those that have become one."""
    return [
        child
        for child in psutil.Process().children()
        if child.status() != psutil.STATUS_ZOMBIE and "launch.py" in " ".join(child.cmdline())
    ]


def waiting_child() -> psutil.Process:
    (waiting,) = children_of_the_runtime()
    return waiting


def test_a_program_runs_to_its_end(watched: Watched) -> None:
    outcome = watched.run("print('hello')")
    assert watched.text == "hello\n"
    assert outcome.is_success
    assert outcome.sentence.startswith("finished in ")
    assert watched.states == [RunState.RUNNING, RunState.IDLE]
    assert watched.runner.state == RunState.IDLE


def test_every_run_is_a_fresh_process(watched: Watched) -> None:
    watched.runner.prepare()
    seen = set()
    for _ in range(3):
        watched.run(
            "import os, builtins; print(os.getpid(), hasattr(builtins, 'mark'))\nbuiltins.mark = 1"
        )
        seen.add(watched.text)
    assert len(seen) == 3
    assert all(text.endswith("False\n") for text in seen)


def test_a_waiting_child_becomes_the_program(watched: Watched) -> None:
    watched.runner.prepare()
    waiting = waiting_child()
    watched.run("import os; print(os.getpid())")
    assert watched.text == f"{waiting.pid}\n"


def test_a_waiting_child_that_died_is_replaced(watched: Watched) -> None:
    watched.runner.prepare()
    waiting = waiting_child()
    waiting.kill()
    watched.until(lambda: not psutil.pid_exists(waiting.pid))
    assert watched.run("print(1)").is_success


def test_errors_are_told_from_output(watched: Watched) -> None:
    outcome = watched.run("print('before')\n1 / 0\n")
    assert watched.text_of(Source.OUTPUT) == "before"
    assert watched.text_of(Source.ERROR).endswith("ZeroDivisionError: division by zero")
    assert watched.text.index("before") < watched.text.index("Traceback")
    assert outcome.sentence == "ended with ZeroDivisionError on line 2"


def test_output_and_errors_appear_in_the_order_of_the_program(watched: Watched) -> None:
    watched.run(
        """
        import sys
        for number in range(100):
            print("out", number)
            print("err", number, file=sys.stderr)
        print("last")
        raise ValueError("the end")
        """
    )
    lines = watched.text.splitlines()
    assert lines[:200] == [f"{name} {number}" for number in range(100) for name in ("out", "err")]
    assert lines[200:202] == ["last", "Traceback (most recent call last):"]


def test_errors_alone_are_as_quick_as_output(watched: Watched) -> None:
    watched.run("import sys\nfor n in range(100_000): print(n, file=sys.stderr)")
    assert watched.text.splitlines()[-1] == "99999"


def test_output_without_a_line_end_appears_at_once(watched: Watched) -> None:
    watched.start("import time; print('Loading', end=''); time.sleep(600)")
    watched.until(lambda: watched.text == "Loading")


def test_input_is_asked_for_typed_and_shown(watched: Watched) -> None:
    watched.start("name = input('Name? '); print('Hello', name)")
    watched.until(lambda: watched.prompts == 1)
    assert watched.runner.state == RunState.AWAITING_INPUT
    assert watched.text == "Name? "
    watched.runner.write_input("Zoë 中\n")
    watched.end()
    assert watched.text == "Name? Zoë 中\nHello Zoë 中\n"
    assert watched.text_of(Source.INPUT) == "Zoë 中"
    assert watched.states == [
        RunState.RUNNING,
        RunState.AWAITING_INPUT,
        RunState.RUNNING,
        RunState.IDLE,
    ]


def test_input_typed_ahead_is_not_asked_for(watched: Watched) -> None:
    watched.start("import time; time.sleep(0.2); print(input() + input())")
    watched.runner.write_input("a\nb\n")
    watched.end()
    assert watched.text == "a\nb\nab\n"
    assert watched.prompts == 0


def test_input_may_be_read_to_its_end(watched: Watched) -> None:
    watched.start("import sys; print(len(sys.stdin.read()))")
    watched.until(lambda: watched.prompts == 1)
    watched.runner.write_input("one\ntwo\n")
    watched.runner.end_input()
    watched.end()
    assert watched.text == "one\ntwo\n8\n"


def test_the_end_of_input_is_an_error_for_input(watched: Watched) -> None:
    watched.start("input()")
    watched.runner.end_input()
    assert watched.end().sentence == "ended with EOFError on line 1"


def test_an_interrupt_while_it_waits_shows_the_learners_line_alone(watched: Watched) -> None:
    watched.start("input('? ')")
    watched.until(lambda: watched.prompts == 1)
    watched.runner.interrupt()
    assert watched.end().sentence.startswith("interrupted after")
    assert watched.text_of(Source.ERROR).count("File ") == 1


def test_an_interrupt_may_be_caught(watched: Watched) -> None:
    watched.start(
        """
        try:
            while True:
                print("x", flush=True)
        except KeyboardInterrupt:
            print("caught")
        """
    )
    watched.until(lambda: "x" in watched.text)
    watched.runner.interrupt()
    assert watched.end().is_success
    assert watched.text.endswith("caught\n")


@pytest.mark.parametrize("source", ["while True: pass", "while True: print('x' * 80)"])
def test_a_loop_without_end_is_stopped(watched: Watched, source: str) -> None:
    watched.start("print('begun')\n" + source)
    watched.until(lambda: watched.updates > 0)
    watched.runner.stop()
    assert watched.runner.state == RunState.STOPPING
    outcome = watched.end()
    assert outcome.was_stopped
    assert outcome.sentence.startswith("stopped after ")


SLEEP_IN = {
    "a loop": "print('begun', flush=True)\nwhile True: pass",
    "a function": "nap()",
    "input": "print('begun', flush=True)\ninput()",
    "a thread": "threading.Thread(target=nap).start()",
    "a coroutine": "print('begun', flush=True)\nasyncio.run(asyncio.sleep(60))",
    "another Python": "subprocess.run([sys.executable, '-c', inspect.getsource(nap) + 'nap()'])",
    "a process": "multiprocessing.Process(target=nap).start()",
    "a pool": "with multiprocessing.Pool(1) as pool: pool.apply(nap)",
}
NAP = """\
import asyncio, inspect, multiprocessing, subprocess, sys, threading
def nap():
    import time
    print('begun', flush=True)
    time.sleep(60)
"""


@pytest.mark.parametrize("source", SLEEP_IN.values(), ids=SLEEP_IN)
def test_to_be_stopped_is_no_error_to_read(watched: Watched, source: str) -> None:
    watched.start(NAP + source)
    watched.until(lambda: watched.text == "begun\n")
    watched.runner.stop()
    assert watched.end().was_stopped
    assert watched.text == "begun\n"


def test_what_a_program_says_as_it_is_stopped_is_shown(
    watched: Watched, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("groundwork.gui.run.run.PATIENCE", 20_000)  # the machine may be busy
    watched.start(
        """
        import sys
        try:
            print("begun", flush=True)
            while True:
                pass
        finally:
            print("closed", file=sys.stderr)
        """
    )
    watched.until(lambda: watched.text == "begun\n")
    watched.runner.stop()
    assert watched.end().was_stopped
    assert watched.text == "begun\nclosed\n"


def test_a_program_that_ignores_interrupts_is_stopped(watched: Watched) -> None:
    watched.start(UNSTOPPABLE)
    watched.until(lambda: "ready" in watched.text)
    watched.runner.stop()
    outcome = watched.end()
    assert outcome.signal_number == signal.SIGKILL
    assert outcome.was_stopped


def test_stopping_twice_does_not_wait(watched: Watched) -> None:
    watched.start(UNSTOPPABLE)
    watched.until(lambda: "ready" in watched.text)
    watched.runner.stop()
    watched.runner.stop()
    watched.runner.stop()
    assert watched.end().was_stopped


def test_a_program_is_stopped_before_it_has_begun(watched: Watched) -> None:
    watched.start("while True: pass")
    watched.runner.stop()
    assert watched.end().was_stopped
    assert watched.text == ""


def test_a_server_and_its_processes_are_gone_when_it_has_finished(watched: Watched) -> None:
    watched.start(SERVER)
    watched.until(lambda: "\n" in watched.text)
    port = int(watched.text)
    watched.runner.stop()
    watched.end()
    socket.create_server(("127.0.0.1", port)).close()
    assert not watched.processes()


def test_what_a_program_leaves_running_is_ended_and_told(watched: Watched) -> None:
    outcome = watched.run(
        """
        import subprocess, sys
        for _ in range(2):
            subprocess.Popen([sys.executable, "-c", "import time; time.sleep(600)"])
        """
    )
    assert outcome.left_behind == 2
    assert not watched.processes()


def test_a_program_that_runs_is_stopped_before_another_starts(watched: Watched) -> None:
    replaced: list[str] = []
    watched.runner.replaced.connect(lambda: replaced.append(watched.text))
    watched.start("print('first')\nwhile True: pass")
    watched.until(lambda: watched.text == "first\n")
    watched.start("print('second')")
    watched.start("print('third')")
    watched.end(2)
    assert replaced == ["first\n"]
    assert watched.text == "third\n"
    assert [outcome.was_stopped for outcome in watched.outcomes] == [True, False]


def test_stopping_forgets_the_program_that_was_to_come(watched: Watched) -> None:
    watched.start("print('first')\nwhile True: pass")
    watched.until(lambda: watched.text == "first\n")
    watched.start("print('second')")
    watched.runner.stop()
    watched.end()
    assert watched.runner.state == RunState.IDLE
    assert watched.text.startswith("first\n")


def test_memory_without_end_is_limited_and_told(watched: Watched) -> None:
    outcome = watched.run(
        "kept = []\nwhile True: kept.append('x' * 9999 + str(len(kept)))", memory_limit=MEMORY_LIMIT
    )
    assert outcome.limit == LimitReached("memory", MEMORY_LIMIT)
    assert outcome.sentence.startswith("used more than 256 MB")


def test_a_crash_of_the_interpreter_is_told(watched: Watched) -> None:
    outcome = watched.run("print('before'); import ctypes; ctypes.string_at(0)")
    assert watched.text == "before\n"
    assert outcome.sentence == "the Python interpreter itself crashed (segmentation fault)"


def test_a_program_may_become_another_one(watched: Watched) -> None:
    outcome = watched.run("import os; os.execv('/bin/sh', ['sh', '-c', 'echo shell; exit 4'])")
    assert watched.text == "shell\n"
    assert outcome.sentence.endswith("exit code 4")


def test_a_program_may_close_its_output_and_go_on(watched: Watched) -> None:
    outcome = watched.run("import os; os.close(1); os.close(2); os._exit(5)")
    assert outcome.exit_code == 5


def test_binary_rubbish_and_half_characters_are_shown(watched: Watched) -> None:
    watched.run("import sys; sys.stdout.buffer.write(bytes([0, 255, 65]) + 'é'.encode()[:1])")
    assert watched.text == "␀\ufffdA\ufffd"


def test_a_flood_shows_its_last_lines_and_says_what_is_missing(watched: Watched) -> None:
    watched.run("for number in range(200_000): print(f'{number:059d}')")
    lines = watched.text.splitlines()
    assert [int(line) for line in lines] == list(range(195_000, 200_000))
    assert watched.runner.remark.startswith("200,000 lines, 11.4 MB. The last 5,000 lines")
    assert watched.updates < 1000
    file = watched.runner.output_file
    assert file is not None
    assert file.stat().st_size == 200_000 * 60


def test_one_line_of_ten_megabytes_is_shown_in_part(watched: Watched) -> None:
    watched.run("print('x' * 10_000_000); print('next')")
    first, second, _ = watched.text.split("\n")
    assert (len(first), second) == (2000, "next")


def test_an_endless_flood_leaves_the_window_alive(watched: Watched) -> None:
    ticks: list[int] = []
    timer = QTimer()
    timer.timeout.connect(lambda: ticks.append(len(ticks)))
    timer.start(1)
    watched.start("while True: print('x' * 80)")
    watched.until(lambda: watched.updates > 20)
    assert len(ticks) > 20
    watched.runner.stop()
    watched.end()


def test_a_missing_runtime_is_told_in_a_sentence(
    watched: Watched, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(paths, "runtime_folder", lambda: Path("/nowhere"))
    watched.runner.prepare()
    outcome = watched.run("print(1)")
    assert outcome.sentence.startswith("The Python that runs programs is missing")


@pytest.mark.parametrize(
    ("script", "mode", "words"),
    [
        ("#!/bin/sh\necho the library is broken >&2; exit 1\n", 0o755, "the library is broken"),
        ("#!/bin/sh\nexit 1\n", 0o755, "it said nothing"),
        ("", 0o644, "could not be started"),
    ],
)
def test_a_broken_runtime_is_told_with_its_own_words(
    watched: Watched, monkeypatch: pytest.MonkeyPatch, script: str, mode: int, words: str
) -> None:
    python = watched.folder / "runtime" / "bin" / "python3"
    python.parent.mkdir(parents=True)
    python.write_text(script)
    python.chmod(mode)
    monkeypatch.setattr(paths, "runtime_folder", lambda: watched.folder / "runtime")
    outcome = watched.run("print(1)")
    assert words in outcome.sentence
    assert outcome.problem


def test_without_a_place_for_files_programs_run_all_the_same(
    watched: Watched, tmp_path: Path
) -> None:
    (tmp_path / "cache").write_text("a file in the way")
    assert watched.run("print('hello')").is_success
    assert watched.text == "hello\n"
    assert watched.runner.output_file is None
    assert watched.run("1 / 0").exit_code == 1


def test_the_files_of_a_run_go_with_the_next(watched: Watched, tmp_path: Path) -> None:
    watched.run("print(1)")
    watched.run("print(2)")
    assert len(list((tmp_path / "cache" / "runs").iterdir())) == 1
    watched.runner.close()
    assert list((tmp_path / "cache" / "runs").iterdir()) == []


def test_closing_ends_whatever_runs(watched: Watched) -> None:
    watched.runner.prepare()
    watched.start(SERVER)
    watched.until(lambda: "\n" in watched.text)
    watched.runner.close()
    watched.until(lambda: not watched.processes())
    assert watched.outcomes == []


def test_what_closing_ends_is_buried_before_the_application_ends(watched: Watched) -> None:
    watched.runner.prepare()
    watched.start(SERVER)
    watched.until(lambda: "\n" in watched.text)
    watched.until(lambda: len(children_of_the_runtime()) > 1)  # one runs, and one waits
    ended = children_of_the_runtime()
    watched.runner.close()
    watched.runner.see_off()
    assert [child for child in ended if child.is_running()] == [], "not even a zombie is left"


def test_nothing_happens_to_a_runner_at_rest(watched: Watched) -> None:
    watched.runner.stop()
    watched.runner.interrupt()
    watched.runner.write_input("x\n")
    watched.runner.end_input()
    assert watched.states == []
    assert watched.runner.remark == ""
    assert watched.runner.output_file is None
