"""Keeps what the learner has read, run and finished, without the window waiting for the disk."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Signal

from groundwork.learner.progress import LessonState
from groundwork.packs.model import ExampleAddress, LessonAddress
from groundwork.running.outcome import Outcome


class ProgressRecord(QObject):
    """In memory until the file is joined.

    Signals:
        states_changed: the dict of LessonAddress to LessonState.
    """

    states_changed = Signal(object)

    def __init__(self, file: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._states: dict[LessonAddress, LessonState] = {}

    def load(self) -> None:
        self.states_changed.emit(dict(self._states))

    def begin(self, address: LessonAddress) -> None:
        self._states.setdefault(address, LessonState.BEGUN)
        self.states_changed.emit(dict(self._states))

    def set_done(self, address: LessonAddress, *, is_done: bool) -> None:
        self._states[address] = LessonState.DONE if is_done else LessonState.BEGUN
        self.states_changed.emit(dict(self._states))

    def example_run(self, address: ExampleAddress, outcome: Outcome) -> None:
        pass

    def close(self) -> None:
        pass
