"""Work for authors that takes seconds to minutes: it tells how far it is, and can be cancelled."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from threading import Event
from typing import NamedTuple, TypeVar

from PySide6.QtCore import QObject, QTimer, Signal

from groundwork.gui.background import Background

Result = TypeVar("Result")

_LOOK = 50
"""Milliseconds between looks at how far the work is."""


class Stage(NamedTuple):
    """How far the work is; `of_all` is 0 while nobody knows, `subject` what was done last."""

    done: int = 0
    of_all: int = 0
    subject: str = ""


class Watcher:
    """What the work is given: it tells how far it is, and asks whether it is still wanted.

    It is touched by threads and knows nothing of Qt.
    """

    def __init__(self) -> None:
        self.stage = Stage()
        self._cancelled = Event()

    def tell(self, done: int, of_all: int, subject: str = "") -> None:
        """So much is done."""
        self.stage = Stage(done, of_all, subject)

    def cancel(self) -> None:
        """Nobody wants it any more."""
        self._cancelled.set()

    def is_cancelled(self) -> bool:
        """Whether to stop."""
        return self._cancelled.is_set()


class LongWork(QObject):
    """Does one thing at a time on a thread of its own.

    Signals:
        progressed: the Stage that the work has come to.
    """

    progressed = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._thread = Background(self, name="authoring", threads=1)
        self._watcher = Watcher()
        self._shown = Stage()
        self._timer = QTimer(self, interval=_LOOK)
        self._timer.timeout.connect(self._on_timer_timeout)

    @property
    def is_busy(self) -> bool:
        """Whether something is being done."""
        return self._timer.isActive()

    def begin(self, work: Callable[[Watcher], Result], then: Callable[[Result], None]) -> None:
        """Do `work`, and give `then` what came of it; cancelled work gives it, too."""
        self._watcher, self._shown = Watcher(), Stage()
        self._timer.start()
        self._thread.submit(partial(work, self._watcher), partial(self._end, then))

    def cancel(self) -> None:
        """Ask the work to stop; it does so soon."""
        self._watcher.cancel()

    def close(self) -> None:
        """End; what is being done ends soon, and nobody hears of it."""
        self._watcher.cancel()
        self._timer.stop()
        self._thread.close()

    def _end(self, then: Callable[[Result], None], result: Result) -> None:
        self._on_timer_timeout()
        self._timer.stop()
        then(result)

    def _on_timer_timeout(self) -> None:
        if self._watcher.stage != self._shown:
            self._shown = self._watcher.stage
            self.progressed.emit(self._shown)
