"""Notes the learner's progress without the window ever waiting for the disk."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from groundwork.gui.background import Background
from groundwork.learner.progress import LessonState, Progress
from groundwork.packs.model import ExampleAddress, LessonAddress

_RETRY = 5000
"""Milliseconds between attempts to note what could not be noted."""


class ProgressRecord(QObject):
    """What the learner has begun, run and finished. Answers come as signals; nothing here blocks.

    Signals:
        states_changed: a dict from LessonAddress to LessonState, of all lessons that are not new.
        trouble_told: a sentence; progress is kept in memory until `trouble_ended`.
        trouble_ended: everything is noted again.
        notice_told: a sentence about what happened to the file of progress, once.
    """

    states_changed = Signal(object)
    trouble_told = Signal(str)
    trouble_ended = Signal()
    notice_told = Signal(str)

    def __init__(self, file: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._progress = Progress(file)
        self._states: dict[LessonAddress, LessonState] | None = None
        self._trouble = ""
        self._notice = ""
        self._disk = Background(self, name="progress", threads=1)
        self._retry_timer = QTimer(self, singleShot=True, interval=_RETRY)
        self._retry_timer.timeout.connect(self._on_retry_timer_timeout)

    def load(self) -> None:
        """Ask for the state of all lessons; `states_changed` brings it."""
        self._do(None)

    def begin(self, address: LessonAddress) -> None:
        """The learner has opened a lesson."""
        self._do(partial(self._progress.begin, address))

    def set_done(self, address: LessonAddress, *, is_done: bool) -> None:
        """The learner says that a lesson is done, or that it is not."""
        self._do(partial(self._progress.set_done, address, is_done=is_done))

    def example_run(self, address: ExampleAddress, was_success: bool) -> None:  # noqa: FBT001 - a signal's argument
        """The learner has run an example; a slot."""
        self._do(partial(self._progress.example_run, address, was_success=was_success))

    def close(self, seconds: float = 0.5) -> None:
        """Note what is waiting, and end; waits no longer than `seconds`. The last call."""
        self._retry_timer.stop()
        self._disk.submit(self._progress.close)
        self._disk.drain(seconds)
        self._disk.close()

    def _do(self, change: Callable[[], None] | None) -> None:
        def work() -> tuple[dict[LessonAddress, LessonState], str, str]:
            if change is not None:
                change()
            states = self._progress.states()
            return states, self._progress.trouble, self._progress.notice

        self._disk.submit(work, lambda answer: self._tell(*answer))

    def _tell(self, states: dict[LessonAddress, LessonState], trouble: str, notice: str) -> None:
        if states != self._states:
            self._states = states
            self.states_changed.emit(states)
        if notice != self._notice:
            self._notice = notice
            self.notice_told.emit(notice)
        if trouble:
            self._retry_timer.start()
        if trouble != self._trouble:
            self._trouble = trouble
            if trouble:
                self.trouble_told.emit(trouble)
            else:
                self.trouble_ended.emit()

    def _on_retry_timer_timeout(self) -> None:
        self._do(None)
