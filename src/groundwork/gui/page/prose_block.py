"""Prose as a block of the page."""

from __future__ import annotations

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QWidget

from groundwork.gui.appearance import Appearance
from groundwork.gui.page.block_view import BlockView
from groundwork.gui.page.prose_view import BLEED, ProseView


class ProseBlock(BlockView):
    """Paragraphs, lists and tables in the full width of the column."""

    def __init__(self, html: str, appearance: Appearance, parent: QWidget) -> None:
        super().__init__(appearance, parent)
        self._text = ProseView(appearance, self)
        self._text.show_html(html)
        self._text.link_pressed.connect(self.link_activated)
        self._text.cursor_moved.connect(self.reveal_requested)
        self._text.link_focused.connect(lambda place: self._reveal(place.toAlignedRect()))

    def bleed(self, overhang: int) -> int:
        """Room for the rings and grounds at the ends of the lines."""
        del overhang
        return BLEED

    def fit(self, width: int) -> int:
        """Break the lines; returns the height of all of them."""
        height = self._text.fit(width)
        self._text.setGeometry(0, 0, width, height)
        return height

    def restyle(self) -> None:
        """Take colours and sizes from the appearance again."""
        self._text.restyle()

    def _reveal(self, place: QRect) -> None:
        self.reveal_requested.emit(place)
