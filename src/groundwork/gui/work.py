"""The work area: the editor above, run and output below."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from groundwork.gui.console.panel import RunPanel
from groundwork.gui.splitter import HairlineSplitter

_AMPLE = 10_000
"""Pixels of height that no part gets: two that ask for it are given the same."""


class WorkArea(QWidget):
    """Editor and console, one above the other, with a divider that stays where it was put."""

    def __init__(self, editor: QWidget, run: RunPanel) -> None:
        super().__init__()
        self._splitter = HairlineSplitter(Qt.Orientation.Vertical)
        for part, stretch in ((editor, 3), (run, 2)):
            self._splitter.addWidget(part)
            self._splitter.setStretchFactor(self._splitter.count() - 1, stretch)
        self._splitter.setSizes([480, 300])
        self._is_divided = False
        self._splitter.splitterMoved.connect(self._on_splitter_moved)
        self.setFocusProxy(editor)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._splitter)

    def sizes(self) -> list[int]:
        """The heights of the two parts in pixels; empty while the divider was never moved."""
        return self._splitter.sizes() if self._is_divided else []

    def halve(self) -> None:
        """Give both parts the same height, unless the learner has moved the divider."""
        if not self._is_divided:
            for index in range(self._splitter.count()):
                self._splitter.setStretchFactor(index, 1)
            self._splitter.setSizes([_AMPLE, _AMPLE])

    def restore_sizes(self, sizes: Sequence[int]) -> None:
        """Take the heights of an earlier `sizes()`; anything else is ignored."""
        if len(sizes) == self._splitter.count() and all(sizes):
            self._splitter.setSizes(list(sizes))
            self._is_divided = True

    def _on_splitter_moved(self) -> None:
        self._is_divided = True
