"""Counts the time that the learner is busy with a lesson."""

from __future__ import annotations

from collections.abc import Callable
from time import monotonic

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from groundwork.packs.model import LessonAddress

_LOOK = 20.0
_PATIENCE = 180.0
"""Seconds after the last key, click or turn of the wheel in which one may be reading."""

_DEEDS = frozenset(
    {QEvent.Type.KeyPress, QEvent.Type.MouseButtonPress, QEvent.Type.MouseMove, QEvent.Type.Wheel}
)


class Timekeeper(QObject):
    """Counts only while the window is active and something was done in the last minutes.

    Signals:
        spent: a LessonAddress, and whole seconds that the learner was busy with it.
    """

    spent = Signal(object, int)

    def __init__(
        self, window: QWidget, *, clock: Callable[[], float] = monotonic, look: float = _LOOK
    ) -> None:
        """`clock` tells seconds; every `look` seconds what has come together is told."""
        super().__init__(window)
        self._window, self._clock, self._longest = window, clock, 2 * look
        self._lesson: LessonAddress | None = None
        self._seconds = 0.0
        self._counted_until = self._last_deed = clock()
        self._timer = QTimer(self, interval=round(1000 * look))
        self._timer.timeout.connect(self.tell)
        self._timer.start()

    def watch(self) -> None:
        """Begin to notice what is done in the window, which has been shown."""
        self._window.windowHandle().installEventFilter(self)

    def set_lesson(self, lesson: LessonAddress | None) -> None:
        """The learner reads this lesson from now on, or none."""
        if lesson != self._lesson:
            self.tell()
            self._lesson, self._seconds = lesson, 0.0

    def tell(self) -> None:
        """Count up to now, and tell of the whole seconds."""
        now = self._clock()
        # a machine that was asleep in between has spent nothing
        passed = min(now - self._counted_until, self._longest)
        self._counted_until = now
        is_busy = self._window.isActiveWindow() and now - self._last_deed <= _PATIENCE
        if self._lesson is None or not is_busy:
            return
        self._seconds += passed
        whole = int(self._seconds)
        if whole:
            self._seconds -= whole
            self.spent.emit(self._lesson, whole)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Remember when something was done."""
        del watched
        if event.type() in _DEEDS:
            self._last_deed = self._clock()
        return False
