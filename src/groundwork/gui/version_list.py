"""The earlier versions of an example as a list: when each was kept, and below it why."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from types import MappingProxyType

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from groundwork.gui.appearance import Appearance
from groundwork.gui.theme import CORNER
from groundwork.gui.version_words import moments_words, reason_words
from groundwork.learner.history import Version

_REASON_ROLE = Qt.ItemDataRole.UserRole
_MARGIN, _GAP, _PADDING = 14, 2, 8
_WRAPPED = Qt.TextFlag.TextWordWrap
_TALLEST = 10_000


class VersionList(QListWidget):
    """One row per version, the newest first.

    Signals:
        version_selected: a Version.
    """

    version_selected = Signal(object)

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._versions: tuple[Version, ...] = ()
        self._moments: list[str] = []
        self.setProperty("role", "framed")
        self.setAccessibleName("Earlier versions, the newest first")
        self.setItemDelegate(_RowDelegate(appearance, self))
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setMouseTracking(True)
        self.currentRowChanged.connect(self._on_current_row_changed)
        appearance.changed.connect(self.scheduleDelayedItemsLayout)

    @property
    def selected(self) -> Version | None:
        """The version that is selected; None in an empty list."""
        row = self.currentRow()
        return self._versions[row] if row >= 0 else None

    @property
    def selected_moment(self) -> str:
        """When the selected version was kept, in words; empty in an empty list."""
        row = self.currentRow()
        return self._moments[row] if row >= 0 else ""

    @property
    def moments(self) -> dict[Version, str]:
        """When each version was kept, in words; the newest first."""
        return dict(zip(self._versions, self._moments, strict=True))

    def set_versions(
        self, versions: Sequence[Version], in_short: Mapping[Version, str] = MappingProxyType({})
    ) -> None:
        """List these versions, with what came of them in short, and select the first."""
        self.clear()
        self._versions = tuple(versions)
        self._moments = moments_words(versions, datetime.now(UTC))
        for version, moment in zip(versions, self._moments, strict=True):
            words = (reason_words(version.reason), in_short.get(version, ""))
            self.addItem(_item(moment, ", ".join(filter(None, words))))
        self.setCurrentRow(0)

    def _on_current_row_changed(self, row: int) -> None:
        if row >= 0:
            self.version_selected.emit(self._versions[row])


def _item(moment: str, reason: str) -> QListWidgetItem:
    item = QListWidgetItem(moment[0].upper() + moment[1:])
    item.setData(_REASON_ROLE, reason)
    item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{item.text()}, {reason}")
    return item


class _RowDelegate(QStyledItemDelegate):
    """Paints the moment and, smaller and broken into lines where it must be, the reason."""

    def __init__(self, appearance: Appearance, view: QListWidget) -> None:
        super().__init__(view)
        self._appearance = appearance
        self._view = view

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """As wide as the view, as high as the words need."""
        del option
        width = self._view.viewport().width()
        plain, small = self._fonts()
        reason = self._reason_place(QRect(0, 0, width, _TALLEST), index, QFontMetrics(small))
        height = QFontMetrics(plain).height() + _GAP + reason.height() + 2 * _PADDING
        return QSize(width, height)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Draw one row."""
        place: QRect = option.rect
        state: QStyle.StateFlag = option.state
        plain, small = self._fonts()
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._draw_ground(painter, place, state)
        painter.setFont(plain)
        painter.setPen(QColor(self._appearance.theme.text))
        words = place.adjusted(_MARGIN, _PADDING, -_MARGIN, -_PADDING)
        painter.drawText(words, Qt.AlignmentFlag.AlignTop, index.data())
        painter.setFont(small)
        painter.setPen(QColor(self._appearance.theme.muted))
        reason = self._reason_place(place, index, QFontMetrics(small))
        painter.drawText(reason, _WRAPPED, index.data(_REASON_ROLE))
        painter.restore()

    def _draw_ground(self, painter: QPainter, place: QRect, state: QStyle.StateFlag) -> None:
        theme = self._appearance.theme
        is_selected = bool(state & QStyle.StateFlag.State_Selected)
        if not (is_selected or state & QStyle.StateFlag.State_MouseOver):
            return
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(theme.selection if is_selected else theme.sunken))
        painter.drawRoundedRect(place.adjusted(2, 1, -2, -1), CORNER, CORNER)
        if is_selected:
            painter.setBrush(QColor(theme.accent))
            bar = QRectF(place.left() + 2, place.top() + 6, 3, place.height() - 12)
            painter.drawRoundedRect(bar, 1.5, 1.5)

    def _reason_place(
        self, place: QRect, index: QModelIndex | QPersistentModelIndex, metrics: QFontMetrics
    ) -> QRect:
        """Where the reason stands in a row, below the moment."""
        top = _PADDING + QFontMetrics(self._fonts()[0]).height() + _GAP
        room = place.adjusted(_MARGIN, top, -_MARGIN, 0)
        room.setHeight(_TALLEST)
        return metrics.boundingRect(room, _WRAPPED, index.data(_REASON_ROLE))

    def _fonts(self) -> tuple[QFont, QFont]:
        sizes = self._appearance.sizes
        plain, small = QFont(), QFont()
        plain.setPixelSize(sizes.body)
        small.setPixelSize(sizes.small)
        return plain, small
