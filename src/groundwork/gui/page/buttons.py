"""The buttons of the page: they leave the arrow keys to it, and enter presses them too."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QPushButton, QToolButton, QWidget

from groundwork.gui.appearance import Appearance
from groundwork.gui.icons import icon

_CONFIRMATION = 1500
_ARROWS = frozenset({Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down})
_ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})


class PageButton(QPushButton):
    """A button with words; `role` is one of the style sheet's."""

    def __init__(self, role: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("role", role)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Scroll the page with arrows, press with enter."""
        if not _is_answered(self, event):
            super().keyPressEvent(event)


class CopyButton(QToolButton):
    """Copies what `text` returns when it is pressed, and says so for a moment."""

    def __init__(self, appearance: Appearance, text: Callable[[], str], parent: QWidget) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._text = text
        self._is_confirming = False
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.clicked.connect(self._on_clicked)
        self.restyle()

    def restyle(self) -> None:
        """Take the colours from the appearance again."""
        name = "check" if self._is_confirming else "copy"
        self.setIcon(icon(name, self._appearance.theme.muted))
        said = "Copied" if self._is_confirming else "Copy the code"
        self.setToolTip(said)
        self.setAccessibleName(said)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Scroll the page with arrows, press with enter."""
        if not _is_answered(self, event):
            super().keyPressEvent(event)

    def _on_clicked(self) -> None:
        QGuiApplication.clipboard().setText(self._text())
        self._confirm(is_confirming=True)
        QTimer.singleShot(_CONFIRMATION, self, lambda: self._confirm(is_confirming=False))

    def _confirm(self, *, is_confirming: bool) -> None:
        self._is_confirming = is_confirming
        self.restyle()


def _is_answered(button: QAbstractButton, event: QKeyEvent) -> bool:
    if event.key() in _ENTER:
        button.click()
        return True
    if event.key() in _ARROWS:
        event.ignore()
        return True
    return False
