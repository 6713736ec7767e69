from __future__ import annotations

import threading
from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from groundwork.gui.disk_thread import DiskThread


@pytest.fixture
def disk(qapp: QApplication) -> Iterator[DiskThread]:
    thread = DiskThread("disk", qapp)
    yield thread
    thread.close()


def test_results_arrive_in_order_on_the_thread_that_asked(qtbot: QtBot, disk: DiskThread) -> None:
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
    qtbot: QtBot, disk: DiskThread
) -> None:
    answers: list[int] = []
    with qtbot.captureExceptions() as raised:
        disk.submit(lambda: 1 // 0, answers.append)
        disk.submit(lambda: 7, answers.append)
        qtbot.waitUntil(lambda: answers == [7])
    assert [kind for kind, _error, _trace in raised] == [ZeroDivisionError]


def test_draining_calls_back_before_it_returns(disk: DiskThread) -> None:
    answers: list[int] = []
    for number in range(5):
        disk.submit(lambda: 1, lambda one, number=number: answers.append(one + number))  # type: ignore[misc] # mypy infers no lambda defaults
    assert disk.drain(10)
    assert answers == [1, 2, 3, 4, 5]


def test_a_task_that_never_ends_does_not_hold_up_whoever_drains(
    qtbot: QtBot, disk: DiskThread
) -> None:
    gate = threading.Event()
    answers: list[bool] = []
    disk.submit(gate.wait, answers.append)
    assert not disk.drain(0.01)
    gate.set()
    qtbot.waitUntil(lambda: answers == [True])


def test_after_closing_nothing_begins_and_nothing_is_called_back(disk: DiskThread) -> None:
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
