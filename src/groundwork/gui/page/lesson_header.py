"""The head of the page: the lesson's title, its promise, and how long it takes."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QLabel, QWidget

from groundwork.gui.appearance import Appearance
from groundwork.gui.page.block_view import BlockView
from groundwork.gui.page.heading_view import wrapped_label

_GAP = 8
_LINE_HEIGHT = 128
"""Per cent of the font's own, which makes one and a half times its size."""


class LessonHeader(BlockView):
    """Up to three lines of text below one another; the empty ones are left out."""

    def __init__(
        self, title: str, summary: str, minutes: int, appearance: Appearance, parent: QWidget
    ) -> None:
        super().__init__(appearance, parent)
        self._title = self._line(title, "display")
        self._summary = self._line(summary, "muted")
        if summary:
            spaced = f'<p style="line-height: {_LINE_HEIGHT}%">{escape(summary)}</p>'
            self._summary.setTextFormat(Qt.TextFormat.RichText)
            self._summary.setText(spaced)
            self._summary.setAccessibleName(summary)
        self._minutes = self._line(f"about {minutes} min" if minutes else "", "small")
        self._title.setAccessibleDescription("Heading of level 1")
        self.restyle()

    def fit(self, width: int) -> int:
        """Place the lines that have text; returns the height of all of them."""
        top = 0
        for label in (self._title, self._summary, self._minutes):
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
