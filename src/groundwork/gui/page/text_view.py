"""Text that is as high as its lines: it never scrolls by itself, the page around it does."""

from __future__ import annotations

from math import ceil

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import (
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QTextCursor,
    QWheelEvent,
)
from PySide6.QtWidgets import QFrame, QTextBrowser, QWidget

from groundwork.gui.appearance import Appearance

_SELECTING_KEYS = frozenset(
    {
        Qt.Key.Key_Left,
        Qt.Key.Key_Right,
        Qt.Key.Key_Up,
        Qt.Key.Key_Down,
        Qt.Key.Key_Home,
        Qt.Key.Key_End,
    }
)


class TextView(QTextBrowser):
    """Read-only text that is selected with mouse and keys, and leaves all scrolling to the page.

    A line that is too long may scroll sideways, with the bar below or the left and right keys.

    Signals:
        link_pressed: the target of a link, as the author wrote it.
        cursor_moved: the rectangle of the text cursor, after keys have moved it.
    """

    link_pressed = Signal(str)
    cursor_moved = Signal(QRect)

    def __init__(self, appearance: Appearance, parent: QWidget) -> None:
        super().__init__(parent)
        self.appearance = appearance
        self._link_below_mouse = ""
        self.setProperty("role", "bare")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
            | Qt.TextInteractionFlag.LinksAccessibleByMouse
        )
        self.setOpenLinks(False)
        self.setUndoRedoEnabled(False)
        self.setAcceptDrops(False)  # a pack is dropped on the window, whatever lies below
        self.document().setDocumentMargin(0)
        self.anchorClicked.connect(lambda _: self.link_pressed.emit(self._link_below_mouse))

    def fit(self, width: int) -> int:
        """Break the lines for this width in pixels; returns the height of all of them."""
        document = self.document()
        document.setTextWidth(width)
        size = document.size()
        bar = self.horizontalScrollBar().sizeHint().height() if size.width() > width else 0
        return ceil(size.height()) + bar

    def begin_selecting(self) -> None:
        """Take the focus with the text cursor at the beginning."""
        self.moveCursor(QTextCursor.MoveOperation.Start)
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Select and copy; every other key is the page's."""
        if _selects(event) or event.matches(QKeySequence.StandardKey.Copy):
            super().keyPressEvent(event)
            self.cursor_moved.emit(self.cursorRect())
        elif not self._scrolls_sideways(event):
            event.ignore()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll sideways at most; up and down scrolls the page."""
        bar = self.horizontalScrollBar()
        sideways = event.angleDelta().x()
        if bar.maximum() and abs(sideways) > abs(event.angleDelta().y()):
            bar.setValue(bar.value() - sideways)
            event.accept()
        else:
            event.ignore()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Remember the link below the mouse as the author wrote it, before Qt makes a URL of it."""
        self._link_below_mouse = self.anchorAt(event.position().toPoint())
        super().mousePressEvent(event)

    def _scrolls_sideways(self, event: QKeyEvent) -> bool:
        bar = self.horizontalScrollBar()
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()), 0)
        if not steps or not bar.maximum() or event.modifiers():
            return False
        bar.setValue(bar.value() + steps * bar.singleStep())
        return True


def _selects(event: QKeyEvent) -> bool:
    has_shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
    if event.matches(QKeySequence.StandardKey.SelectAll):
        return True
    return has_shift and event.key() in _SELECTING_KEYS
