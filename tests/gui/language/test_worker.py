"""The window asks, and is answered whatever becomes of the worker."""

from __future__ import annotations

import os
import signal
import sys
from pathlib import Path

import psutil
import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from groundwork import paths
from groundwork.gui.language import process
from groundwork.gui.language import worker as worker_module
from groundwork.gui.language.patience import Failures
from groundwork.gui.language.worker import LanguageWorker
from groundwork.gui.run.child import ChildProcess
from groundwork.language.protocol import (
    Answer,
    CallTip,
    Complete,
    Completions,
    Nothing,
    Refused,
    Source,
    Warm,
)

needs_signals = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no signals")

FAITHFUL = """\
import json, sys
say = lambda number, answer: print(json.dumps({"is": "Answered", "number": number, "answer":
    answer, "memory": MEMORY}), flush=True)
say(0, {"is": "Nothing"})
for line in sys.stdin:
    asked = json.loads(line)
    ANSWER
"""
"""A worker that only looks like one; what stands for ANSWER makes it a bad one."""


class Asking:
    """Asks a worker, and waits for what it says."""

    def __init__(self, worker: LanguageWorker, qtbot: QtBot, folder: Path) -> None:
        self.worker = worker
        self.answers: list[Answer] = []
        self._qtbot = qtbot
        self._folder = folder

    def complete(self, text: str = "prices = []\nprices.") -> None:
        last = text.rsplit("\n", 1)[-1]
        source = Source(str(self._folder), "main.py", text)
        self.worker.ask(Complete(source, text.count("\n") + 1, len(last)), self.answers.append)

    def completed(self, text: str = "prices = []\nprices.") -> Answer:
        """What is answered to this question."""
        count = len(self.answers)
        self.complete(text)
        self.wait_for(count + 1)
        return self.answers[-1]

    def recover(self) -> None:
        """Ask until there is an answer; the worker that was started meanwhile may be bad too."""
        attempts = (self.completed(f"names{number} = []\nnames{number}.") for number in range(3))
        assert any(isinstance(answer, Completions) for answer in attempts)

    def wait_for(self, count: int) -> None:
        self._qtbot.waitUntil(lambda: len(self.answers) == count)


@pytest.fixture
def asking(worker: LanguageWorker, qtbot: QtBot, tmp_path: Path) -> Asking:
    return Asking(worker, qtbot, tmp_path)


