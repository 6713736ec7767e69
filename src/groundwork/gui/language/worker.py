"""Asks the language worker, hears its answers, and puts another in its place when need be."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import NamedTuple

import psutil
from PySide6.QtCore import QObject, QTimer

from groundwork.gui.run.child import ChildProcess
from groundwork.language.protocol import (
    Answer,
    Answered,
    Asked,
    CallTip,
    Complete,
    Define,
    Describe,
    ExplainCandidate,
    FindUses,
    Format,
    Question,
    Refused,
    Rename,
    Warm,
    decode,
    encode,
)
from groundwork.messages import MalformedMessageError
from groundwork.running.command import RuntimeMissingError, language_command
from groundwork.running.lines import Source as Stream

_ORDER: tuple[type[Question], ...] = (
    Complete, CallTip, ExplainCandidate, Describe, Define, Rename, FindUses, Format,
)  # fmt: skip
"""What is asked first of all that waits: what somebody looks for at this moment. `Warm` is last."""

_PATIENCE = 4_000
_LONG_PATIENCE = 30_000
"""Milliseconds that an answer may take before the worker is held to hang; the long ones are for
what reads whole libraries or rewrites whole files."""

_PATIENT: tuple[type[Question], ...] = (Warm, Format, Rename, FindUses)
_MOST_MEMORY = 250_000_000
_LOOKS_EVERY = 10
_MOST_FAILURES = 5
"""Workers that end one after the other without a single answer; then there will be no more."""


class _Wish(NamedTuple):
    question: Question
    answered: Callable[[Answer], None]


class LanguageWorker(QObject):
    """Asks one question at a time; of those of one kind that wait, the newest alone is kept.

    Whoever asks is called back once, with `Refused` where the worker could not answer, and not at
    all where a newer question of the kind was asked meanwhile. A worker that ends, hangs or grows
    too large is replaced by another, and nobody hears of it.
    """

    def __init__(self, cache: Path, parent: QObject | None = None) -> None:
        """`cache` is the folder in which workers keep what they have learned of libraries."""
        super().__init__(parent)
        self._cache = cache / "language"
        self._child: ChildProcess | None = None
        self._wishes: dict[type[Question], _Wish] = {}
        self._asked: _Wish | None = None
        self._number = 0
        self._pieces: list[bytes] = []
        self._failures = 0
        self._warmth: Warm | None = None
        self._is_closed = False
        self._patience = QTimer(self, singleShot=True)
        self._patience.timeout.connect(self._on_patience_timeout)

    def begin(self) -> None:
        """Start the worker, unless there is one."""
        if self._child is None and not self._is_closed and self._failures < _MOST_FAILURES:
            self._start()

    def ask(self, question: Question, answered: Callable[[Answer], None]) -> None:
        """Call `answered` with the answer once it is there; start a worker if there is none."""
        self._wishes[type(question)] = _Wish(question, answered)
        if isinstance(question, Warm):
            self._warmth = question
        self.begin()
        self._ask_next()

    def forget(self, kind: type[Question]) -> None:
        """Nobody wants an answer to that kind of question any more."""
        self._wishes.pop(kind, None)
        if self._asked is not None and isinstance(self._asked.question, kind):
            self._asked = _Wish(self._asked.question, _unheard)

    def close(self) -> None:
        """End the worker; nothing is answered any more."""
        self._is_closed = True
        self._wishes.clear()
        self._let_go()

    @property
    def process_id(self) -> int:
        """The id of the worker's process; 0 while there is none."""
        return self._child.process_id if self._child else 0

    def _start(self) -> None:
        with suppress(OSError):  # without the folder it learns everything anew each time
            self._cache.mkdir(parents=True, exist_ok=True)
        command = partial(language_command, cache=self._cache)
        try:
            self._child = ChildProcess(self, command)
        except RuntimeMissingError:
            self._failures = _MOST_FAILURES  # running a program says so
            self._fail_all()
            return
        self._child.received.connect(self._on_child_received)
        self._child.ended.connect(self._on_child_ended)
        self._child.start_failed.connect(self._on_child_ended)
        if self._warmth is not None:
            self._wishes.setdefault(Warm, _Wish(self._warmth, _unheard))

    def _let_go(self) -> None:
        """Have no worker any more."""
        self._patience.stop()
        self._pieces.clear()
        self._asked = None
        if self._child is not None:
            child, self._child = self._child, None
            child.discard()

    def _ask_next(self) -> None:
        if self._asked is not None or self._child is None or not self._wishes:
            return
        kinds = sorted(self._wishes, key=_urgency)
        self._asked = self._wishes.pop(kinds[0])
        self._number += 1
        self._child.write(encode(Asked(self._number, self._asked.question)))
        is_patient = isinstance(self._asked.question, _PATIENT)
        self._patience.start(_LONG_PATIENCE if is_patient else _PATIENCE)

    def _on_child_received(self, content: bytes, stream: Stream) -> None:
        if stream is not Stream.OUTPUT:
            return
        self._pieces.append(content)
        if b"\n" not in content:
            return
        *lines, rest = b"".join(self._pieces).split(b"\n")
        self._pieces = [rest]
        for line in lines:
            self._take(line)

    def _take(self, line: bytes) -> None:
        try:
            message = decode(line)
        except MalformedMessageError:
            return  # the answer does not come, and patience will end
        if isinstance(message, Answered) and message.number == self._number and self._asked:
            wish, self._asked = self._asked, None
            self._patience.stop()
            self._failures = 0
            if self._number % _LOOKS_EVERY == 0:
                self._look_at_memory()
            is_wanted = self._is_newest(wish)
            self._ask_next()
            if is_wanted:
                wish.answered(message.answer)

    def _is_newest(self, wish: _Wish) -> bool:
        return type(wish.question) not in self._wishes

    def _look_at_memory(self) -> None:
        try:
            size = psutil.Process(self.process_id).memory_info().rss
        except psutil.Error:
            return
        if size > _MOST_MEMORY:
            self._let_go()
            self.begin()

    def _on_patience_timeout(self) -> None:
        self._replace()

    def _on_child_ended(self) -> None:
        self._replace()

    def _replace(self) -> None:
        """Another worker in the place of this one, whose answer will not come."""
        wish = self._asked
        self._failures += 1
        self._let_go()
        if wish is not None and isinstance(wish.question, Warm):
            self._warmth = None  # whatever is in there, not again
        is_wanted = wish is not None and self._is_newest(wish)
        self.begin()
        if self._child is None:
            self._fail_all()
        self._ask_next()
        if wish is not None and is_wanted:
            wish.answered(Refused())

    def _fail_all(self) -> None:
        wishes, self._wishes = list(self._wishes.values()), {}
        for wish in wishes:
            wish.answered(Refused())


def _urgency(kind: type[Question]) -> int:
    if kind in _ORDER:
        return _ORDER.index(kind)
    return len(_ORDER) + (kind is Warm)


def _unheard(answer: Answer) -> None:
    """For an answer that nobody waits for."""
    del answer
