"""The foot of the page: the lessons before and after, and whether this one is done."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from groundwork.gui.appearance import Appearance
from groundwork.gui.icons import icon
from groundwork.gui.page.block_view import BlockView
from groundwork.gui.page.buttons import PageButton
from groundwork.packs.model import Lesson

_TOP = 16
_GAP = 8
_LEAST_TITLE = 120
_BARE = 10


class LessonFooter(BlockView):
    """Three buttons in a row; where they have too little room, one below the other.

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
        self._previous = _NeighbourButton(before, "Previous lesson", self)
        self._previous.clicked.connect(self.previous_requested)
        self._done = PageButton("", self)
        self._done.setCheckable(True)
        self._done.clicked.connect(self._on_done_clicked)
        self._next = _NeighbourButton(after, "Next lesson", self)
        self._next.setLayoutDirection(Qt.LayoutDirection.RightToLeft)  # the arrow after the title
        self._next.clicked.connect(self.next_requested)
        self.restyle()

    def set_done(self, *, is_done: bool) -> None:
        """Show whether the lesson is done."""
        self._done.setChecked(is_done)
        self._dress_done()
        self.refit_requested.emit()

    def bleed(self, overhang: int) -> int:
        """As much as a quiet button keeps free, so that its words stand in line with the text."""
        return min(overhang, _BARE)

    def fit(self, width: int) -> int:
        """Place the buttons; returns the height of the foot."""
        done = self._done.sizeHint()
        room = (width - done.width()) // 2 - _GAP
        if room < _LEAST_TITLE:
            return self._fit_stacked(width)
        height = max(done.height(), self._previous.sizeHint().height())
        self._done.setGeometry(
            (width - done.width()) // 2, _TOP + (height - done.height()) // 2, *done.toTuple()
        )
        taken = self._previous.fit(room)
        self._previous.setGeometry(0, _TOP, taken, height)
        taken = self._next.fit(room)
        self._next.setGeometry(width - taken, _TOP, taken, height)
        return _TOP + height

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

    def _fit_stacked(self, width: int) -> int:
        top = _TOP
        for button in (self._done, self._next, self._previous):
            if button.isHidden():
                continue
            height = button.sizeHint().height()
            wanted = button.fit(width) if isinstance(button, _NeighbourButton) else width
            left = width - wanted if button is self._next else 0
            button.setGeometry(left, top, min(wanted, width), height)
            top += height + _GAP
        return top - _GAP

    def _on_done_clicked(self, is_done: bool) -> None:  # noqa: FBT001 - Qt's signature
        self.set_done(is_done=is_done)
        self.done_toggled.emit(is_done)

    def _dress_done(self) -> None:
        is_done = self._done.isChecked()
        theme = self.appearance.theme
        self._done.setText("Done" if is_done else "Mark as done")
        self._done.setIcon(
            icon("state-done" if is_done else "check", theme.good if is_done else theme.text)
        )


class _NeighbourButton(PageButton):
    """Leads to another lesson by its title, which is cut where there is no room for it."""

    def __init__(self, lesson: Lesson | None, spoken: str, parent: QWidget) -> None:
        super().__init__("quiet", parent)
        self._title = lesson.title if lesson is not None else ""
        self.setVisible(lesson is not None)
        self.setText(self._title)
        self.setAccessibleName(f"{spoken}: {self._title}")
        self.setToolTip(f"{spoken}: {self._title}")

    def fit(self, room: int) -> int:
        """Cut the title to `room` pixels; returns the width that the button takes."""
        self.setText(_escaped(self._title))
        beside = self.sizeHint().width() - self.fontMetrics().horizontalAdvance(self._title)
        cut = _cut(self._title, self.fontMetrics(), room - beside)
        self.setText(_escaped(cut))
        return min(room, self.sizeHint().width())


def _cut(title: str, metrics: QFontMetrics, room: int) -> str:
    return metrics.elidedText(title, Qt.TextElideMode.ElideRight, room)


def _escaped(title: str) -> str:
    """The title without a mnemonic: an ampersand is an ampersand."""
    return title.replace("&", "&&")
