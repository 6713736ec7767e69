import threading

import pytest
from pytestqt.exceptions import capture_exceptions
from pytestqt.qtbot import QtBot

from groundwork.gui.background import Background


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
