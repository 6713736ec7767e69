"""Blocks of a lesson, and other texts that are fitted to a width, inside of Qt's layouts."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Protocol

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from groundwork.gui.appearance import Appearance
from groundwork.gui.page.block_factory import BlockFactory
from groundwork.gui.page.block_view import BlockView, place
from groundwork.packs.model import Block


class Fit(Protocol):
    """What is given a width and says its height, both in pixels."""

    def fit(self, width: int) -> int:
        """Take the width; returns the height."""
        ...


class Fitted(QWidget):
    """A place in a layout whose height depends on its width as its contents say."""

    def __init__(self, fit: Callable[[int], int], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._fit = fit
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def sizeHint(self) -> QSize:
        """Some width, and the height that belongs to it."""
        return QSize(0, self._fit(self.width()))

    def heightForWidth(self, width: int) -> int:
        """The height that the contents take."""
        return self._fit(width)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Place the contents for the width that it has become."""
        super().resizeEvent(event)
        self._fit(self.width())


class Blocks(Fitted):
    """Prose, listings and boxes below one another.

    Signals:
        link_activated: the reader follows a link; its target as the author wrote it.
    """

    link_activated = Signal(str)

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(self._place, parent)
        self._appearance = appearance
        self._factory = BlockFactory(appearance, lambda _: None)
        self._views: list[tuple[int, BlockView]] = []
        appearance.changed.connect(self._restyle)

    def show_blocks(self, blocks: Sequence[Block]) -> None:
        """Show these in place of those before."""
        for _, view in self._views:
            view.hide()
            view.deleteLater()
        self._views = self._factory.views(blocks, self)
        for _, view in self._views:
            view.refit_requested.connect(self.updateGeometry)
            view.link_activated.connect(self.link_activated)
            view.show()
        self._place(self.width())
        self.updateGeometry()

    def _place(self, width: int) -> int:
        top = 0
        for index, (gap, view) in enumerate(self._views):
            top += gap if index else 0
            top += place(view, 0, top, width)
        return top

    def _restyle(self) -> None:
        for _, view in self._views:
            view.restyle()
        self.updateGeometry()
