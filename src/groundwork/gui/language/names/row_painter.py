"""Paints lines of code as rows of a list."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
)
from PySide6.QtGui import QColor, QFont, QFontMetrics, QKeyEvent, QPainter
from PySide6.QtWidgets import QApplication, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from groundwork.gui.appearance import Appearance
from groundwork.gui.icons import icon
from groundwork.gui.language.completion.kinds import kind_named
from groundwork.gui.language.names.rows import Line, Row, Rows
from groundwork.gui.style import mixed

_ROW, _LINE, _ICON, _PAD, _STEP = 26, 20, 16, 8, 16
_CORNER = 4
_TINT = 0.22


class _Ink(NamedTuple):
    """The colours of a line: its text, and the ground of what is marked in it."""

    text: str
    ground: str


class RowPainter(QStyledItemDelegate):
    """Paints a row; `digits` is how many the longest number of a line has."""

    def __init__(self, appearance: Appearance, rows: Rows) -> None:
        super().__init__(rows)
        self._appearance = appearance
        self._rows = rows
        self._code = QFont()
        self._digits = 0
        self.dress()

    def dress(self) -> None:
        """Take fonts from the appearance, and the width of numbers from the rows."""
        self._code = self._appearance.code_font()
        numbers = [row.number for row in self._rows.rows]
        self._digits = len(str(max(numbers, default=0))) if any(numbers) else 0

    def width_of(self, row: Row) -> int:
        """How many pixels the row needs to be seen whole."""
        metrics = QFontMetrics(self._code)
        longest = max(row.line.text, row.after.text if row.after else "", key=len)
        behind = f"  {row.behind}" if row.behind else ""
        return (
            self._left(row) + metrics.horizontalAdvance(longest + behind) + 3 * self._scaled(_PAD)
        )

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """Two lines take the height of two."""
        row = self._rows.rows[index.row()]
        height = self._scaled(_ROW + (_LINE if row.after else 0))
        return QSize(option.rect.width(), height)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Paint ground, number, icon and lines."""
        row, place = self._rows.rows[index.row()], QRect(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setClipRect(place)
        self._paint_ground(painter, option)
        if row.is_heading:
            self._paint_heading(painter, place, row)
        else:
            self._paint_margin(painter, place, row, index)
            self._paint_lines(painter, place, row)
        painter.restore()

    def editorEvent(
        self,
        event: QEvent,
        model: QAbstractItemModel,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> bool:
        """A click anywhere on the row, or Space, ticks it."""
        del option
        is_key = isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Space
        is_meant = event.type() == QEvent.Type.MouseButtonRelease or (
            event.type() == QEvent.Type.KeyPress and is_key
        )
        if not is_meant or not self._rows.rows[index.row()].is_optional:
            return False
        is_ticked = self._rows.is_ticked(index.row())
        state = Qt.CheckState.Unchecked if is_ticked else Qt.CheckState.Checked
        return model.setData(index, state, Qt.ItemDataRole.CheckStateRole)

    def _scaled(self, pixels: float) -> int:
        return round(pixels * self._appearance.text_scale)

    def _left(self, row: Row) -> int:
        """How far from the left edge the lines of a row begin."""
        left = self._scaled(_PAD + row.depth * _STEP)
        if self._digits:
            number = QFontMetrics(self._code).horizontalAdvance("9" * self._digits)
            left += number + self._scaled(_PAD)
        if row.kind or row.is_optional:
            left += self._scaled(_ICON + _PAD)
        return left

    def _paint_ground(self, painter: QPainter, option: QStyleOptionViewItem) -> None:
        theme, state = self._appearance.theme, option.state
        is_current = bool(state & QStyle.StateFlag.State_Selected)
        if not is_current and not state & QStyle.StateFlag.State_MouseOver:
            return
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(theme.selection if is_current else theme.current_line))
        painter.drawRoundedRect(QRect(option.rect).adjusted(4, 0, -4, 0), _CORNER, _CORNER)

    def _paint_heading(self, painter: QPainter, place: QRect, row: Row) -> None:
        font = QFont(QApplication.font())
        font.setPixelSize(self._appearance.sizes.small)
        font.setBold(True)
        painter.setFont(font)
        painter.setPen(QColor(self._appearance.theme.muted))
        room = place.adjusted(self._scaled(_PAD), 0, -self._scaled(_PAD), 0)
        text = painter.fontMetrics().elidedText(
            row.line.text, Qt.TextElideMode.ElideMiddle, room.width()
        )
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, text)

    def _paint_margin(
        self,
        painter: QPainter,
        place: QRect,
        row: Row,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """The number of the line, and the icon or the box before it."""
        theme, edge = self._appearance.theme, self._scaled(_ICON)
        painter.setFont(self._code)
        right = place.left() + self._left(row) - self._scaled(_PAD)
        if row.kind or row.is_optional:
            top = place.top() + (self._scaled(_ROW) - edge) // 2
            square = QRect(right - edge, top, edge, edge)
            right = square.left() - self._scaled(_PAD)
            if row.kind:
                kind = kind_named(row.kind)
                icon(kind.icon, kind.tint(theme)).paint(painter, square)
            else:
                self._paint_box(painter, square, is_ticked=self._rows.is_ticked(index.row()))
        if row.number:
            painter.setPen(QColor(theme.muted))
            room = QRect(place.left(), place.top(), right - place.left(), self._scaled(_ROW))
            flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
            painter.drawText(room, flags, str(row.number))

    def _paint_box(self, painter: QPainter, square: QRect, *, is_ticked: bool) -> None:
        theme = self._appearance.theme
        painter.setPen(QColor(theme.accent if is_ticked else theme.line))
        painter.setBrush(QColor(theme.surface))
        painter.drawRoundedRect(square.toRectF().adjusted(0.5, 0.5, -0.5, -0.5), 3, 3)
        if is_ticked:
            icon("check", theme.accent).paint(painter, square)

    def _paint_lines(self, painter: QPainter, place: QRect, row: Row) -> None:
        theme = self._appearance.theme
        left = place.left() + self._left(row)
        right = place.right() - self._scaled(_PAD)
        room = QRect(left, place.top(), right - left, self._scaled(_ROW))
        if row.behind:
            room.setRight(self._paint_behind(painter, room, row))
        if row.after is None:
            ground = mixed(theme.selection, theme.accent, _TINT)
            self._paint_line(painter, room, row.line, _Ink(theme.text, ground))
            return
        before = _Ink(theme.muted, mixed(theme.surface, theme.bad, _TINT))
        self._paint_line(painter, room, row.line, before)
        after = _Ink(theme.text, mixed(theme.surface, theme.good, _TINT))
        self._paint_line(painter, room.translated(0, self._scaled(_LINE)), row.after, after)

    def _paint_behind(self, painter: QPainter, room: QRect, row: Row) -> int:
        """Write what stands at the right edge; the answer is where that begins."""
        painter.setFont(self._code)
        painter.setPen(QColor(self._appearance.theme.muted))
        metrics = painter.fontMetrics()
        text = metrics.elidedText(row.behind, Qt.TextElideMode.ElideMiddle, room.width() // 2)
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
        painter.drawText(room, flags, text)
        return room.right() - metrics.horizontalAdvance(text) - self._scaled(_PAD)

    def _paint_line(self, painter: QPainter, room: QRect, line: Line, ink: _Ink) -> None:
        painter.save()
        painter.setFont(self._code)
        elided = painter.fontMetrics().elidedText(
            line.text, Qt.TextElideMode.ElideRight, room.width()
        )
        x, flags = room.left(), Qt.AlignmentFlag.AlignVCenter
        for text, is_marked in _pieces(line.cut(elided)):
            width = painter.fontMetrics().horizontalAdvance(text)
            piece = QRect(x, room.top(), width, room.height())
            if is_marked:
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(QColor(ink.ground))
                painter.drawRoundedRect(piece.adjusted(-1, 3, 1, -3), 3, 3)
            painter.setPen(QColor(self._appearance.theme.text if is_marked else ink.text))
            painter.drawText(piece, flags, text)
            x += width
        painter.restore()


def _pieces(line: Line) -> Iterator[tuple[str, bool]]:
    """The parts of a line in their order, and whether each is marked."""
    end = 0
    for start, stop in line.marks:
        if start > end:
            yield line.text[end:start], False
        yield line.text[start:stop], True
        end = stop
    if end < len(line.text):
        yield line.text[end:], False
