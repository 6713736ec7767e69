"""One process of the language worker, as long as it is any good."""

from __future__ import annotations

from collections import deque
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from groundwork.gui.run.child import ChildProcess
from groundwork.language.protocol import (
    Answered,
    Asked,
    Define,
    FindUses,
    Format,
    Question,
    Rename,
    Warm,
    decode,
    encode,
)
from groundwork.messages import MalformedMessageError
from groundwork.running.command import language_command
from groundwork.running.lines import Source as Stream

_PATIENCE = 8_000
_LONG_PATIENCE = 30_000
"""Milliseconds that an answer may take before the worker is held to hang; the long ones are for
what reads whole libraries or rewrites whole files, and for a worker that is only just starting."""

_PATIENT: tuple[type[Question], ...] = (Warm, Format, Define, Rename, FindUses)

_LONGEST = 4_000_000
"""Bytes that one answer may take, and all that is written beside answers: more is a flood."""


class WorkerProcess(QObject):
    """Is asked one question at a time, and answers, or is gone.

    `question` is the one that it has not answered yet, `cold` what is to be asked when there is
    nothing else to do, `memory` the bytes that it took when it last said anything.

    Signals:
        answered: the answer to the question; the next may be asked.
        failed: it has ended, hangs, or speaks nonsense, and was let go.
    """

    answered = Signal(object)
    failed = Signal()

    def __init__(self, cache: Path, parent: QObject | None = None) -> None:
        """Start it; in the folder `cache` it keeps what it has learned of libraries.

        Raises:
            RuntimeMissingError: there is no runtime to start.
        """
        super().__init__(parent)
        self.memory = 0
        self.question: Question | None = None
        self.cold: deque[Warm] = deque()
        self._number = 0
        self._pieces: list[bytes] = []
        self._unread = 0
        self._patience = QTimer(self, singleShot=True)
        self._patience.timeout.connect(self._fail)
        self._child: ChildProcess | None = ChildProcess(
            self, partial(language_command, cache=cache)
        )
        self._child.received.connect(self._on_child_received)
        self._child.ended.connect(self._fail)
        self._child.start_failed.connect(self._fail)
        self.process_id = self._child.process_id
        if not self._child.is_alive:
            QTimer.singleShot(0, self, self._fail)

    @property
    def has_begun(self) -> bool:
        """Whether it has said that it is ready: what ends it from then on is what it was asked."""
        return self.memory > 0

    def ask(self, question: Question) -> None:
        """Ask; not while another question is being answered."""
        if self._child is None:
            return
        self.question = question
        self._number += 1
        self._child.write(encode(Asked(self._number, question)))
        is_patient = isinstance(question, _PATIENT) or not self.has_begun
        self._patience.start(_LONG_PATIENCE if is_patient else _PATIENCE)

    def let_go(self) -> None:
        """End the process; nothing more is heard of it."""
        self.blockSignals(True)
        self._patience.stop()
        if self._child is not None:
            child, self._child = self._child, None
            child.discard()
        self.deleteLater()

    def _fail(self) -> None:
        if self._child is not None:
            self.failed.emit()
            self.let_go()

    def _on_child_received(self, content: bytes, stream: Stream) -> None:
        self._unread += len(content)
        if stream is Stream.OUTPUT:
            self._pieces.append(content)
            if b"\n" in content:
                self._take_lines()
        if self._unread > _LONGEST:
            self._fail()

    def _take_lines(self) -> None:
        *lines, rest = b"".join(self._pieces).split(b"\n")
        self._pieces = [rest]
        self._unread = len(rest)
        for line in lines:
            if self._child is not None:
                self._take(line)

    def _take(self, line: bytes) -> None:
        """What it writes must be its greeting and then the answer that is awaited, nothing else."""
        awaited = self._number if self.has_begun else 0
        try:
            message = decode(line)
        except MalformedMessageError:
            message = None
        if not isinstance(message, Answered) or message.number != awaited:
            self._fail()
            return
        is_greeting = not self.has_begun
        self.memory = max(1, message.memory)
        if not is_greeting:
            self._patience.stop()
            self.question = None
            self.answered.emit(message.answer)
