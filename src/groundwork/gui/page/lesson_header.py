"""The head of the page: the lesson's title, its promise, how long it takes, and what is off."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QLabel, QWidget

from groundwork.gui.appearance import Appearance
from groundwork.gui.page.block_view import BlockView
from groundwork.gui.page.heading_view import wrapped_label
from groundwork.gui.page.rows import Head

_GAP = 8
_LINE_HEIGHT = 128
"""Per cent of the font's own, which makes one and a half times its size."""


class LessonHeader(BlockView):
    """Up to four texts below one another; the empty ones are left out."""

    def __init__(self, head: Head, appearance: Appearance, parent: QWidget) -> None:
        super().__init__(appearance, parent)
        self._title = self._line(head.title, "display")
        self._summary = self._line(head.summary, "muted")
        if head.summary:
            spaced = f'<p style="line-height: {_LINE_HEIGHT}%">{escape(head.summary)}</p>'
            self._summary.setTextFormat(Qt.TextFormat.RichText)
            self._summary.setText(spaced)
            self._summary.setAccessibleName(head.summary)
        self._minutes = self._line(f"about {head.minutes} min" if head.minutes else "", "small")
        self._note = self._line(head.note, "small")
        self._title.setAccessibleDescription("Heading of level 1")
        self.restyle()

    def fit(self, width: int) -> int:
        """Place the lines that have text; returns the height of all of them."""
        top = 0
        for label in (self._title, self._summary, self._minutes, self._note):
            if label.text():
                height = label.heightForWidth(width)
                label.setGeometry(0, top, width, height)
                top += height + _GAP
        return max(0, top - _GAP)

    def restyle(self) -> None:
        """Take the size of the summary from the appearance again."""
        font = QFont(self._summary.font())
        font.setPixelSize(self.appearance.sizes.lesson)
        self._summary.setFont(font)

    def _line(self, text: str, role: str) -> QLabel:
        label = wrapped_label(self)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setText(text)
        label.setProperty("role", role)
        label.setVisible(bool(text))
        return label
