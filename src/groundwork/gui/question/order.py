"""Answering by putting lines in order."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel, QWidget

from groundwork.checking.questions import shuffled_lines
from groundwork.gui.appearance import Appearance
from groundwork.gui.line_order import LineOrder
from groundwork.gui.question.answer_view import AnswerView
from groundwork.packs.exercises import OrderQuestion

_GAP = 4
_HOW = "Drag the lines into order, or move one with Alt and the arrow keys."
_TICKS = " Take the tick from lines that do not belong."


class OrderView(AnswerView):
    """The lines, mixed; where some belong nowhere, each has a tick that can be taken away."""

    def __init__(self, question: OrderQuestion, appearance: Appearance, parent: QWidget) -> None:
        super().__init__(appearance, parent)
        has_ticks = bool(question.distractors)
        self._how = QLabel(_HOW + (_TICKS if has_ticks else ""), self)
        self._how.setProperty("role", "muted")
        self._how.setWordWrap(True)
        self._order = LineOrder(appearance, self, has_ticks=has_ticks)
        self._order.set_lines(shuffled_lines(question))
        self._order.order_changed.connect(self.changed)
        self._how.setBuddy(self._order)

    @property
    def is_given(self) -> bool:
        """Always: any order is an answer."""
        return True

    @property
    def lines(self) -> list[str]:
        """The lines that belong, as they stand now."""
        return self._order.lines

    def restyle(self) -> None:
        """Let the list take its new height before it is placed."""
        self._order.restyle()

    def fit(self, width: int) -> int:
        """Place the lines below what can be done with them; returns the height of both."""
        how = self._how.heightForWidth(width)
        self._how.setGeometry(0, 0, width, how)
        height = self._order.sizeHint().height()
        self._order.setGeometry(0, how + _GAP, width, height)
        return how + _GAP + height
