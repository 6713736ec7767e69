"""The window asks, and is answered whatever becomes of the worker."""

from __future__ import annotations

import os
import signal
from pathlib import Path

import psutil
from pytestqt.qtbot import QtBot

from groundwork.gui.language.worker import LanguageWorker
from groundwork.language.protocol import Answer, Complete, Completions, Refused, Source


def question(tmp_path: Path, text: str = "prices = []\nprices.") -> Complete:
    last = text.rsplit("\n", 1)[-1]
    return Complete(Source(str(tmp_path), "main.py", text), text.count("\n") + 1, len(last))


def names(answer: Answer) -> set[str]:
    assert isinstance(answer, Completions)
    return {candidate.name for candidate in answer.candidates}


def test_a_question_is_answered(worker: LanguageWorker, qtbot: QtBot, tmp_path: Path) -> None:
    answers: list[Answer] = []
    worker.ask(question(tmp_path), answers.append)
    qtbot.waitUntil(lambda: bool(answers))
    assert "append" in names(answers[0])


def test_of_questions_of_one_kind_the_newest_is_answered_alone(
    worker: LanguageWorker, qtbot: QtBot, tmp_path: Path
) -> None:
    answers: list[Answer] = []
    for text in ("price = 1\npri", "word = ''\nword.", "numbers = []\nnumbers."):
        worker.ask(question(tmp_path, text), answers.append)
    qtbot.waitUntil(lambda: bool(answers))
    assert len(answers) == 1
    assert "append" in names(answers[0])


def test_a_killed_worker_is_replaced_and_nobody_waits_in_vain(
    worker: LanguageWorker, qtbot: QtBot, tmp_path: Path
) -> None:
    answers: list[Answer] = []
    worker.ask(question(tmp_path), answers.append)
    first = worker.process_id
    os.kill(first, signal.SIGKILL)
    qtbot.waitUntil(lambda: bool(answers))
    assert answers == [Refused()]
    worker.ask(question(tmp_path), answers.append)
    qtbot.waitUntil(lambda: len(answers) == 2)
    assert "append" in names(answers[1])
    assert worker.process_id != first


def test_nothing_is_left_of_a_worker_that_was_closed(worker: LanguageWorker, qtbot: QtBot) -> None:
    worker.begin()
    process = psutil.Process(worker.process_id)
    worker.close()
    qtbot.waitUntil(lambda: not process.is_running())
