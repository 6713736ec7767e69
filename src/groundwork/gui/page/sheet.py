"""The column of blocks itself: builds their views one by one, and keeps them in order."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtWidgets import QApplication, QWidget

from groundwork.gui.page.block_view import BlockView
from groundwork.gui.page.column import Column

_FOOT = 32


@dataclass(frozen=True, slots=True)
class Entry:
    """A block to come: what makes its view, the gap above it, and a guess at its height."""

    make: Callable[[QWidget], BlockView]
    gap: int
    guess: int


@dataclass(slots=True)
class _Row:
    """An entry and what has become of it; `measure` and `look` are what it was fitted for."""

    entry: Entry
    view: BlockView | None = None
    measure: tuple[int, int] | None = None
    look: int = -1


class Sheet(QWidget):
    """Blocks below one another, of which any may be still to be built.

    Signals:
        refit_requested: a block has changed its height and wants to be prepared again.
        reveal_requested: this rectangle of the sheet should be seen.
        link_activated: the reader follows a link; its target as the author wrote it.
    """

    refit_requested = Signal()
    reveal_requested = Signal(QRect)
    link_activated = Signal(str)

    def __init__(self, entries: Sequence[Entry], before: QWidget, parent: QWidget) -> None:
        """Take the blocks; `before` is what tabbing leaves when it reaches the first of them."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_StaticContents)  # growing repaints nothing
        self.column = Column(((entry.gap, entry.guess) for entry in entries), _FOOT)
        self._before = before
        self._rows = [_Row(entry) for entry in entries]
        self._left = 0
        self._measure = (0, 0)
        self._look = 0

    @property
    def row_count(self) -> int:
        """How many blocks there are, built or not."""
        return len(self._rows)

    def set_measure(self, left: int, width: int, overhang: int) -> None:
        """Say where the column stands, how wide it is, and what panels may take on both sides."""
        self._left = left
        self._measure = (width, overhang)

    def restyle(self) -> None:
        """Make every block take its look from the appearance again when it is next prepared."""
        self._look += 1

    def is_ready(self, index: int) -> bool:
        """Whether a block is built, styled and fitted for the measure in force."""
        row = self._rows[index]
        return row.view is not None and row.measure == self._measure and row.look == self._look

    def prepare(self, index: int) -> None:
        """Build, style and fit a block as far as that is still to be done."""
        row = self._rows[index]
        view = row.view
        if view is None:
            view = self._build(index)
        elif row.look != self._look:
            view.restyle()
        row.measure, row.look = self._measure, self._look
        self.column.set_row_height(index, view.fit(self._place(view)[1]))

    def view(self, index: int) -> BlockView:
        """The view of a block, prepared if it was not."""
        if not self.is_ready(index):
            self.prepare(index)
        view = self._rows[index].view
        if view is None:
            raise RuntimeError("a prepared row has a view")
        return view

    def views(self) -> Iterator[BlockView]:
        """Every view that is built, from top to bottom."""
        return (row.view for row in self._rows if row.view is not None)

    def arrange(self) -> None:
        """Put every view that is built where the column says."""
        for index, row in enumerate(self._rows):
            if row.view is not None:
                left, width = self._place(row.view)
                top, height = self.column.top(index), self.column.row_height(index)
                row.view.setGeometry(left, top, width, height)

    def release_outside(self, kept: range, most: int) -> bool:
        """Forget up to `most` views of blocks outside `kept`; true where any was forgotten.

        The view that has the focus is kept wherever it stands.
        """
        released = 0
        for index, row in enumerate(self._rows):
            if row.view is None or index in kept or _holds_focus(row.view):
                continue
            row.view.hide()
            row.view.deleteLater()
            self._rows[index] = _Row(row.entry)
            released += 1
            if released == most:
                break
        return released > 0

    def _place(self, view: BlockView) -> tuple[int, int]:
        """Where a view begins, and how wide it is."""
        width, overhang = self._measure
        bleed = view.bleed(overhang)
        return self._left - bleed, width + 2 * bleed

    def _build(self, index: int) -> BlockView:
        row = self._rows[index]
        view = row.entry.make(self)
        row.view = view
        view.refit_requested.connect(lambda: self._on_view_refit_requested(row))
        view.reveal_requested.connect(
            lambda area: self.reveal_requested.emit(area.translated(view.pos()))
        )
        view.link_activated.connect(self.link_activated)
        self._chain_focus(index, view)
        view.show()
        return view

    def _chain_focus(self, index: int, view: BlockView) -> None:
        """Make tabbing reach the view after those above it, whenever they were built."""
        above = (self._rows[i].view for i in range(index - 1, -1, -1))
        stops_above = (_stops(one) for one in above if one is not None)
        previous = next((stops[-1] for stops in stops_above if stops), self._before)
        for stop in _stops(view):
            QWidget.setTabOrder(previous, stop)
            previous = stop

    def _on_view_refit_requested(self, row: _Row) -> None:
        row.measure = None
        self.refit_requested.emit()


def _holds_focus(view: BlockView) -> bool:
    focused = QApplication.focusWidget()
    return bool(focused and view.isAncestorOf(focused))


def _stops(view: BlockView) -> list[QWidget]:
    """What can take the focus inside a view, in reading order."""
    return [
        inner
        for inner in view.findChildren(QWidget)
        if inner.focusPolicy() != Qt.FocusPolicy.NoFocus
    ]
