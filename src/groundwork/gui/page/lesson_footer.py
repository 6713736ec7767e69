"""The foot of the page: the lessons before and after, and whether this one is done."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from groundwork.gui.appearance import Appearance
from groundwork.gui.icons import icon
from groundwork.gui.page.block_view import BlockView
from groundwork.gui.page.buttons import PageButton
from groundwork.gui.state_marks import state_mark, state_words
from groundwork.learner.states import WorkState
from groundwork.packs.model import Lesson

_TOP = 16
_GAP = 8
_LEAST_HALF = 200
_BARE = 10


class LessonFooter(BlockView):
    """Three buttons; where they have too little room, one below the other.

    Signals:
        previous_requested: to the lesson before.
        next_requested: to the lesson after.
        done_toggled: the reader has marked the lesson as done (true), or as not done.
    """

    previous_requested = Signal()
    next_requested = Signal()
    done_toggled = Signal(bool)

    def __init__(
        self,
        neighbours: tuple[Lesson | None, Lesson | None],
        appearance: Appearance,
        parent: QWidget,
    ) -> None:
        super().__init__(appearance, parent)
        before, after = neighbours
        self._state = WorkState.NEW
        self._previous = _NeighbourButton(before, "Previous lesson", self)
        self._previous.clicked.connect(self.previous_requested)
        self._done = PageButton("", self)
        self._done.setCheckable(True)
        self._done.clicked.connect(self._on_done_clicked)
        self._next = _NeighbourButton(after, "Next lesson", self)
        self._next.setLayoutDirection(Qt.LayoutDirection.RightToLeft)  # the arrow after the title
        self._next.clicked.connect(self.next_requested)
        self.restyle()

    def set_state(self, state: WorkState) -> None:
        """Show whether the lesson is done, and whether with help."""
        self._state = state
        self._done.setChecked(state.is_done)
        self._dress_done()
        self.refit_requested.emit()

    def bleed(self, overhang: int) -> int:
        """As much as a quiet button keeps free, so that its words stand in line with the text."""
        return min(overhang, _BARE)

    def fit(self, width: int) -> int:
        """Place the buttons in one to three rows, as they have room; returns the height."""
        done_width = self._done.sizeHint().width()
        beside_done = (width - done_width) // 2 - _GAP
        neighbours = [one for one in (self._previous, self._next) if not one.isHidden()]
        widest = max((one.natural_width() for one in neighbours), default=0)
        row = self._row_height()
        self._done.setGeometry((width - done_width) // 2, _TOP, done_width, row)
        if widest <= beside_done:
            self._place_neighbours(width, beside_done, _TOP, _TOP)
            return _TOP + row
        below = _TOP + row + _GAP
        half = width // 2 - _GAP
        if widest <= half or half > _LEAST_HALF * self.appearance.text_scale:
            self._place_neighbours(width, half, below, below)
            return below + row
        self._place_neighbours(width, width, below + row + _GAP, below)
        return _TOP + (len(neighbours) + 1) * (row + _GAP) - _GAP

    def restyle(self) -> None:
        """Take colours and sizes from the appearance again."""
        theme = self.appearance.theme
        self._previous.setIcon(icon("back", theme.text))
        self._next.setIcon(icon("forward", theme.text))
        self._dress_done()
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the line between the lesson and its foot."""
        del event
        painter = QPainter(self)
        painter.fillRect(0, 0, self.width(), 1, QColor(self.appearance.theme.hairline))
        painter.end()

    def _row_height(self) -> int:
        return max(one.sizeHint().height() for one in (self._done, self._previous, self._next))

    def _place_neighbours(self, width: int, room: int, previous_top: int, next_top: int) -> None:
        row = self._row_height()
        self._previous.setGeometry(0, previous_top, self._previous.fit(room), row)
        taken = self._next.fit(room)
        self._next.setGeometry(width - taken, next_top, taken, row)

    def _on_done_clicked(self, is_done: bool) -> None:  # noqa: FBT001 - Qt's signature
        self.set_state(WorkState.DONE if is_done else WorkState.BEGUN)
        self.done_toggled.emit(is_done)

    def _dress_done(self) -> None:
        theme, state = self.appearance.theme, self._state
        if state.is_done:
            name, role = state_mark(state)
            self._done.setText(state_words(state).capitalize())
            self._done.setIcon(icon(name, getattr(theme, role)))
        else:
            self._done.setText("Mark as done")
            self._done.setIcon(icon("check", theme.text))


class _NeighbourButton(PageButton):
    """Leads to another lesson by its title, which is cut where there is no room for it."""

    def __init__(self, lesson: Lesson | None, spoken: str, parent: QWidget) -> None:
        super().__init__("quiet", parent)
        self._title = lesson.title if lesson is not None else ""
        self.setVisible(lesson is not None)
        self.setText(self._title)
        self.setAccessibleName(f"{spoken}: {self._title}")
        self.setToolTip(f"{spoken}: {self._title}")

    def natural_width(self) -> int:
        """The width in pixels at which the title is whole."""
        self.setText(_escaped(self._title))
        return self.sizeHint().width()

    def fit(self, room: int) -> int:
        """Cut the title to `room` pixels; returns the width that the button takes."""
        natural = self.natural_width()
        metrics = self.fontMetrics()
        title_room = room - (natural - metrics.horizontalAdvance(self._title))
        cut = metrics.elidedText(self._title, Qt.TextElideMode.ElideRight, title_room)
        self.setText(_escaped(cut))
        return min(room, self.sizeHint().width())


def _escaped(title: str) -> str:
    """The title without a mnemonic: an ampersand is an ampersand."""
    return title.replace("&", "&&")
