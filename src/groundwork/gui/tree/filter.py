"""The box over the tree in which one types what to look for."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLineEdit, QToolButton, QWidget

from groundwork.gui.appearance import Appearance
from groundwork.gui.icons import icon

_LONGEST = 200
_SIGN_SIZE = 16
_SIGN_MARGIN = 8


class FilterField(QLineEdit):
    """A line of text with a sign of its purpose and a button that empties it.

    Signals (besides those of QLineEdit):
        left_downwards: Down was pressed; the results are wanted.
    """

    left_downwards = Signal()

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self.setAccessibleName("Search the lessons")
        self.setPlaceholderText("Search the lessons")
        self.setMaxLength(_LONGEST)
        self._empty = QToolButton(self)
        self._empty.setAccessibleName("Clear the search")
        self._empty.setToolTip("Clear the search (Esc)")
        self._empty.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._empty.setCursor(Qt.CursorShape.ArrowCursor)
        self._empty.clicked.connect(self.clear)
        self._empty.hide()
        self.textChanged.connect(self._on_text_changed)
        appearance.changed.connect(self._on_appearance_changed)
        self._on_appearance_changed()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape empties, Down goes to the results; Escape with nothing to empty is passed on."""
        if event.key() == Qt.Key.Key_Escape:
            event.setAccepted(bool(self.text()))
            self.clear()
        elif event.key() == Qt.Key.Key_Down:
            self.left_downwards.emit()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the button at the right end."""
        super().resizeEvent(event)
        edge = self.height()
        self._empty.setGeometry(self.width() - edge, 0, edge, edge)
        self.setTextMargins(_SIGN_MARGIN + self._sign_size() - 2, 0, edge - _SIGN_MARGIN, 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the sign into the space that the text leaves."""
        super().paintEvent(event)
        edge = self._sign_size()
        place = QRect(_SIGN_MARGIN, (self.height() - edge) // 2, edge, edge)
        icon("search", self._appearance.theme.muted).paint(QPainter(self), place)

    def _sign_size(self) -> int:
        return round(_SIGN_SIZE * self._appearance.text_scale)

    def _on_text_changed(self, text: str) -> None:
        self._empty.setVisible(bool(text))

    def _on_appearance_changed(self) -> None:
        self._empty.setIcon(icon("close", self._appearance.theme.muted))
