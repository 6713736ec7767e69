"""Lines of code that are put in order, with the mouse or with keys."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QListWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from groundwork.gui.appearance import Appearance
from groundwork.gui.icons import icon
from groundwork.gui.style import icon_size

_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
_PADDING = 6


class LineOrder(QWidget):
    """Lines in a list; each can be dragged, or moved with Alt and the arrow keys, or by buttons.

    Signals:
        order_changed: a line stands elsewhere now, or is left out or taken in.
    """

    order_changed = Signal()

    def __init__(
        self, appearance: Appearance, parent: QWidget | None = None, *, has_ticks: bool = False
    ) -> None:
        """With ticks, a line can be left out by taking its tick away."""
        super().__init__(parent)
        self._appearance = appearance
        self._has_ticks = has_ticks
        self._list = _Lines()
        self._list.itemChanged.connect(lambda _: self.order_changed.emit())
        self._list.move_requested.connect(self._move)
        self._list.model().rowsMoved.connect(self._on_model_rows_moved)
        self._list.currentRowChanged.connect(self._on_list_current_row_changed)
        self._up = self._button("Move the line up (Alt+Up)", -1)
        self._down = self._button("Move the line down (Alt+Down)", 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        row.addWidget(self._list, 1)
        buttons = QVBoxLayout()
        buttons.addWidget(self._up)
        buttons.addWidget(self._down)
        buttons.addStretch()
        row.addLayout(buttons)
        self.setFocusProxy(self._list)
        appearance.changed.connect(self.restyle)
        self.restyle()

    @property
    def lines(self) -> list[str]:
        """The lines as they stand now, without those that are left out."""
        items = [self._list.item(row) for row in range(self._list.count())]
        if self._has_ticks:
            items = [item for item in items if item.checkState() is Qt.CheckState.Checked]
        return [item.text() for item in items]

    def set_lines(self, lines: Sequence[str]) -> None:
        """Take these lines in place of those before."""
        self._list.clear()
        self._list.addItems(list(lines))
        for row in range(self._list.count() if self._has_ticks else 0):
            self._list.item(row).setCheckState(Qt.CheckState.Checked)
        self._list.setCurrentRow(0)
        self._fit()

    def restyle(self) -> None:
        """Take colours and sizes from the appearance again; the height follows."""
        edge = icon_size(self._appearance.sizes)
        for button, name in ((self._up, "chevron-up"), (self._down, "chevron-down")):
            button.setIcon(icon(name, self._appearance.theme.text))
            button.setIconSize(QSize(edge, edge))
        self._list.setFont(self._appearance.code_font())
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Make room for the bar that long lines scroll with."""
        super().resizeEvent(event)
        self._fit()

    def _button(self, told: str, step: int) -> QToolButton:
        button = QToolButton()
        button.setToolTip(told)
        button.setAccessibleName(told)
        button.clicked.connect(lambda: self._move(step))
        return button

    def _move(self, step: int) -> None:
        row = self._list.currentRow()
        target = row + step
        if row < 0 or not 0 <= target < self._list.count():
            return
        item = self._list.takeItem(row)
        self._list.insertItem(target, item)
        self._list.setCurrentRow(target)
        self.order_changed.emit()

    def _on_list_current_row_changed(self, row: int) -> None:
        self._up.setEnabled(row > 0)
        self._down.setEnabled(0 <= row < self._list.count() - 1)

    def _on_model_rows_moved(self) -> None:
        self.order_changed.emit()

    def _fit(self) -> None:
        """Show all lines: what is around this scrolls."""
        height = sum(self._list.sizeHintForRow(row) for row in range(self._list.count()))
        if self._list.sizeHintForColumn(0) > self._list.viewport().width():
            height += self._list.horizontalScrollBar().sizeHint().height()
        self._list.setFixedHeight(height + 2 * _PADDING)


class _Lines(QListWidget):
    """The list itself.

    Signals:
        move_requested: by how many rows the current line is to go down, negative for up.
    """

    move_requested = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "framed")
        self.setObjectName("lines")
        self.setAccessibleName("Lines to put in order")
        self.setAccessibleDescription("Alt with the arrow keys moves a line")
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTabKeyNavigation(False)
        self.setTextElideMode(Qt.TextElideMode.ElideNone)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move the line with Alt and an arrow."""
        step = _STEPS.get(Qt.Key(event.key()), 0)
        if step and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.move_requested.emit(step)
        else:
            super().keyPressEvent(event)
