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

    refit_requested = Signal()
    reveal_requested = Signal(QRect)
    link_activated = Signal(str)

    def __init__(self, appearance: Appearance, parent: QWidget) -> None:
        super().__init__(parent)
        self.appearance = appearance

    def fit(self, width: int) -> int:
        """Place the contents for this width in pixels; returns the height that they take."""
        raise NotImplementedError

    def bleed(self, overhang: int) -> int:
        """How many pixels the block is wider than the column on each side; `fit` gets that width.

        `overhang` is what a panel may take, so that the text on it stands in line with the prose.
        """
        del overhang
        return 0

    def restyle(self) -> None:
        """Take colours and sizes from the appearance again; `fit` is called afterwards."""

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


class Panel(BlockView):
    """A block that paints a ground of its own."""

    def bleed(self, overhang: int) -> int:
        """A panel takes all that it may."""
        return overhang


def place(view: BlockView, left: int, top: int, width: int) -> int:
    """Fit a view into a narrower column inside a panel; returns the height that it takes."""
    bleed = view.bleed(0)
    height = view.fit(width + 2 * bleed)
    view.setGeometry(left - bleed, top, width + 2 * bleed, height)
    return height
