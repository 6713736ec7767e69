"""Asks the language worker, hears its answers, and puts another in its place when need be."""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication, QObject, QTimer

from groundwork.gui.language.patience import Failures, Poison
from groundwork.gui.language.process import WorkerProcess
from groundwork.language.protocol import (
    Answer,
    CallTip,
    Complete,
    Define,
    Describe,
    ExplainCandidate,
    FindUses,
    Format,
    Nothing,
    Question,
    Refused,
    Rename,
    Warm,
)
from groundwork.running.command import RuntimeMissingError

_ORDER: tuple[type[Question], ...] = (
    Complete, CallTip, ExplainCandidate, Describe, Define, Rename, FindUses, Format,
)  # fmt: skip
"""What is asked first of all that waits: what somebody looks for at this moment."""

_LARGE = 160_000_000
"""Bytes of a worker for which a successor is made ready: one library takes less, and both together
keep below what one may take, where it ends by itself."""

_LIFE = 50
"""Answers that a worker has given before it may have a successor: one that is too large from the
start would have one after the other."""


class _Wish(NamedTuple):
    question: Question
    answered: Callable[[Answer], None]


class LanguageWorker(QObject):
    """Asks one question at a time; of those of one kind that wait, the newest alone is kept.

    Whoever asks is called back once, never before `ask` has returned: with `Refused` where the
    worker could not answer, and not at all where a newer question of the kind was asked meanwhile.
    A worker that ends, hangs or grows too large is replaced by another, and nobody hears of it.
    """

    def __init__(self, cache: Path, parent: QObject | None = None) -> None:
        """`cache` is the folder in which workers keep what they have learned of libraries."""
        super().__init__(parent)
        self.replaced = 0
        self._cache = cache / "language"
        self._process: WorkerProcess | None = None
        self._successor: WorkerProcess | None = None
        self._wishes: dict[type[Question], _Wish] = {}
        self._newest: dict[type[Question], _Wish] = {}
        self._asked: _Wish | None = None
        self._answers = 0
        self._warmth: tuple[Warm, ...] = ()
        self._poison = Poison()
        self._failures = Failures()
        self._is_closed = False
        application = QCoreApplication.instance()
        if application is not None:
            application.aboutToQuit.connect(self.close)

    def begin(self) -> None:
        """Start the worker, unless there is one, or several have failed just now."""
        if self._process is None and not self._is_closed:
            self._process = self._started()
            self._answers = 0

    def ask(self, question: Question, answered: Callable[[Answer], None]) -> None:
        """Call `answered` with the answer once it is there; start a worker if there is none."""
        if self._is_closed:
            return
        wish = _Wish(question, answered)
        self._newest[type(question)] = wish
        if isinstance(question, Warm):
            self._warmth = _steps(question)
            for process in filter(None, (self._process, self._successor)):
                process.cold = deque(self._warmth)
        else:
            self._wishes[type(question)] = wish
        self.begin()
        self._ask_next()

    def forget(self, kind: type[Question]) -> None:
        """Nobody wants an answer to that kind of question any more."""
        self._wishes.pop(kind, None)
        self._newest.pop(kind, None)

    def close(self) -> None:
        """End the worker; nothing is answered any more."""
        self._is_closed = True
        self._wishes.clear()
        self._newest.clear()
        self._asked = None
        for process in (self._process, self._successor):
            if process is not None:
                process.let_go()
        self._process = self._successor = None

    @property
    def process_id(self) -> int:
        """The id of the worker's process; 0 while there is none."""
        return self._process.process_id if self._process else 0

    @property
    def is_idle(self) -> bool:
        """Whether there is a worker, and it has answered everything and learned its modules."""
        process = self._process
        return process is not None and process.has_begun and process.question is None

    def _started(self) -> WorkerProcess | None:
        if not self._failures.may_start(time.monotonic()):
            return None
        with suppress(OSError):  # without the folder it learns everything anew each time
            self._cache.mkdir(parents=True, exist_ok=True)
        try:
            process = WorkerProcess(self._cache, self)
        except RuntimeMissingError:
            self._failures.note(time.monotonic())  # running a program says so
            return None
        process.cold = deque(self._warmth)
        process.answered.connect(partial(self._on_process_answered, process))
        process.failed.connect(partial(self._on_process_failed, process))
        return process

    def _ask_next(self) -> None:
        """Ask what is most urgent, or get to know one more module, if the worker is free."""
        if self._process is None:
            self._refuse_all()
            return
        while self._wishes and not self._process.question:
            wish = self._wishes.pop(min(self._wishes, key=_urgency))
            if self._poison.has(wish.question):
                self._reply(wish, Refused())
            else:
                self._asked = wish
                self._process.ask(wish.question)
        if not self._process.question:
            self._warm_up(self._process)

    def _warm_up(self, process: WorkerProcess) -> None:
        while process.cold:
            question = process.cold.popleft()
            if not self._poison.has(question):
                process.ask(question)
                return
        if process is self._successor:
            self._succeed()
        elif Warm in self._newest:
            self._reply(self._newest[Warm], Nothing())

    def _on_process_answered(self, process: WorkerProcess, answer: Answer) -> None:
        if process is self._successor:
            self._warm_up(process)
            return
        wish, self._asked = self._asked, None
        self._answers += 1
        if process.memory > _LARGE and self._answers > _LIFE and not self._successor:
            self._prepare_successor()
        elif self._successor and not self._successor.question:
            self._succeed()
        self._ask_next()
        if wish is not None:
            self._tell(wish, answer)

    def _prepare_successor(self) -> None:
        """Start another worker, which learns while this one goes on answering."""
        self._successor = self._started()
        if self._successor is not None:
            self._warm_up(self._successor)

    def _succeed(self) -> None:
        """Let the successor take over, unless the worker is answering just now."""
        if self._successor is None or (self._process and self._process.question):
            return
        if self._process is not None:
            self._process.let_go()
        self._process, self._successor = self._successor, None
        self._answers = 0
        self.replaced += 1

    def _on_process_failed(self, process: WorkerProcess) -> None:
        """Another worker in the place of this one, whose answer will not come."""
        self._failures.note(time.monotonic())
        is_to_blame = process.has_begun and process.memory < _LARGE
        if process.question is not None and is_to_blame:
            self._poison.note(process.question)
        if process is self._successor:
            self._successor = None
            return
        wish, self._asked = self._asked, None
        if wish is not None:
            self._reply(wish, Refused())
        self._process = None
        self._succeed()
        self.begin()
        self._ask_next()

    def _refuse_all(self) -> None:
        wishes, self._wishes = list(self._wishes.values()), {}
        for wish in (*wishes, *filter(None, (self._newest.get(Warm),))):
            self._reply(wish, Refused())

    def _reply(self, wish: _Wish, answer: Answer) -> None:
        QTimer.singleShot(0, self, partial(self._tell, wish, answer))

    def _tell(self, wish: _Wish, answer: Answer) -> None:
        """Call back, unless a newer question of the kind was asked meanwhile."""
        kind = type(wish.question)
        if self._newest.get(kind) is wish:
            del self._newest[kind]
            wish.answered(answer)


def _urgency(kind: type[Question]) -> int:
    return _ORDER.index(kind) if kind in _ORDER else len(_ORDER)


def _steps(question: Warm) -> tuple[Warm, ...]:
    """One question for each module: a learner who wants to know something waits for one at most."""
    lines = dict.fromkeys(question.text.splitlines())
    return tuple(Warm(question.folder, line) for line in lines if line.strip())
