"""What of a text is selected, and how mouse and keys change it."""

from __future__ import annotations

from time import monotonic

from PySide6.QtCore import QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QTextCursor, QTextDocument

from groundwork.gui.page.inline_marks import left_of

_NEAR = 4
_KEEP = QTextCursor.MoveMode.KeepAnchor
_STANDARD_MOVES = {
    QKeySequence.StandardKey.SelectPreviousChar: QTextCursor.MoveOperation.Left,
    QKeySequence.StandardKey.SelectNextChar: QTextCursor.MoveOperation.Right,
    QKeySequence.StandardKey.SelectPreviousWord: QTextCursor.MoveOperation.WordLeft,
    QKeySequence.StandardKey.SelectNextWord: QTextCursor.MoveOperation.WordRight,
    QKeySequence.StandardKey.SelectPreviousLine: QTextCursor.MoveOperation.Up,
    QKeySequence.StandardKey.SelectNextLine: QTextCursor.MoveOperation.Down,
    QKeySequence.StandardKey.SelectStartOfLine: QTextCursor.MoveOperation.StartOfLine,
    QKeySequence.StandardKey.SelectEndOfLine: QTextCursor.MoveOperation.EndOfLine,
    QKeySequence.StandardKey.SelectStartOfDocument: QTextCursor.MoveOperation.Start,
    QKeySequence.StandardKey.SelectEndOfDocument: QTextCursor.MoveOperation.End,
}


class TextSelection:
    """The selected part of one laid-out document."""

    def __init__(self, document: QTextDocument) -> None:
        self._document = document
        self._cursor = QTextCursor(document)
        self._paragraph_until = 0.0
        self._paragraph_point = QPoint()

    @property
    def cursor(self) -> QTextCursor:
        """What is selected, or where selecting would begin."""
        return self._cursor

    @property
    def text(self) -> str:
        """The selected text with ordinary line ends and spaces."""
        return self._cursor.selection().toPlainText()

    def begin(self, point: QPoint, *, extends: bool) -> None:
        """Take a press of the mouse: anew from here, on to here, or the paragraph at the third."""
        if monotonic() < self._paragraph_until and self._is_near(point):
            self._cursor.select(QTextCursor.SelectionType.BlockUnderCursor)
        else:
            self.extend(point, keeps_start=extends)

    def extend(self, point: QPoint, *, keeps_start: bool = True) -> None:
        """Select as far as the point, or only go there."""
        mode = _KEEP if keeps_start else QTextCursor.MoveMode.MoveAnchor
        position = self._document.documentLayout().hitTest(
            QPointF(point), Qt.HitTestAccuracy.FuzzyHit
        )
        self._cursor.setPosition(max(0, position), mode)

    def select_word(self, point: QPoint) -> None:
        """Take a double click; a press that follows soon selects the paragraph."""
        self.extend(point, keeps_start=False)
        self._cursor.select(QTextCursor.SelectionType.WordUnderCursor)
        interval = QGuiApplication.styleHints().mouseDoubleClickInterval()
        self._paragraph_until = monotonic() + interval / 1000
        self._paragraph_point = point

    def select_all(self) -> None:
        """Select everything."""
        self._cursor.select(QTextCursor.SelectionType.Document)

    def go_to_start(self) -> None:
        """Select nothing, and go to the beginning."""
        self._cursor.setPosition(0)

    def clear(self) -> None:
        """Select nothing."""
        self._cursor.clearSelection()

    def answer(self, event: QKeyEvent) -> bool:
        """Take a key; false where it selects nothing."""
        if event.matches(QKeySequence.StandardKey.SelectAll):
            self.select_all()
            return True
        for key, move in _STANDARD_MOVES.items():
            if event.matches(key):
                self._cursor.movePosition(move, _KEEP)
                return True
        return False

    def cursor_rectangle(self) -> QRectF:
        """Where the moving end of the selection stands in the document."""
        block = self._cursor.block()
        origin = self._document.documentLayout().blockBoundingRect(block).topLeft()
        place = self._cursor.position() - block.position()
        line = block.layout().lineForTextPosition(place)
        if not line.isValid():
            return QRectF(origin.x(), origin.y(), 1, 1)
        left = left_of(line, place)
        return QRectF(left, line.y(), 1, line.height()).translated(origin)

    def _is_near(self, point: QPoint) -> bool:
        return (point - self._paragraph_point).manhattanLength() <= _NEAR
