"""The list of what may be meant: painted rows, one of them selected."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetrics,
    QMouseEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget

from groundwork.gui.appearance import Appearance
from groundwork.gui.icons import icon
from groundwork.gui.language.completion.choices import Choice
from groundwork.gui.language.completion.kinds import kind_named
from groundwork.gui.theme import Theme

MOST_ROWS = 10

_ICON = 16
_PAD = 8
_ROW = 26
_CORNER = 4
_LETTERS = (12, 34)
"""How many letters of a name have room at least, and at most."""


class Rows(QAbstractScrollArea):
    """Rows of which one is selected. Only those in sight are painted, so there may be any number.

    `is_tentative` lets the selected row be outlined and not filled.

    Signals:
        selected: another row is selected; its index.
        chosen: a row was clicked; its index.
    """

    selected = Signal(int)
    chosen = Signal(int)

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._choices: Sequence[Choice] = ()
        self._current = 0
        self._pointed = -1
        self._most_letters = _LETTERS[0]
        self._plain, self._bold = QFont(), QFont()
        self.is_tentative = False
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setProperty("role", "bare")
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName("Completions")
        self.viewport().setMouseTracking(True)
        self.verticalScrollBar().valueChanged.connect(self._on_scrolled)

    def dress(self) -> None:
        """Take fonts and colours from the appearance."""
        self._plain = self._appearance.code_font()
        self._bold = QFont(self._plain)
        self._bold.setBold(True)

    @property
    def choices(self) -> Sequence[Choice]:
        """What is listed."""
        return self._choices

    @property
    def current(self) -> int:
        """The index of the selected row."""
        return self._current

    @property
    def row_height(self) -> int:
        """The height of each row in pixels."""
        return self._scaled(_ROW)

    def make_room_for(self, names: Sequence[str]) -> None:
        """Be wide enough for the longest of the names, within reason."""
        least, most = _LETTERS
        self._most_letters = min(most, max([least, *map(len, names)]))

    def fit(self, widest: int, highest: int) -> None:
        """Take the size that the rows need, at most this wide, and whole rows at most this high."""
        count = max(1, min(len(self._choices), MOST_ROWS, highest // self.row_height))
        is_longer = count < len(self._choices)
        bars = Qt.ScrollBarPolicy
        self.setVerticalScrollBarPolicy(
            bars.ScrollBarAlwaysOn if is_longer else bars.ScrollBarAlwaysOff
        )
        letters = 2 + QFontMetrics(self._bold).horizontalAdvance("m" * self._most_letters)
        bar = self.verticalScrollBar().sizeHint().width()
        width = self.text_left + letters + self._scaled(_PAD) + max(bar, self._scaled(_PAD))
        self.setFixedSize(QSize(min(width, widest), count * self.row_height))
        self._set_range()
        self._bring_into_sight()

    def show_choices(self, choices: Sequence[Choice], *, is_tentative: bool = False) -> None:
        """List these with the first selected, tentatively or not; to be followed by `fit`."""
        self._choices, self._pointed = choices, -1
        self._current, self.is_tentative = 0, is_tentative
        self.viewport().update()

    def select(self, index: int) -> None:
        """Select that row and bring it into sight."""
        self.is_tentative = False
        self.viewport().update()
        if index != self._current:
            self._current = index
            self._bring_into_sight()
            self.selected.emit(index)

    def step(self, count: int) -> None:
        """Select so many rows further down, or up; from the end it goes on at the other end."""
        self.select((self._current + count) % len(self._choices))

    def page(self, direction: int) -> None:
        """Select a row a page further down with 1, up with -1; no further than the end."""
        index = self._current + direction * max(1, self._rows_in_sight - 1)
        self.select(max(0, min(index, len(self._choices) - 1)))

    @property
    def _rows_in_sight(self) -> int:
        return max(1, self.height() // self.row_height)

    @property
    def text_left(self) -> int:
        """How far from the left edge the names stand, in pixels."""
        return self._scaled(_PAD + _ICON + _PAD)

    def _scaled(self, pixels: int) -> int:
        return round(pixels * self._appearance.text_scale)

    def _set_range(self) -> None:
        bar = self.verticalScrollBar()
        bar.setPageStep(self._rows_in_sight)
        bar.setRange(0, max(0, len(self._choices) - self._rows_in_sight))

    def _bring_into_sight(self) -> None:
        bar = self.verticalScrollBar()
        if self._current < bar.value():
            bar.setValue(self._current)
        elif self._current >= bar.value() + self._rows_in_sight:
            bar.setValue(self._current - self._rows_in_sight + 1)

    def viewportEvent(self, event: QEvent) -> bool:
        """No row is pointed at once the pointer has left."""
        if event.type() == QEvent.Type.Leave:
            self._point_at(-1)
        return super().viewportEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show which row is pointed at."""
        self._point_at(self._index_at(event.position().toPoint()))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click chooses a row."""
        index = self._index_at(event.position().toPoint())
        if event.button() == Qt.MouseButton.LeftButton and index >= 0:
            self.select(index)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """It is chosen where the button is let go on the row that it was pressed on."""
        index = self._index_at(event.position().toPoint())
        if event.button() == Qt.MouseButton.LeftButton and index == self._current:
            self.chosen.emit(index)

    def _index_at(self, point: QPoint) -> int:
        """The row at a place; -1 where there is none."""
        index = self.verticalScrollBar().value() + point.y() // self.row_height
        return index if 0 <= index < len(self._choices) else -1

    def _on_scrolled(self) -> None:
        self._pointed = -1
        self.viewport().update()

    def _point_at(self, index: int) -> None:
        if index != self._pointed:
            self._pointed = index
            self.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the rows in sight."""
        del event
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        first, height = self.verticalScrollBar().value(), self.row_height
        last = min(len(self._choices), first + self._rows_in_sight + 1)
        for index in range(first, last):
            place = QRect(0, (index - first) * height, self.viewport().width(), height)
            self._paint_ground(painter, place, index)
            self._paint_choice(painter, place, self._choices[index])
        painter.end()

    def _paint_ground(self, painter: QPainter, place: QRect, index: int) -> None:
        theme = self._appearance.theme
        if index not in (self._current, self._pointed):
            return
        ground = theme.selection if index == self._current else theme.current_line
        painter.setPen(QColor(theme.accent) if self._is_outlined(index) else Qt.PenStyle.NoPen)
        painter.setBrush(Qt.BrushStyle.NoBrush if self._is_outlined(index) else QColor(ground))
        inner = place.adjusted(4, 0, -4, 0).toRectF()
        painter.drawRoundedRect(inner.adjusted(0.5, 0.5, -0.5, -0.5), _CORNER, _CORNER)

    def _is_outlined(self, index: int) -> bool:
        return self.is_tentative and index == self._current

    def _paint_choice(self, painter: QPainter, place: QRect, choice: Choice) -> None:
        theme, edge = self._appearance.theme, self._scaled(_ICON)
        kind = kind_named(choice.candidate.kind)
        left, top = self._scaled(_PAD) + 2, place.top() + (place.height() - edge) // 2
        square = QRect(left, top, edge, edge)
        icon(kind.icon, kind.tint(theme)).paint(painter, square)
        room = place.adjusted(self.text_left, 0, -self._scaled(_PAD), 0)
        self._paint_name(painter, room, choice, theme)

    def _paint_name(self, painter: QPainter, room: QRect, choice: Choice, theme: Theme) -> None:
        """The name, with the letters that were typed in bold and in the accent."""
        name = QFontMetrics(self._bold).elidedText(
            choice.candidate.name, Qt.TextElideMode.ElideRight, room.width()
        )
        typed = frozenset(choice.match.letters)
        x = room.left()
        for is_typed, letters in groupby(enumerate(name), key=lambda pair: pair[0] in typed):
            text = "".join(letter for _, letter in letters)
            painter.setFont(self._bold if is_typed else self._plain)
            painter.setPen(QColor(theme.accent if is_typed else theme.text))
            width = painter.fontMetrics().horizontalAdvance(text)
            painter.drawText(
                QRect(x, room.top(), width, room.height()), Qt.AlignmentFlag.AlignVCenter, text
            )
            x += width
