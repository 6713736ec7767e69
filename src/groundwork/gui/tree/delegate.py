"""How a row of the lesson tree is painted."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from groundwork.gui.appearance import Appearance
from groundwork.gui.icons import icon
from groundwork.gui.state_marks import state_mark
from groundwork.gui.theme import CORNER, Theme
from groundwork.gui.tree.model import LessonModel, Row
from groundwork.gui.tree.outline import matched_spans

_LEAST_TITLE_SHARE = 0.6
"""A note that would leave less of the row to the title is not drawn."""

_State = QStyle.StateFlag


class _Measures(NamedTuple):
    """The distances of a row in pixels, and its fonts, at one text scale."""

    height: int
    margin: int
    step: int
    mark: int
    gap: int
    plain: QFont
    strong: QFont
    small: QFont


class RowDelegate(QStyledItemDelegate):
    """Paints the whole width of a row: ground, mark, title with its matches, note."""

    def __init__(self, appearance: Appearance, model: LessonModel) -> None:
        super().__init__(model)
        self._appearance = appearance
        self._model = model
        self._words: Sequence[str] = ()
        self._theme: Theme = appearance.theme
        self._measures = _measures(appearance)
        appearance.changed.connect(self._on_appearance_changed)

    def highlight(self, words: Sequence[str]) -> None:
        """Mark these folded words in every title from now on."""
        self._words = words

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """The height of every row; the width is the view's."""
        del option, index
        return QSize(0, self._measures.height)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Draw one row."""
        row = self._model.row(index)
        place: QRect = option.rect
        state: QStyle.StateFlag = option.state
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        is_pointed_at = state & _State.State_MouseOver or (
            self._words and state & _State.State_Selected
        )
        self._draw_ground(painter, place, row, is_pointed_at=bool(is_pointed_at))
        if state & _State.State_HasFocus:
            self._draw_ring(painter, place)
        left = self._draw_mark(painter, place, row, is_open=bool(state & _State.State_Open))
        right = self._draw_right_side(painter, place, row, left)
        room = QRect(left, place.top(), right - left, place.height())
        self._draw_title(painter, room, row)
        painter.restore()

    def _draw_ground(
        self, painter: QPainter, place: QRect, row: Row, *, is_pointed_at: bool
    ) -> None:
        painter.fillRect(place, QColor(self._theme.canvas))
        if not (row.is_opened or is_pointed_at):
            return
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self._theme.selection if row.is_opened else self._theme.hairline))
        painter.drawRoundedRect(place.adjusted(4, 1, -4, -1), CORNER, CORNER)
        if row.is_opened:
            painter.setBrush(QColor(self._theme.accent))
            painter.drawRoundedRect(QRectF(4, place.top() + 5, 3, place.height() - 10), 1.5, 1.5)

    def _draw_ring(self, painter: QPainter, place: QRect) -> None:
        painter.setPen(QPen(QColor(self._theme.accent), 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(QRectF(place.adjusted(5, 2, -5, -2)), CORNER, CORNER)

    def _draw_mark(self, painter: QPainter, place: QRect, row: Row, *, is_open: bool) -> int:
        """Draw the chevron or the state; where the title begins."""
        if row.state is None:
            name, colour = "chevron-down" if is_open else "chevron-right", "muted"
        else:
            name, colour = state_mark(row.state)
        measures = self._measures
        left = measures.margin + row.level * measures.step
        self._draw_icon(painter, place, left, name, colour)
        return left + measures.mark + measures.gap

    def _draw_right_side(self, painter: QPainter, place: QRect, row: Row, left: int) -> int:
        """Draw the note or the mark of a change; where the title must end."""
        measures = self._measures
        right = place.right() - measures.margin
        if row.is_changed:
            self._draw_icon(painter, place, right - measures.mark, "changed", "muted")
            return right - measures.mark - measures.gap
        width = QFontMetrics(measures.small).horizontalAdvance(row.note)
        if not row.note or right - width - left < (right - left) * _LEAST_TITLE_SHARE:
            return right
        painter.setFont(measures.small)
        painter.setPen(QColor(self._theme.good if row.is_complete else self._theme.muted))
        note = QRect(right - width, place.top(), width, place.height())
        painter.drawText(note, Qt.AlignmentFlag.AlignVCenter, row.note)
        return right - width - measures.gap

    def _draw_icon(
        self, painter: QPainter, place: QRect, left: int, name: str, colour: str
    ) -> None:
        edge = self._measures.mark
        square = QRect(left, place.top() + (place.height() - edge) // 2, edge, edge)
        icon(name, getattr(self._theme, colour)).paint(painter, square)

    def _draw_title(self, painter: QPainter, room: QRect, row: Row) -> None:
        font = self._measures.strong if row.level == 0 else self._measures.plain
        metrics = QFontMetrics(font)
        title = metrics.elidedText(row.title, Qt.TextElideMode.ElideRight, room.width())
        self._draw_matches(painter, room, title, metrics)
        painter.setFont(font)
        painter.setPen(QColor(self._theme.text))
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, title)

    def _draw_matches(
        self, painter: QPainter, room: QRect, title: str, metrics: QFontMetrics
    ) -> None:
        foot = room.center().y() + metrics.height() // 2
        for start, end in matched_spans(title, self._words):
            left = room.left() + metrics.horizontalAdvance(title[:start])
            right = room.left() + metrics.horizontalAdvance(title[:end])
            band = QRect(left, foot - metrics.height(), right - left, metrics.height())
            painter.fillRect(band, QColor(self._theme.selection))
            painter.fillRect(QRect(left, foot, right - left, 2), QColor(self._theme.accent))

    def _on_appearance_changed(self) -> None:
        self._theme = self._appearance.theme
        self._measures = _measures(self._appearance)


def _measures(appearance: Appearance) -> _Measures:
    scale = appearance.text_scale
    sizes = appearance.sizes
    plain, strong, small = QFont(), QFont(), QFont()
    plain.setPixelSize(sizes.body)
    strong.setPixelSize(sizes.body)
    strong.setWeight(QFont.Weight.DemiBold)
    small.setPixelSize(sizes.small)
    return _Measures(
        height=max(28, round(QFontMetrics(plain).height() + 12 * min(scale, 1.25))),
        margin=round(10 * min(scale, 1.25)),
        step=round(12 * min(scale, 1.25)),
        mark=round(16 * scale),
        gap=round(6 * min(scale, 1.25)),
        plain=plain,
        strong=strong,
        small=small,
    )
