"""The bar in which a line is named to go to."""

from __future__ import annotations

import re

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from groundwork.gui.appearance import Appearance
from groundwork.gui.editor.bar import Bar, Field

_PLACE = re.compile(r"\s*(\d{1,9})\s*(?:[:,]\s*(\d{1,9})\s*)?")


class LineBar(Bar):
    """Asks for a line, or for a line and a column as in `12:5`.

    Signals:
        line_chosen: a line, counted from 1, and a column, counted from 0.
    """

    line_chosen = Signal(int, int)

    def __init__(self, appearance: Appearance, parent: QWidget) -> None:
        super().__init__(appearance, parent)
        self._field = Field("Line")
        self._field.setMaximumWidth(160)
        self._answer = QLabel()
        self._answer.setProperty("role", "muted")
        caption = QLabel("Go to line")
        caption.setBuddy(self._field)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 4, 8, 4)
        row.setSpacing(8)
        row.addWidget(caption)
        row.addWidget(self._field)
        row.addWidget(self._answer, 1)
        row.addWidget(self.icon_button("close", "Close (Esc)", self.put_away))
        self._field.forward_requested.connect(self._on_field_forward_requested)
        self._lines = 1
        self.dress()

    def ask(self, line: int, lines: int) -> None:
        """Show the bar; the cursor is in `line`, and there are `lines` lines."""
        self._lines = lines
        self._field.setText(str(line))
        self._answer.setText(f"of {lines}")
        self.show()
        self._field.selectAll()
        self._field.setFocus()

    def _on_field_forward_requested(self) -> None:
        place = _PLACE.fullmatch(self._field.text())
        if not place or not 1 <= int(place[1]) <= self._lines:
            self._answer.setText(f"Type a number from 1 to {self._lines}")
            self._field.selectAll()
            return
        self.put_away()
        self.line_chosen.emit(int(place[1]), max(0, int(place[2] or 1) - 1))