@pytest.fixture
def fake(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> object:
    """Puts a script in the place of the worker's; real processes all the same."""

    def put(answer: str, memory: int = 1, head: str = "") -> None:
        folder = tmp_path / "source"
        place = folder / "groundwork" / "language" / "work.py"
        place.parent.mkdir(parents=True, exist_ok=True)
        text = FAITHFUL.replace("MEMORY", str(memory)).replace("ANSWER", answer)
        place.write_text(head + text, encoding="utf-8")
        monkeypatch.setattr(paths, "child_source_folder", lambda: folder)

    return put


def names(answer: Answer) -> set[str]:
    assert isinstance(answer, Completions)
    return {candidate.name for candidate in answer.candidates}


def test_a_question_is_answered(asking: Asking) -> None:
    assert "append" in names(asking.completed())


def test_of_questions_of_one_kind_the_newest_is_answered_alone(asking: Asking) -> None:
    for text in ("price = 1\npri", "word = ''\nword.", "numbers = []\nnumbers."):
        asking.complete(text)
    asking.wait_for(1)
    assert "append" in names(asking.answers[0])


def test_nobody_is_called_back_about_what_was_given_up(asking: Asking, tmp_path: Path) -> None:
    asking.complete()
    asking.worker.forget(Complete)
    tips: list[Answer] = []
    asking.worker.ask(CallTip(Source(str(tmp_path), "main.py", "print("), 1, 6), tips.append)
    asking._qtbot.waitUntil(lambda: bool(tips))
    assert asking.answers == []


@needs_signals
def test_a_killed_worker_is_replaced_and_nobody_waits_in_vain(asking: Asking) -> None:
    asking.completed()
    first = asking.worker.process_id
    os.kill(first, signal.SIGSTOP)
    asking.complete("names = []\nnames.")
    os.kill(first, signal.SIGKILL)
    asking.wait_for(2)
    assert asking.answers[1] == Refused()
    assert "append" in names(asking.completed("words = []\nwords."))
    assert asking.worker.process_id != first


@needs_signals
def test_a_worker_that_hangs_is_replaced(asking: Asking, monkeypatch: pytest.MonkeyPatch) -> None:
    asking.completed()
    monkeypatch.setattr(process, "_PATIENCE", 50)
    hung = psutil.Process(asking.worker.process_id)
    hung.suspend()
    assert asking.completed("names = []\nnames.") == Refused()
    monkeypatch.undo()
    assert "append" in names(asking.completed("words = []\nwords."))
    asking._qtbot.waitUntil(lambda: not hung.is_running())


@needs_signals
def test_what_ended_a_worker_is_not_asked_about_again_until_it_changes(asking: Asking) -> None:
    asking.completed()
    os.kill(asking.worker.process_id, signal.SIGSTOP)
    asking.complete("names = []\nnames.")
    os.kill(asking.worker.process_id, signal.SIGKILL)
    asking.wait_for(2)
    asking.completed()
    second = asking.worker.process_id
    assert asking.completed("names = []\nnames.") == Refused()
    assert "append" in names(asking.completed("names = []\nnames.\n\nnames."))
    assert asking.worker.process_id == second


BAD = {
    "ends by itself": "sys.exit()",
    "ends with an error": "raise ValueError",
    "sends what is no message": "print('[]', flush=True)",
    "sends bytes": r"sys.stdout.buffer.write(b'\xff\x00\n'); sys.stdout.flush()",
    "answers another question": "say(asked['number'] + 7, {'is': 'Nothing'})",
    "answers with a question": "print(line, flush=True)",
    "floods without a line": "while True: sys.stdout.write('x' * 65536)",
    "floods with lines": "while True: print('x' * 80)",
    "complains without end": "while True: sys.stderr.write('x' * 65536)",
}


@pytest.mark.parametrize("answer", BAD.values(), ids=BAD)
def test_a_worker_that_is_no_good_is_let_go(
    asking: Asking, fake: object, answer: str, qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    fake(answer)  # type: ignore[operator]
    assert asking.completed() == Refused()
    monkeypatch.undo()
    asking.recover()
    asking._qtbot.waitUntil(lambda: len(qapp.findChildren(ChildProcess)) == 0)


def test_an_answer_nobody_asked_for_is_the_end_of_a_worker(asking: Asking, fake: object) -> None:
    fake("say(asked['number'], {'is': 'Nothing'}); say(0, {'is': 'Nothing'})")  # type: ignore[operator]
    asking.complete()
    first = asking.worker.process_id
    asking.wait_for(1)
    asking._qtbot.waitUntil(lambda: asking.worker.process_id not in (0, first))


def test_a_worker_that_cannot_start_is_not_started_again_and_again(
    asking: Asking, fake: object, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    count = tmp_path / "count"
    fake("", head=f"open({str(count)!r}, 'a').write('x'); raise ImportError\n")  # type: ignore[operator]
    for _ in range(12):
        assert asking.completed() == Refused()
    assert 2 <= len(count.read_text()) <= 6
    monkeypatch.undo()
    monkeypatch.setattr(Failures, "may_start", lambda *_: True)  # the pause is over
    assert "append" in names(asking.completed())


@pytest.mark.parametrize("missing", ["runtime_folder", "language_libraries_folder"])
def test_what_is_missing_is_missed_quietly_and_used_once_it_is_there(
    asking: Asking, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, missing: str
) -> None:
    monkeypatch.setattr(paths, missing, lambda: tmp_path / "nowhere")
    assert asking.completed() == Refused()
    monkeypatch.undo()
    asking.recover()


@needs_signals
def test_no_folder_to_keep_things_in_is_needed(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path
) -> None:
    worker = LanguageWorker(Path(os.devnull))
    assert "append" in names(Asking(worker, qtbot, tmp_path).completed())
    worker.close()
    qtbot.waitUntil(lambda: not qapp.findChildren(ChildProcess))


def test_a_worker_that_has_grown_is_followed_by_one_that_was_warmed(
    asking: Asking, fake: object, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    noted = tmp_path / "noted"
    note = f"open({str(noted)!r}, 'a').write(asked['question']['is'] + ' ');"
    say = "say(asked['number'], {'is': 'Nothing'})"
    fake(note + say, memory=240_000_000)  # type: ignore[operator]
    monkeypatch.setattr(worker_module, "_LIFE", 3)
    asking.worker.ask(Warm(str(tmp_path), "import json\nimport re\n"), asking.answers.append)
    asking.wait_for(1)
    first = asking.worker.process_id
    for number in range(3):
        assert asking.completed(f"a{number}") == Nothing()
    asking._qtbot.waitUntil(lambda: asking.worker.replaced == 1)
    assert asking.worker.process_id != first
    assert noted.read_text().split() == ["Warm"] * 2 + ["Complete"] * 3 + ["Warm"] * 2


def test_a_module_that_ends_the_worker_is_left_out_when_the_next_is_warmed(
    asking: Asking, fake: object, tmp_path: Path
) -> None:
    noted = tmp_path / "noted"
    note = f"open({str(noted)!r}, 'a').write(asked['question'].get('text', '') + '\\n');"
    rest = "say(asked['number'], {'is': 'Nothing'}) if 'bad' not in line else sys.exit()"
    fake(note + rest)  # type: ignore[operator]
    text = "import json\nimport bad\nimport re\n"
    asking.worker.ask(Warm(str(tmp_path), text), asking.answers.append)
    asking.wait_for(1)
    lines = noted.read_text().splitlines()
    assert lines == ["import json", "import bad", "import json", "import re"]


def test_whoever_types_need_not_wait_until_everything_is_warm(
    asking: Asking, fake: object, tmp_path: Path
) -> None:
    noted = tmp_path / "noted"
    note = f"open({str(noted)!r}, 'a').write(asked['question']['is'] + ' ');"
    fake(note + "say(asked['number'], {'is': 'Nothing'})")  # type: ignore[operator]
    modules = "".join(f"import module{number}\n" for number in range(30))
    asking.worker.ask(Warm(str(tmp_path), modules), lambda _: None)
    asking.completed()
    assert noted.read_text().split().index("Complete") <= 1


def test_lessons_that_are_opened_one_after_the_other_leave_one_worker(
    asking: Asking, qapp: QApplication, tmp_path: Path
) -> None:
    for number in range(20):
        asking.worker.ask(Warm(str(tmp_path), f"import json{number}"), asking.answers.append)
    asking.wait_for(1)
    assert len(asking.worker.findChildren(ChildProcess)) == 1
    assert not qapp.findChildren(ChildProcess)


def test_nothing_is_left_of_a_worker_that_was_closed(worker: LanguageWorker, qtbot: QtBot) -> None:
    worker.begin()
    process_of_it = psutil.Process(worker.process_id)
    worker.close()
    qtbot.waitUntil(lambda: not process_of_it.is_running())


def test_whoever_asks_a_closed_worker_hears_nothing(asking: Asking) -> None:
    asking.complete()
    asking.worker.close()
    asking.complete()
    assert asking.worker.process_id == 0
    assert asking.answers == []
