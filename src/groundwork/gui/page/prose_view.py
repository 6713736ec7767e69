"""Paragraphs, lists and tables, with links that mouse and keys reach."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QColor,
    QFocusEvent,
    QFontMetricsF,
    QKeyEvent,
    QPainter,
    QPen,
)
from PySide6.QtWidgets import QWidget

from groundwork.gui.appearance import Appearance
from groundwork.gui.page import prose_style
from groundwork.gui.page.inline_marks import Item, Mark, Marks, find_marks, item_base, rectangles
from groundwork.gui.page.text_view import BY_TABBING, PASSING, RING, TextView
from groundwork.gui.theme import CORNER

BLEED = 4
"""Pixels on both sides of the lines, so that rings and grounds at their ends are painted whole."""

_CHIP_PADDING = 3

# The signs of lists, in sizes of the font.
_NUMBER_GAP = 0.45
_BULLET_GAP = 0.9
_BULLET = 0.15
_BULLET_RISE = 0.32


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
        self._marks = Marks()
        self._chips: list[QRectF] = []
        self._focused_link: int | None = None

    @property
    def focused_words(self) -> str:
        """The words of the link that has the focus; empty where none has it."""
        if self._focused_link is None:
            return ""
        link = self._links[self._focused_link]
        return "".join(self.document.characterAt(at) for at in range(link.start, link.end))

    @property
    def _links(self) -> list[Mark]:
        return self._marks.links

    def show_html(self, html: str) -> None:
        """Show safe HTML, as `packs.model.Prose` holds it."""
        self._html = html
        self.restyle()
        self.setAccessibleName(self.document.toPlainText().strip())

    def restyle(self) -> None:
        """Take font, sizes and colours from the appearance again."""
        look = self.appearance
        document = self.document
        font = self.font()
        font.setPixelSize(look.sizes.lesson)
        document.setDefaultFont(font)
        document.setDefaultStyleSheet(
            prose_style.style_sheet(look.theme, look.sizes, look.code_family)
        )
        prose_style.read_html(document, self._html, look.theme, look.sizes, BLEED)
        self._marks = find_marks(document, look.code_family)
        prose_style.take_over(document, self._marks)
        self.has_links = bool(self._marks.links)

    def fit(self, width: int) -> int:
        """Break the lines for this width in pixels; returns the height of all of them."""
        height = self._fit_table(width) if "<table" in self._html else super().fit(width)
        self._chips = [
            place.adjusted(-_CHIP_PADDING, 0, _CHIP_PADDING, 0)
            for code in self._marks.codes
            for place in rectangles(self.document, code)
        ]
        return height

    def _fit_table(self, width: int) -> int:
        """Draw the columns of a table together before it has to be scrolled."""
        prose_style.pad_cells(self.document, prose_style.CELL_PADDING)
        height = super().fit(width)
        if self.is_wide:
            prose_style.pad_cells(self.document, prose_style.LEAST_CELL_PADDING)
            height = super().fit(width)
        return height

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Tabbing arrives at the first link, tabbing backwards at the last one."""
        super().focusInEvent(event)
        if self._links and event.reason() in BY_TABBING:
            is_backwards = event.reason() == Qt.FocusReason.BacktabFocusReason
            self._focus_link(len(self._links) - 1 if is_backwards else 0)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """No link has the focus any more, unless it only goes away for a while."""
        super().focusOutEvent(event)
        if event.reason() not in PASSING:
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

    def paint_below(self, painter: QPainter) -> None:
        """Paint the grounds of inline code and the signs of lists."""
        self._paint_chips(painter)
        for item in self._marks.items:
            self._paint_sign(painter, item)

    def paint_above(self, painter: QPainter) -> None:
        """Paint the ring around the link that has the focus."""
        if self._focused_link is not None:
            painter.setPen(QPen(QColor(self.appearance.theme.accent), RING))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            for place in rectangles(self.document, self._links[self._focused_link]):
                painter.drawRoundedRect(place.adjusted(-2, 0, 2, 0), CORNER / 2, CORNER / 2)

    def _paint_chips(self, painter: QPainter) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(prose_style.veil(self.appearance.theme))
        for chip in self._chips:
            painter.drawRoundedRect(chip, CORNER / 2, CORNER / 2)

    def _paint_sign(self, painter: QPainter, item: Item) -> None:
        """Paint the bullet or the number before the item of a list."""
        base = item_base(self.document, item)
        size = self.appearance.sizes.lesson
        colour = QColor(self.appearance.theme.text)
        if item.number:
            font = self.document.defaultFont()
            width = QFontMetricsF(font).horizontalAdvance(item.number)
            painter.setFont(font)
            painter.setPen(colour)
            painter.drawText(base - QPointF(width + size * _NUMBER_GAP, 0), item.number)
        else:
            painter.setPen(QPen(colour, 1) if item.is_nested else Qt.PenStyle.NoPen)
            painter.setBrush(Qt.BrushStyle.NoBrush if item.is_nested else colour)
            middle = base - QPointF(size * _BULLET_GAP, size * _BULLET_RISE)
            painter.drawEllipse(middle, size * _BULLET, size * _BULLET)

    def _focus_link(self, index: int | None) -> None:
        if index == self._focused_link:
            return
        self._focused_link = index
        self.update()
        if index is not None:
            self.link_focused.emit(rectangles(self.document, self._links[index])[0])
            if QAccessible.isActive():
                spoken = QAccessibleAnnouncementEvent(self, f"{self.focused_words}, link")
                QAccessible.updateAccessibility(spoken)
