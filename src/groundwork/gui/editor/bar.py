"""A bar below the text of the editor: the frame of those for finding and for going to a line."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QFrame, QLineEdit, QSizePolicy, QToolButton, QWidget

from groundwork.gui.appearance import Appearance
from groundwork.gui.editor.described import describe
from groundwork.gui.icons import icon
from groundwork.gui.style import icon_size

_ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})


class Bar(QFrame):
    """Closes with Escape or its button.

    Signals:
        closed: it has been put away; the editor takes the focus.
    """

    closed = Signal()

    def __init__(self, appearance: Appearance, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("editorBar")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._appearance = appearance
        self._icons: dict[QToolButton, str] = {}
        appearance.changed.connect(self.dress)
        self.hide()

    def put_away(self) -> None:
        """Hide the bar and say so."""
        if not self.isHidden():
            self.hide()
            self.closed.emit()

    def icon_button(self, name: str, description: str, act: Callable[[], None]) -> QToolButton:
        """A button with the icon of that name, which is tinted with the theme."""
        button = QToolButton()
        describe(button, description)
        button.clicked.connect(act)
        self._icons[button] = name
        return button

    def dress(self) -> None:
        """Take colours and sizes from the appearance."""
        theme, edge = self._appearance.theme, icon_size(self._appearance.sizes)
        for button, name in self._icons.items():
            button.setIcon(icon(name, theme.muted))
            button.setIconSize(QSize(edge, edge))
        self.setStyleSheet(
            f"#editorBar {{ background: {theme.canvas}; border: 0;"
            f" border-top: 1px solid {theme.hairline}; }}"
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape closes the bar, and Enter presses the button that has the focus."""
        focused = self.focusWidget()
        if event.key() == Qt.Key.Key_Escape:
            self.put_away()
        elif event.key() in _ENTER and isinstance(focused, QAbstractButton):
            focused.click()
        else:
            super().keyPressEvent(event)


class Field(QLineEdit):
    """A field of a bar.

    Signals:
        forward_requested: Enter was pressed.
        backward_requested: Enter was pressed with Shift.
    """

    forward_requested = Signal()
    backward_requested = Signal()

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setPlaceholderText(name)
        self.setAccessibleName(name)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes on, Shift+Enter goes back."""
        if event.key() not in _ENTER:
            super().keyPressEvent(event)
        elif event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self.backward_requested.emit()
        else:
            self.forward_requested.emit()
