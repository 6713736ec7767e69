"""The line that shows how far a copy of the whole output has come, and can cancel it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QPushButton, QWidget

from groundwork.gui.background import Background
from groundwork.running.copying import FileCopy

_LOOK = 100
"""Milliseconds between looks at the copy; one that is made sooner is not worth a line."""

_STEPS = 1000


class SavingLine(QWidget):
    """Hidden unless a copy is being made that takes a while.

    Signals:
        ended: the copy is made, or there will be none; a sentence that says so.
    """

    ended = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._background = Background(self, name="saving", threads=1)
        self._copy: FileCopy | None = None
        self._size = 1
        self._progress = QProgressBar()
        self._progress.setRange(0, _STEPS)
        self._progress.setTextVisible(False)
        self._progress.setAccessibleName("Saved so far")
        self._cancel = QPushButton("Cancel")
        self._cancel.clicked.connect(self.cancel)
        self._timer = QTimer(self)
        self._timer.setInterval(_LOOK)
        self._timer.timeout.connect(self._on_timer_timeout)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(QLabel("Saving"))
        row.addWidget(self._progress, 1)
        row.addWidget(self._cancel)
        self.hide()

    def save(self, source: Path, size: int, target: Path) -> None:
        """Copy `source`, which has `size` bytes, to `target`."""
        self._copy, self._size = FileCopy(source, target), max(1, size)
        self._cancel.setEnabled(True)
        self._timer.start()
        self._background.submit(self._copy.make, self._on_copy_made)

    def cancel(self) -> None:
        """Give up the copy that is being made, if there is one."""
        if self._copy is not None:
            self._copy.cancel()
            self._cancel.setEnabled(False)

    def _on_timer_timeout(self) -> None:
        if self._copy is not None:
            self._progress.setValue(min(_STEPS, self._copy.copied * _STEPS // self._size))
            self.show()

    def _on_copy_made(self, problem: str) -> None:
        copy, self._copy = self._copy, None
        self._timer.stop()
        self.hide()
        if copy is None:
            return
        if copy.is_cancelled:
            self.ended.emit("Saving was cancelled. Nothing was written.")
        elif problem:
            self.ended.emit(f"The output was not saved to {copy.target}: {problem}.")
        else:
            self.ended.emit(f"Saved to {copy.target}.")
