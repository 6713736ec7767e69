"""Paragraphs, lists and tables, with links that mouse and keys reach."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from groundwork.gui.appearance import Appearance
from groundwork.gui.page import prose_style
from groundwork.gui.page.inline_marks import Mark, marks, rectangles
from groundwork.gui.page.text_view import TextView
from groundwork.gui.theme import CORNER

BLEED = 4
"""Pixels on both sides of the lines, so that rings and grounds at their ends are painted whole."""

_CHIP_PADDING = 3
_RING_WIDTH = 2
_BACKWARDS = frozenset({Qt.FocusReason.BacktabFocusReason})
_PASSING = frozenset({Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason})
_BY_TABBING = frozenset({Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason})


class ProseView(TextView):
    """Safe HTML set as a page of a book.

    Tab goes from link to link and then on; the link that has the focus wears a ring, and the enter
    key follows it.

    Signals:
        link_focused: the rectangle of the link that now has the focus.
    """

    link_focused = Signal(QRectF)

    def __init__(self, appearance: Appearance, parent: QWidget) -> None:
        super().__init__(appearance, parent)
        self._html = ""
        self._links: list[Mark] = []
        self._codes: list[Mark] = []
        self._chips: list[QRectF] = []
        self._focused_link: int | None = None

    def show_html(self, html: str) -> None:
        """Show safe HTML, as `packs.model.Prose` holds it."""
        self._html = html
        self.restyle()

    def restyle(self) -> None:
        """Take font, sizes and colours from the appearance again."""
        look = self.appearance
        document = self.document()
        font = self.font()
        font.setPixelSize(look.sizes.lesson)
        document.setDefaultFont(font)
        document.setDefaultStyleSheet(
            prose_style.style_sheet(look.theme, look.sizes, look.code_family)
        )
        self.setHtml(self._html)
        prose_style.set_document(document, look.theme, look.sizes, BLEED)
        self._links, self._codes = marks(document, look.code_family)
        has_links = bool(self._links)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if has_links else Qt.FocusPolicy.ClickFocus)

    def fit(self, width: int) -> int:
        """Break the lines for this width in pixels; returns the height of all of them."""
        height = super().fit(width)
        self._chips = [
            place.adjusted(-_CHIP_PADDING, 0, _CHIP_PADDING, 0)
            for code in self._codes
            for place in rectangles(self.document(), code)
        ]
        return height

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Tabbing arrives at the first link, tabbing backwards at the last one."""
        super().focusInEvent(event)
        if self._links and event.reason() in _BY_TABBING:
            self._focus_link(len(self._links) - 1 if event.reason() in _BACKWARDS else 0)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """No link has the focus any more, unless the whole window has lost it for a while."""
        super().focusOutEvent(event)
        if event.reason() not in _PASSING:
            self._focus_link(None)

    def focusNextPrevChild(self, next: bool) -> bool:  # noqa: A002, FBT001 - Qt's signature
        """Go on to the next or previous link; beyond the last one, on to the next widget."""
        if self._links:
            current = self._focused_link
            start = -1 if next else len(self._links)
            wanted = (start if current is None else current) + (1 if next else -1)
            if 0 <= wanted < len(self._links):
                self._focus_link(wanted)
                return True
        return super().focusNextPrevChild(next)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Follow the link that has the focus."""
        is_enter = event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}
        if is_enter and self._focused_link is not None:
            self.link_pressed.emit(self._links[self._focused_link].target)
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Lay the grounds of inline code below the text and the ring around the focused link."""
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(-self.horizontalScrollBar().value(), 0)
        self._paint_chips(painter)
        painter.end()
        super().paintEvent(event)
        if self._focused_link is not None:
            self._paint_ring(self._links[self._focused_link])

    def _paint_chips(self, painter: QPainter) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(prose_style.veil(self.appearance.theme))
        for chip in self._chips:
            painter.drawRoundedRect(chip, CORNER / 2, CORNER / 2)

    def _paint_ring(self, link: Mark) -> None:
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(-self.horizontalScrollBar().value(), 0)
        painter.setPen(QPen(QColor(self.appearance.theme.accent), _RING_WIDTH))
        for place in rectangles(self.document(), link):
            painter.drawRoundedRect(place.adjusted(-2, 0, 2, 0), CORNER / 2, CORNER / 2)
        painter.end()

    def _focus_link(self, index: int | None) -> None:
        if index == self._focused_link:
            return
        self._focused_link = index
        self.viewport().update()
        if index is not None:
            self.link_focused.emit(rectangles(self.document(), self._links[index])[0])
