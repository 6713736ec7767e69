"""What every block of a lesson page has in common: it is given a width and says its height."""

from __future__ import annotations

from PySide6.QtCore import QRect, Signal
from PySide6.QtWidgets import QWidget

from groundwork.gui.appearance import Appearance


class BlockView(QWidget):
    """One block of the page. It has no layout: `fit` places what is inside, and only `fit` does.

    Signals:
        refit_requested: something inside changed its height.
        reveal_requested: this rectangle, in the coordinates of the block, should be seen.
        link_activated: the reader follows a link; its target as the author wrote it.
    """

    bleed = 0
    """Pixels by which the block is wider than the column on both sides; `fit` gets that width."""

    refit_requested = Signal()
    reveal_requested = Signal(QRect)
    link_activated = Signal(str)

    def __init__(self, appearance: Appearance, parent: QWidget) -> None:
        super().__init__(parent)
        self.appearance = appearance

    def fit(self, width: int) -> int:
        """Place the contents for this width in pixels; returns the height that they take."""
        raise NotImplementedError

    def restyle(self) -> None:
        """Take colours and sizes from the appearance again; `fit` is called afterwards."""

    def finish(self) -> None:
        """Do what may come after the block was first painted, and changes no height."""

    def anchor_top(self, anchor: str) -> int | None:
        """How far below the block's top an anchor stands, or None where it is not in here."""
        del anchor
        return None

    def contain(self, inner: BlockView) -> None:
        """Pass on what a block inside this one asks for."""
        inner.refit_requested.connect(self.refit_requested)
        inner.link_activated.connect(self.link_activated)
        inner.reveal_requested.connect(
            lambda place: self.reveal_requested.emit(place.translated(inner.pos()))
        )


def place(view: BlockView, left: int, top: int, width: int) -> int:
    """Fit a view into the column at `left` and `top`; returns the height that it takes."""
    height = view.fit(width + 2 * view.bleed)
    view.setGeometry(left - view.bleed, top, width + 2 * view.bleed, height)
    return height
