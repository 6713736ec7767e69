"""How far the learner is with an exercise, in a shape and a word."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from groundwork.gui.appearance import Appearance
from groundwork.gui.icons import icon
from groundwork.gui.style import icon_size
from groundwork.learner.states import WorkState

MARKS = {
    WorkState.NEW: ("state-new", "muted", "new"),
    WorkState.BEGUN: ("state-begun", "accent", "begun"),
    WorkState.DONE: ("state-done", "good", "done"),
    WorkState.DONE_WITH_HELP: ("state-done-with-help", "good", "done with help"),
}
"""The icon, the role of its colour, and the word of every state."""


class StateLine(QWidget):
    """A mark and a word."""

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._state = WorkState.NEW
        self._sign, self._word = QLabel(), QLabel()
        self._word.setProperty("role", "muted")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        row.addWidget(self._sign)
        row.addWidget(self._word)
        self.restyle()

    @property
    def word(self) -> str:
        """The word of the state."""
        return self._word.text()

    def show_state(self, state: WorkState) -> None:
        """Show another state."""
        self._state = state
        self.restyle()

    def restyle(self) -> None:
        """Take colours and sizes from the appearance again."""
        mark, role, word = MARKS[self._state]
        edge = icon_size(self._appearance.sizes)
        drawn = icon(mark, getattr(self._appearance.theme, role))
        self._sign.setPixmap(drawn.pixmap(QSize(edge, edge), self.devicePixelRatioF()))
        self._word.setText(word)
        self.setAccessibleName(word)
