"""Code or text to read: quieter than an example, with nothing to press but copy."""

from __future__ import annotations

from PySide6.QtCore import QRect
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QWidget

from groundwork.gui.appearance import Appearance
from groundwork.gui.page.block_view import Panel
from groundwork.gui.page.buttons import CopyButton
from groundwork.gui.page.code_view import CodeView
from groundwork.gui.page.panel import Ground, paint_ground
from groundwork.packs.model import Listing

_PADDING = 12
_SIDE = 16
_GAP = 8


class ListingPanel(Panel):
    """One listing in a hollow of the page."""

    def __init__(self, listing: Listing, appearance: Appearance, parent: QWidget) -> None:
        super().__init__(appearance, parent)
        self._code = CodeView(appearance, _SIDE, self)
        self._code.show_code(listing.text, listing.language)
        self._code.cursor_moved.connect(self._on_code_cursor_moved)
        self.setAccessibleName("Listing")
        self._copy = CopyButton(appearance, lambda: self._code.code, self)

    def fit(self, width: int) -> int:
        """Place the text beside the button; returns the height of both."""
        button = self._copy.sizeHint()
        room = width - button.width() - _GAP
        code_height = self._code.fit(room)
        height = max(code_height + 2 * _PADDING, button.height() + 2 * _GAP)
        self._code.setGeometry(0, (height - code_height) // 2, room, code_height)
        left = width - button.width() - _GAP
        self._copy.setGeometry(left, _GAP, button.width(), button.height())
        return height

    def restyle(self) -> None:
        """Take colours and sizes from the appearance again."""
        self._code.restyle()
        self._copy.restyle()
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the hollow."""
        del event
        paint_ground(self, Ground(self.appearance.theme.sunken))

    def _on_code_cursor_moved(self, place: QRect) -> None:
        self.reveal_requested.emit(place.translated(self._code.pos()))
