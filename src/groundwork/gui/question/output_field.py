"""Where one writes what a program prints."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent
from PySide6.QtWidgets import QPlainTextEdit, QWidget

_FRAME = 10
_FEWEST_LINES = 2
_MOST_LINES = 12
_ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})


class OutputField(QPlainTextEdit):
    """A few lines of text; Tab leaves it.

    Signals:
        judging_requested: Ctrl+Enter was pressed.
    """

    judging_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "framed")
        self.setTabChangesFocus(True)
        self.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)

    def wanted_height(self) -> int:
        """The height for the lines there are, in pixels, within bounds."""
        lines = min(max(self.blockCount(), _FEWEST_LINES), _MOST_LINES)
        return lines * QFontMetrics(self.font()).lineSpacing() + 2 * _FRAME

    def event(self, event: QEvent) -> bool:
        """Ctrl+Enter is for this field while it has the focus, and not for the window."""
        if event.type() is QEvent.Type.ShortcutOverride and _wants_judging(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+Enter is for judging."""
        if _wants_judging(event):
            self.judging_requested.emit()
        else:
            super().keyPressEvent(event)


def _wants_judging(event: QEvent) -> bool:
    if not isinstance(event, QKeyEvent):
        return False
    has_control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
    return has_control and event.key() in _ENTER
