"""Somebody who types without a pause, and how long each key took to be seen."""

from __future__ import annotations

import time
from collections import deque

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, QTimer
from PySide6.QtWidgets import QAbstractScrollArea
from tests.benchmarks.first_key import PaintWatch, key_events

_PAUSE = 0.03


class Typist(QObject):
    """Presses a key every 30 ms by the clock, also while the window does not listen.

    A key is answered when the editor has been painted after it arrived. It counts from the moment
    when it was due: a window that is busy cannot be told of a key, and the learner waits all the
    same.
    """

    def __init__(self, editor: QAbstractScrollArea) -> None:
        super().__init__(editor)
        self._editor = editor
        self._due = 0.0
        self._underway: deque[float] = deque()
        self._arrived: list[float] = []
        self.latencies: list[float] = []
        self._timer = QTimer(self, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._on_timer_timeout)
        editor.installEventFilter(self)
        PaintWatch(editor.viewport(), self._on_watch_painted)

    def begin(self) -> None:
        """Type from now on."""
        self.latencies.clear()
        self._due = time.monotonic() + _PAUSE
        self._timer.start(round(_PAUSE * 1000))

    def end(self) -> None:
        """Type no more."""
        self._timer.stop()

    @property
    def is_waiting(self) -> bool:
        """Whether a key has not been seen yet."""
        return bool(self._underway or self._arrived)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Note which keys have arrived."""
        if event.type() == QEvent.Type.KeyPress and self._underway:
            self._arrived.append(self._underway.popleft())
        return super().eventFilter(watched, event)

    def _on_timer_timeout(self) -> None:
        while self._due <= time.monotonic():
            self._underway.append(self._due)
            self._due += _PAUSE
            for event in key_events():
                QCoreApplication.postEvent(self._editor, event)

    def _on_watch_painted(self, at: float) -> None:
        self.latencies += [at - due for due in self._arrived]
        self._arrived.clear()


class Heartbeat(QObject):
    """Notes the longest time for which the window's event loop did not come round."""

    _PAUSE = 0.005

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._last = time.monotonic()
        self.longest = 0.0
        self._timer = QTimer(self, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._on_timer_timeout)
        self._timer.start(round(self._PAUSE * 1000))

    def begin(self) -> None:
        """Count from now on."""
        self._last, self.longest = time.monotonic(), 0.0

    def _on_timer_timeout(self) -> None:
        now = time.monotonic()
        self.longest = max(self.longest, now - self._last - self._PAUSE)
        self._last = now
