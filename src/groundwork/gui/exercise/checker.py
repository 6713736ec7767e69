"""Checks answers on a thread, while the window goes on."""

from __future__ import annotations

from collections import deque
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import partial
from threading import Event

from PySide6.QtCore import QObject, QTimer, Signal

from groundwork.checking.verdicts import CheckVerdict, Verdicts
from groundwork.gui.background import Background
from groundwork.packs.exercises import Exercise

_GLANCE = 40
"""Milliseconds between looks at what the checks have said so far."""


@dataclass(frozen=True, slots=True)
class _Round:
    """What the thread and the window both hold while an answer is checked; nothing of Qt's."""

    is_cancelled: Event = field(default_factory=Event)
    news: deque[tuple[int, CheckVerdict]] = field(default_factory=deque)


class Checker(QObject):
    """Checks one answer at a time; a new one takes the place of one that is being checked.

    Signals:
        verdict_found: the index of a check and its CheckVerdict, as soon as it is there.
        finished: the Verdicts, and whether they are not whole because of `cancel`.
    """

    verdict_found = Signal(int, object)
    finished = Signal(object, bool)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._threads = Background(self, name="checks", threads=2)  # one may still be ending
        self._round: _Round | None = None
        self._glance = QTimer(self, interval=_GLANCE)
        self._glance.timeout.connect(self._on_glance_timeout)

    @property
    def is_busy(self) -> bool:
        """Whether an answer is being checked."""
        return self._round is not None

    def begin(self, exercise: Exercise, files: Mapping[str, str]) -> None:
        """Check the answer that these files are, by their names."""
        self.cancel()
        self._round = current = _Round()
        self._glance.start()
        work = partial(_checked, exercise, dict(files), current)
        self._threads.submit(work, partial(self._on_round_finished, current))

    def cancel(self) -> None:
        """End what is being checked; `finished` tells when it has ended."""
        if self._round is not None:
            self._round.is_cancelled.set()

    def close(self, seconds: float = 1.0) -> None:
        """End; waits for the programs that are being checked to end, `seconds` at most."""
        self.cancel()
        self._round = None
        self._threads.drain(seconds)
        self._threads.close()

    def _on_round_finished(self, ended: _Round, verdicts: Verdicts) -> None:
        if ended is self._round:
            self._on_glance_timeout()
            self._round = None
            self._glance.stop()
            self.finished.emit(verdicts, ended.is_cancelled.is_set())

    def _on_glance_timeout(self) -> None:
        while self._round is not None and self._round.news:
            self.verdict_found.emit(*self._round.news.popleft())


def _checked(exercise: Exercise, files: Mapping[str, str], current: _Round) -> Verdicts:
    """What the checks say; called on a thread, which loads what checks while the window is used."""
    from groundwork.checking.answer import check_answer  # noqa: PLC0415 - not needed at the start

    return check_answer(
        exercise,
        files,
        is_cancelled=current.is_cancelled.is_set,
        on_verdict=lambda index, verdict: current.news.append((index, verdict)),
    )
