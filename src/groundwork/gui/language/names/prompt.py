"""An overlay that is worked with: it has the focus for as long as it is shown."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from groundwork.gui.language.overlay import Overlay
from groundwork.gui.language.workplace import Workplace

PAD = 8
"""Pixels between the border and what stands inside, at a text scale of 1."""

_FROM_TOP = 4


class Prompt(Overlay):
    """An overlay whose `entry` has the focus; Escape, or to go elsewhere, closes it.

    `open_on_top` shows it over the upper edge of the text, where it stays however that is scrolled.
    """

    def __init__(self, workplace: Workplace, entry: QWidget) -> None:
        super().__init__(workplace)
        self._entry = entry
        self._is_on_top = False
        workplace.view.focus_lost.disconnect(self.put_away)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._on_focus_changed)

    def put(self, surface: QRect) -> None:
        """Show it with its surface in that place of the window, and give it the focus."""
        super().put(surface)
        if not self._has_focus():
            self._entry.setFocus(Qt.FocusReason.PopupFocusReason)

    def open_on_top(self) -> None:
        """Show it over the upper edge of the text and give it the focus."""
        self._is_on_top = True
        self.dress()
        viewport, room = self._view.area.viewport(), self.room
        top = viewport.mapTo(self.window(), QPoint(0, _FROM_TOP))
        self.fit(min(viewport.width() - 2 * _FROM_TOP, room.width()), room.bottom() - top.y())
        size = self.wanted_size()
        over = (viewport.width() - size.width()) // 2
        self.put(QRect(top + QPoint(over, 0), size))

    def refit(self) -> None:
        """The text or the window has moved, or what it shows has another size."""
        if not self._is_on_top:
            super().refit()
        elif not self.isHidden():
            self.open_on_top()

    def put_away(self) -> None:
        """Show it no more; the focus goes back into the text."""
        if not self.isHidden() and self._has_focus():
            self._view.area.setFocus()
        super().put_away()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape closes it."""
        if event.key() == Qt.Key.Key_Escape:
            self.put_away()
        else:
            event.accept()  # nothing that is pressed here is for the window below

    def _has_focus(self) -> bool:
        focused = QApplication.focusWidget()
        return focused is not None and self.isAncestorOf(focused)

    def _on_focus_changed(self, before: QWidget | None, now: QWidget | None) -> None:
        del before
        if not self.isHidden() and now is not None and not self.isAncestorOf(now):
            self.put_away()


def remark(prompt: Prompt) -> QLabel:
    """A line of small words in a prompt."""
    label = QLabel(prompt)
    label.setProperty("role", "small")
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    return label
