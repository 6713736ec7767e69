"""The line at the foot of the window: what runs, how it ended, where the cursor is."""

from __future__ import annotations

import time

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QWidget


class StatusLine(QFrame):
    """Says the state of the program at the left and the place in the text at the right."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("status")
        self._state = _Sentence("ready")
        self._state.setTextFormat(Qt.TextFormat.PlainText)  # a pack may have named itself in HTML
        self._state.setAccessibleName("State of the program")
        self._state.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._place = QLabel()
        self._place.setAccessibleName("Place of the cursor")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(12, 4, 12, 4)
        layout.setSpacing(16)
        layout.addWidget(self._state, 1)
        layout.addWidget(self._place)
        self._is_ending = False
        self._remark = ""
        self._said = self._state.text()
        self._subject = ""
        self._began = 0.0
        self._clock = QTimer(self)
        self._clock.setInterval(100)
        self._clock.timeout.connect(self._on_clock_timeout)

    @property
    def text(self) -> str:
        """What the left side says."""
        return self._state.text()

    def tell(self, sentence: str) -> None:
        """Say the sentence at the left."""
        self._clock.stop()
        self._is_ending = False
        self._remark = ""
        self._say(sentence)

    def remark(self, sentence: str) -> None:
        """Say something about what has just been tried, until `forget_remark`.

        What was said before comes back after it, and a run goes on being counted.
        """
        self._remark = sentence
        self._say(self._said)

    def forget_remark(self) -> None:
        """Say no longer what was remarked."""
        if self._remark:
            self.remark("")

    def tell_ending(self, sentence: str) -> None:
        """Say how a run has ended, until `forget_ending`."""
        self.tell(sentence)
        self._is_ending = True

    def forget_ending(self) -> None:
        """Say no longer how a run has ended; whatever else is said here stays."""
        if self._is_ending:
            self.tell("ready")

    def tell_running(self, subject: str) -> None:
        """Say that `subject` runs, and count its seconds."""
        self._is_ending = False
        self._remark = ""
        self._subject = subject
        self._began = time.monotonic()
        self._clock.start()
        self._on_clock_timeout()

    def tell_place(self, line: int, column: int) -> None:
        """Say where the cursor is; both count from 1."""
        self._place.setText(f"Ln {line}, Col {column}" if line else "")

    def _on_clock_timeout(self) -> None:
        seconds = time.monotonic() - self._began
        counted = f" for {seconds:.1f} s" if seconds >= 1 else ""
        self._say(f"running {self._subject}{counted}")

    def _say(self, sentence: str) -> None:
        """Note what is said beside remarks; a remark hides it."""
        self._said = sentence
        self._state.setText(self._remark or sentence)
        self._state.setToolTip(self._remark or sentence)


class _Sentence(QLabel):
    """A label that ends in dots where there is no room for all of it."""

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint what fits."""
        del event
        painter = QPainter(self)
        place = self.contentsRect()
        seen = self.fontMetrics().elidedText(
            self.text(), Qt.TextElideMode.ElideRight, place.width()
        )
        role, flags = self.foregroundRole(), Qt.AlignmentFlag.AlignVCenter
        self.style().drawItemText(
            painter, place, flags, self.palette(), self.isEnabled(), seen, role
        )
        painter.end()
