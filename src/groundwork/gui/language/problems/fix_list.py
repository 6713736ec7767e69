"""What opens at a problem to choose what mends it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLabel, QListWidget, QListWidgetItem

from groundwork.gui.exercise.spoken import announce
from groundwork.gui.icons import icon
from groundwork.gui.language.overlay import Overlay
from groundwork.gui.language.workplace import Workplace
from groundwork.gui.style import icon_size
from groundwork.language.protocol import Finding, Fix

_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
_TAKE = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab})
_WIDEST = 420


class FixList(Overlay):
    """The fixes of the problems at one place; the arrow keys and Enter choose one.

    Signals:
        taken: this Fix is to be carried out.
    """

    taken = Signal(object)

    def __init__(self, workplace: Workplace) -> None:
        super().__init__(workplace)
        self.setAccessibleName("What mends it")
        self._workplace = workplace
        self._fixes: list[Fix] = []
        self._sentence = QLabel()
        self._sentence.setWordWrap(True)
        self._sentence.setTextFormat(Qt.TextFormat.PlainText)
        self._sentence.setContentsMargins(12, 10, 12, 6)
        self._list = QListWidget()
        self._list.setObjectName("lines")
        self._list.setProperty("role", "bare")
        self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._list.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.itemClicked.connect(self._on_list_item_clicked)
        self.column.addWidget(self._sentence)
        self.column.addWidget(self._list)
        workplace.text_changed.connect(self.put_away)
        workplace.code.keys.show_first(self._take_key)

    def offer(self, findings: Sequence[Finding], position: int) -> None:
        """Show what mends these findings, below the place of the first."""
        self._fixes = [fix for finding in findings for fix in finding.fixes]
        self._sentence.setText(findings[0].sentence)
        self._list.clear()
        self.dress()
        self._list.addItems([fix.title for fix in self._fixes])
        self._list.setCurrentRow(0)
        self._fit()
        self.open_at(position)
        announce(self._view.area, f"{findings[0].sentence} Enter: {self._fixes[0].title}")

    def dress(self) -> None:
        """Take colours and sizes as they are now."""
        edge = icon_size(self.appearance.sizes)
        self._list.setIconSize(QSize(edge, edge))

    def _fit(self) -> None:
        sign = icon("check", self.appearance.theme.good)
        items = [self._list.item(row) for row in range(self._list.count())]
        for item in items:
            item.setIcon(sign)
        height = sum(self._list.sizeHintForRow(row) for row in range(len(items)))
        width = max(self._list.sizeHintForColumn(0) + 16, self._sentence.sizeHint().width())
        widest = min(round(_WIDEST * self.appearance.text_scale), self.room.width() - 2)
        width = min(width, widest)
        self._sentence.setFixedWidth(width)
        self._sentence.setFixedHeight(self._sentence.heightForWidth(width))
        self._list.setFixedSize(width, height + 8)

    def _take_key(self, event: QKeyEvent) -> bool:
        if self.isHidden():
            return False
        key = Qt.Key(event.key())
        if key in _STEPS:
            self._step(_STEPS[key])
            return True
        if key in _TAKE:
            self._take(self._list.currentRow())
            return True
        if key not in {Qt.Key.Key_Shift, Qt.Key.Key_Control, Qt.Key.Key_Alt, Qt.Key.Key_Meta}:
            self.put_away()
        return key == Qt.Key.Key_Escape

    def _step(self, step: int) -> None:
        row = (self._list.currentRow() + step) % len(self._fixes)
        self._list.setCurrentRow(row)
        announce(self._view.area, self._fixes[row].title)

    def _take(self, row: int) -> None:
        self.put_away()
        if 0 <= row < len(self._fixes):
            self.taken.emit(self._fixes[row])

    def _on_list_item_clicked(self, item: QListWidgetItem) -> None:
        self._take(self._list.row(item))
