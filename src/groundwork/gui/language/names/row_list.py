"""A list of lines of code, of which one is chosen."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QWidget

from groundwork.gui.appearance import Appearance
from groundwork.gui.language.names.row_painter import RowPainter
from groundwork.gui.language.names.rows import Row, Rows

_MOST_IN_SIGHT = 12
_LEAST_WIDTH = 320


class RowList(QListView):
    """Rows to choose from with keys or the mouse.

    Signals:
        chosen: a row is what was looked for: its index.
        selected: another row is selected: its index.
    """

    chosen = Signal(int)
    selected = Signal(int)

    is_menu = True
    """Whether Enter and a click choose a row; without, it is a list to read."""

    def __init__(self, appearance: Appearance, name: str, parent: QWidget | None = None) -> None:
        """`name` is for those who hear it."""
        super().__init__(parent)
        self.lines = Rows()
        self.lines.setParent(self)
        self._painter = RowPainter(appearance, self.lines)
        self.setModel(self.lines)
        self.setItemDelegate(self._painter)
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setProperty("role", "bare")
        self.setMouseTracking(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.clicked.connect(self._on_clicked)

    def dress(self) -> None:
        """Take fonts and colours from the appearance."""
        self._painter.dress()
        self.scheduleDelayedItemsLayout()

    def show_rows(self, rows: Sequence[Row], current: int = 0) -> None:
        """Have these rows, with one selected."""
        self.lines.show(rows)
        self._painter.dress()
        self.select(current)

    def select(self, index: int) -> None:
        """Select that row and bring it into sight."""
        self.setCurrentIndex(self.lines.index(index, 0))

    def step(self, count: int) -> None:
        """Select so many rows further, round the ends, past the headings."""
        total, index = self.lines.rowCount(), self.currentIndex().row()
        for _ in range(total):
            index = (index + count) % total
            if not self.lines.rows[index].is_heading:
                self.select(index)
                return

    def wanted_size(self, widest: int, highest: int) -> QSize:
        """The size in which the rows are seen, within these bounds."""
        rows = self.lines.rows
        width = max((self._painter.width_of(row) for row in rows), default=0)
        heights = [self.sizeHintForRow(row) for row in range(min(len(rows), _MOST_IN_SIGHT))]
        bar = self.verticalScrollBar().sizeHint().width() if len(rows) > _MOST_IN_SIGHT else 0
        return QSize(min(max(width + bar, _LEAST_WIDTH), widest), min(sum(heights), highest))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and Down go round, Enter chooses."""
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
        if event.key() in steps:
            self.step(steps[Qt.Key(event.key())])
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self.is_menu:
            self.chosen.emit(self.currentIndex().row())
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape}:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def currentChanged(self, current: object, previous: object) -> None:  # noqa: N802 - Qt's name
        """Tell which row is selected."""
        super().currentChanged(current, previous)  # type: ignore[arg-type]  # as Qt hands them over
        row = self.currentIndex().row()
        if row >= 0:
            self.selected.emit(row)

    def _on_clicked(self, index: QModelIndex) -> None:
        if self.is_menu:
            self.chosen.emit(index.row())
