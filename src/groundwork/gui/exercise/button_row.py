"""Buttons side by side, or below one another where there is too little room."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

_GAP = 8


class ButtonRow(QWidget):
    """A row of widgets that becomes a column in a narrow window."""

    def __init__(self, *widgets: QWidget) -> None:
        super().__init__()
        self._widgets = widgets
        self._box = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(_GAP)
        for widget in widgets:
            self._box.addWidget(widget, alignment=Qt.AlignmentFlag.AlignLeft)
        self._box.addStretch()

    def minimumSizeHint(self) -> QSize:
        """As wide as the widest; the height is that of the way they stand now."""
        widths = [one.minimumSizeHint().width() for one in self._widgets if not one.isHidden()]
        return QSize(max(widths, default=0), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let them stand as there is room."""
        super().resizeEvent(event)
        shown = [one.sizeHint().width() + _GAP for one in self._widgets if not one.isHidden()]
        is_wide = sum(shown) - _GAP <= self.width()
        across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        direction = across if is_wide else down
        if direction != self._box.direction():
            self._box.setDirection(direction)
            self.updateGeometry()
