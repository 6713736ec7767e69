"""An exercise of the page: what is asked, how far the learner is, and the way to begin."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QWidget

from groundwork.gui.appearance import Appearance
from groundwork.gui.icons import icon
from groundwork.gui.page.block_view import BlockView, Panel, place
from groundwork.gui.page.buttons import PageButton
from groundwork.gui.page.panel import Ground, paint_ground
from groundwork.gui.state_line import StateLine
from groundwork.gui.style import icon_size
from groundwork.learner.states import WorkState
from groundwork.packs.exercises import Exercise

_PADDING = 16
_TOP = 12
_GAP = 8
_EDGE = 4
_ICON_MARGIN = 3
_LEAST_TITLE = 180

InnerViews = Callable[[QWidget], Sequence[tuple[int, BlockView]]]
"""Makes the views inside a box, each with the gap above it."""


class ExerciseCard(Panel):
    """One exercise on its own sheet.

    Signals:
        open_requested: the Exercise is to be shown in the editor.
    """

    open_requested = Signal(object)

    def __init__(
        self, exercise: Exercise, make_task: InnerViews, appearance: Appearance, parent: QWidget
    ) -> None:
        super().__init__(appearance, parent)
        self.exercise = exercise
        self._state = WorkState.NEW
        self._is_current = False
        self._rule = 0
        self._kind = QLabel("Exercise", self)
        self._kind.setProperty("role", "small")
        self._sign = QLabel(self)
        self._title = QLabel(exercise.title or exercise.main, self)
        self._title.setTextFormat(Qt.TextFormat.PlainText)
        self._title.setWordWrap(True)
        self._state_line = StateLine(appearance, self)
        self._open = PageButton("plain", self)
        self._open.clicked.connect(lambda: self.open_requested.emit(exercise))
        self._task = make_task(self)
        for _, view in self._task:
            self.contain(view)
        self._dress()

    def set_state(self, state: WorkState) -> None:
        """Show how far the learner is."""
        if state is not self._state:
            self._state = state
            self._tell_state()

    def set_current(self, *, is_current: bool) -> None:
        """Show whether this is the exercise in the editor."""
        if is_current != self._is_current:
            self._is_current = is_current
            self.update()

    def fit(self, width: int) -> int:
        """Place head and task below one another; returns the height of the card."""
        inner = width - 2 * _PADDING
        top = self._place_head(inner)
        self._rule = top + _GAP
        top = self._rule + 1
        for gap, view in self._task:
            top += gap
            top += place(view, _PADDING, top, inner)
        return top + _TOP

    def restyle(self) -> None:
        """Take colours and sizes from the appearance again."""
        self._dress()
        for _, view in self._task:
            view.restyle()
        self.update()

    def anchor_top(self, anchor: str) -> int | None:
        """How far below the top of the card a heading of the task stands."""
        tops = ((view, view.anchor_top(anchor)) for _, view in self._task)
        return next((view.y() + top for view, top in tops if top is not None), None)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the sheet, the line below its head, and the edge of the current exercise."""
        del event
        theme = self.appearance.theme
        edge = theme.accent if self._is_current else ""
        border = theme.accent if self._is_current else theme.hairline
        paint_ground(self, Ground(theme.surface, border, edge, _EDGE))
        left = _EDGE if self._is_current else 1
        painter = QPainter(self)
        painter.fillRect(left, self._rule, self.width() - left - 1, 1, QColor(theme.hairline))
        painter.end()

    def _place_head(self, inner: int) -> int:
        """Kind, title and state at the left, the button at the right, or below where it is narrow.

        Returns where they end.
        """
        button = self._open.sizeHint()
        is_narrow = inner - button.width() - 2 * _GAP < _LEAST_TITLE
        room = inner if is_narrow else inner - button.width() - 2 * _GAP
        top = self._place_kind(_TOP)
        height = self._title.heightForWidth(room)
        self._title.setGeometry(_PADDING, top, room, height)
        top += height
        if is_narrow:
            top += _GAP
            self._open.setGeometry(_PADDING, top, button.width(), button.height())
            return top + button.height()
        middle = _TOP + (top - _TOP - button.height()) // 2
        left = _PADDING + inner - button.width()
        self._open.setGeometry(left, middle, button.width(), button.height())
        return max(top, middle + button.height())

    def _place_kind(self, top: int) -> int:
        """Icon, kind and state on one line; returns where it ends."""
        left = _PADDING - _ICON_MARGIN
        widgets = (self._sign, self._kind, self._state_line)
        height = max(widget.sizeHint().height() for widget in widgets)
        for widget, gap in zip(widgets, (4, 12, 0), strict=True):
            width = widget.sizeHint().width()
            widget.setGeometry(left, top, width, height)
            left += width + gap
        return top + height + 2

    def _tell_state(self) -> None:
        self._state_line.show_state(self._state)
        title = self._title.text()
        self.setAccessibleName(f"Exercise: {title}, {self._state_line.word}")
        self._open.setAccessibleName(f"Open {title} in editor")
        self.refit_requested.emit()

    def _dress(self) -> None:
        theme, edge = self.appearance.theme, icon_size(self.appearance.sizes)
        self._sign.setPixmap(
            icon("exercise", theme.accent).pixmap(QSize(edge, edge), self.devicePixelRatioF())
        )
        self._open.setIcon(icon("open", theme.text))
        self._open.setText("Open in editor")
        font = QFont(self._title.font())
        font.setPixelSize(self.appearance.sizes.lesson)
        font.setWeight(QFont.Weight.DemiBold)
        self._title.setFont(font)
        self._state_line.restyle()
        self._tell_state()
