from __future__ import annotations

import subprocess
import sys
import threading
from collections.abc import Iterator

import pytest
import shiboken6
from PySide6.QtWidgets import QApplication
from pytestqt.exceptions import capture_exceptions
from pytestqt.qtbot import QtBot

from groundwork.gui.background import Background


@pytest.fixture
def disk(qapp: QApplication) -> Iterator[Background]:
    thread = Background(qapp, name="disk", threads=1)
    yield thread
    thread.close()


def test_work_is_done_on_another_thread_and_answered_on_this_one(qtbot: QtBot) -> None:
    background = Background()
    answers: list[tuple[int, int]] = []
    background.submit(threading.get_ident, lambda t: answers.append((t, threading.get_ident())))
    qtbot.waitUntil(lambda: bool(answers))
    assert answers[0][0] != threading.get_ident()
    assert answers[0][1] == threading.get_ident()


def test_a_bug_in_the_work_is_raised_here(qtbot: QtBot) -> None:
    background = Background()

    def work() -> None:
        raise KeyError("a bug")

    with capture_exceptions() as caught:
        background.submit(work, lambda _: pytest.fail("there is no answer"))
        qtbot.waitUntil(lambda: bool(caught))
    assert caught[0][0] is KeyError


def test_nothing_is_answered_after_closing(qtbot: QtBot) -> None:
    background = Background()
    may_go, has_gone = threading.Event(), threading.Event()
    background.submit(may_go.wait, lambda _: pytest.fail("it was closed"))
    background.close()
    may_go.set()
    other = Background()
    other.submit(lambda: None, lambda _: has_gone.set())
    qtbot.waitUntil(has_gone.is_set)


def test_an_end_in_the_middle_of_some_work_waits_for_nobody(qtbot: QtBot) -> None:
    background = Background()
    begun, may_go, gone = threading.Event(), threading.Event(), threading.Event()

    def work() -> None:
        begun.set()
        may_go.wait()  # needs the lock of the interpreter to go on
        gone.set()

    background.submit(work, lambda _: pytest.fail("there is nobody to answer"))
    assert begun.wait(10)
    shiboken6.delete(background)
    may_go.set()
    qtbot.waitUntil(gone.is_set)


def test_results_arrive_in_order_on_the_thread_that_asked(qtbot: QtBot, disk: Background) -> None:
    answers: list[tuple[int, bool, bool]] = []
    here = threading.get_ident()
    for number in range(20):
        disk.submit(
            lambda number=number: (number, threading.get_ident() != here),  # type: ignore[misc] # mypy infers no lambda defaults
            lambda result: answers.append((*result, threading.get_ident() == here)),
        )
    qtbot.waitUntil(lambda: len(answers) == 20)
    assert answers == [(number, True, True) for number in range(20)]


def test_a_bug_in_a_task_is_raised_here_and_later_tasks_still_run(
    qtbot: QtBot, disk: Background
) -> None:
    answers: list[int] = []
    with qtbot.captureExceptions() as raised:
        disk.submit(lambda: 1 // 0, answers.append)
        disk.submit(lambda: 7, answers.append)
        qtbot.waitUntil(lambda: answers == [7])
    assert [kind for kind, _error, _trace in raised] == [ZeroDivisionError]


def test_draining_calls_back_before_it_returns(disk: Background) -> None:
    answers: list[int] = []
    for number in range(5):
        disk.submit(lambda: 1, lambda one, number=number: answers.append(one + number))  # type: ignore[misc] # mypy infers no lambda defaults
    assert disk.drain(10)
    assert answers == [1, 2, 3, 4, 5]


def test_a_task_that_never_ends_does_not_hold_up_whoever_drains(
    qtbot: QtBot, disk: Background
) -> None:
    gate = threading.Event()
    answers: list[bool] = []
    disk.submit(gate.wait, answers.append)
    assert not disk.drain(0.01)
    gate.set()
    qtbot.waitUntil(lambda: answers == [True])


def test_after_closing_nothing_begins_and_nothing_is_called_back(disk: Background) -> None:
    gate, begun = threading.Event(), threading.Event()
    answers: list[bool] = []

    def wait() -> bool:
        begun.set()
        return gate.wait()

    disk.submit(wait, answers.append)
    disk.submit(lambda: True, answers.append)
    assert begun.wait(10)
    disk.close()
    gate.set()
    disk.submit(lambda: True, answers.append)
    assert disk.drain(10)
    assert answers == []


ENDING = """
import sys
from PySide6.QtCore import QCoreApplication
from groundwork.gui.background import Background
application = QCoreApplication([])
sys.setswitchinterval(1e-6)
def use(is_closed):
    background = Background(threads=1)
    background.submit(int, print)
    background.drain(0 if is_closed else 10)
    if is_closed:
        background.close()
for number in range(10_000):
    use(number % 2)
"""


def test_whoever_ends_first_leaves_the_other_alive() -> None:
    """Both ends are at the same moment, over and over; a wrong order shows as a crash."""
    ended = subprocess.run(
        [sys.executable, "-c", ENDING], capture_output=True, text=True, check=False
    )
    assert (ended.returncode, ended.stderr) == (0, "")
