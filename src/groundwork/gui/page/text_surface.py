"""Text that is as high as its lines: it never scrolls by itself, the page around it does."""

from __future__ import annotations

from functools import cache
from math import ceil

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QColor,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QWheelEvent,
)
from PySide6.QtWidgets import QLabel, QScrollBar, QWidget

from groundwork.gui.appearance import Appearance
from groundwork.gui.theme import Theme

_STEP = 24
_BAR_GAP = 4
_ROUNDING = 3
"""Pixels by which Qt may make a table wider than it was told to: one for each column or so."""

_SIDEWAYS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}


class TextSurface(QLabel):
    """Lays out a document and paints it; a line that is too long scrolls sideways.

    It is a label without a text of its own, because screen readers know what a label is. A text
    browser would be seven widgets, and a lesson has dozens of texts.
    """

    def __init__(self, appearance: Appearance, parent: QWidget) -> None:
        super().__init__(parent)
        self.appearance = appearance
        self.document = QTextDocument(self)
        self.document.setUndoRedoEnabled(False)
        self.document.setDocumentMargin(0)
        self._bar: QScrollBar | None = None

    @property
    def is_wide(self) -> bool:
        """Whether there is a bar to scroll sideways with, at the width that was fitted last."""
        return self._bar is not None and self._bar.maximum() > 0

    @property
    def offset(self) -> int:
        """How many pixels the text is scrolled to the left."""
        return self._bar.value() if self._bar is not None else 0

    def fit(self, width: int) -> int:
        """Break the lines for this width in pixels; returns the height of all of them."""
        self.document.setTextWidth(width)
        size = self.document.size()
        height, excess = ceil(size.height()), ceil(size.width()) - width
        if excess <= _ROUNDING:
            excess = 0
        if not excess and self._bar is None:
            return height
        bar = self._bar or self._new_bar()
        bar.setRange(0, excess)
        bar.setPageStep(width)
        bar.setVisible(excess > 0)
        if not excess:
            return height
        bar_height = bar.sizeHint().height()
        bar.setGeometry(0, height + _BAR_GAP, width, bar_height)
        return height + _BAR_GAP + bar_height

    def selected(self) -> QTextCursor | None:
        """What is to be painted as selected."""
        return None

    def paint_below(self, painter: QPainter) -> None:
        """Paint what lies below the text, in the coordinates of the document."""

    def paint_above(self, painter: QPainter) -> None:
        """Paint what lies above the text, in the coordinates of the document."""

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the text, and what lies below and above it."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(-self.offset, 0)
        self.paint_below(painter)
        context = QAbstractTextDocumentLayout.PaintContext()
        context.palette = _palette(self.appearance.theme)
        context.clip = QRectF(event.rect()).translated(self.offset, 0)
        cursor = self.selected()
        if cursor is not None:
            context.selections = [_selection(cursor, self.appearance.theme)]
        self.document.documentLayout().draw(painter, context)
        self.paint_above(painter)
        painter.end()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll sideways at most; up and down scrolls the page."""
        turned = event.angleDelta()
        if self.is_wide and abs(turned.x()) > abs(turned.y()):
            self.scroll_by(-turned.x())
            event.accept()
        else:
            event.ignore()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Scroll sideways; every other key is the page's."""
        steps = _SIDEWAYS.get(Qt.Key(event.key()), 0)
        if steps and self.is_wide and not event.modifiers():
            self.scroll_by(steps * _STEP)
        else:
            event.ignore()

    def scroll_by(self, pixels: int) -> None:
        """Scroll to the right, or to the left by a negative number."""
        if self._bar is not None:
            self._bar.setValue(self._bar.value() + pixels)

    def reveal_sideways(self, place: QRect) -> None:
        """Scroll as little as shows a place of the document."""
        self.scroll_by(min(0, place.left() - _STEP - self.offset))
        self.scroll_by(max(0, place.right() + _STEP - self.width() - self.offset))

    def _new_bar(self) -> QScrollBar:
        bar = self._bar = QScrollBar(Qt.Orientation.Horizontal, self)
        bar.setCursor(Qt.CursorShape.ArrowCursor)
        bar.setSingleStep(_STEP)
        bar.valueChanged.connect(self.update)
        return bar


@cache
def _palette(theme: Theme) -> QPalette:
    palette = QPalette()
    palette.setColor(QPalette.ColorRole.Text, QColor(theme.text))
    return palette


def _selection(cursor: QTextCursor, theme: Theme) -> QAbstractTextDocumentLayout.Selection:
    selection = QAbstractTextDocumentLayout.Selection()
    form = QTextCharFormat()
    form.setBackground(QColor(theme.selection))
    selection.format = form
    selection.cursor = cursor
    return selection
