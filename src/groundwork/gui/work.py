"""The work area: the editor above, run and output below."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from groundwork.gui.console.panel import RunPanel
from groundwork.gui.splitter import HairlineSplitter


class WorkArea(QWidget):
    """Editor and console, one above the other, with a divider that stays where it was put."""

    def __init__(self, editor: QWidget, run: RunPanel) -> None:
        super().__init__()
        self._splitter = HairlineSplitter(Qt.Orientation.Vertical)
        for part, stretch in ((editor, 3), (run, 2)):
            self._splitter.addWidget(part)
            self._splitter.setStretchFactor(self._splitter.count() - 1, stretch)
        self._splitter.setSizes([480, 300])
        self.setFocusProxy(editor)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._splitter)

    def sizes(self) -> list[int]:
        """The heights of the two parts in pixels."""
        return self._splitter.sizes()

    def restore_sizes(self, sizes: Sequence[int]) -> None:
        """Take the heights of an earlier `sizes()`; anything else is ignored."""
        if len(sizes) == self._splitter.count() and all(sizes):
            self._splitter.setSizes(list(sizes))
