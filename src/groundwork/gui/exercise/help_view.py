"""What helps with an exercise: hints, then the solution, and then both answers side by side."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from groundwork.gui.appearance import Appearance
from groundwork.gui.exercise.attempt import Attempt
from groundwork.gui.exercise.hints import HintList
from groundwork.gui.exercise.solution_view import SolutionView
from groundwork.gui.page.buttons import PageButton
from groundwork.packs.exercises import Exercise

_GAP = 8


class HelpView(QWidget):
    """Offers the next help only when the one before has been taken.

    Signals:
        hint_requested: the next hint is wanted.
        solution_requested: the solution is wanted.
        comparison_requested: the learner's code is wanted beside the solution.
        link_activated: a link in a hint is followed; its target.
    """

    hint_requested = Signal()
    solution_requested = Signal()
    comparison_requested = Signal()
    link_activated = Signal(str)

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._has_solution = False
        self._hints = HintList(appearance)
        self._solution = SolutionView(appearance)
        self._show = PageButton("plain", self)
        self._compare = PageButton("plain", self)
        self._show.setText("Show the solution…")
        self._compare.setText("Compare with the solution")
        self._compare.setMinimumWidth(1)  # its words fit the narrowest panel, its padding does not
        column = QVBoxLayout(self)
        column.setContentsMargins(0, _GAP, 0, 0)
        column.setSpacing(_GAP)
        left = Qt.AlignmentFlag.AlignLeft
        column.addWidget(self._compare, alignment=left)
        column.addWidget(self._hints)
        column.addWidget(self._show, alignment=left)
        column.addWidget(self._solution)
        self._hints.hint_requested.connect(self.hint_requested)
        self._hints.link_activated.connect(self.link_activated)
        self._show.clicked.connect(self.solution_requested)
        self._compare.clicked.connect(self.comparison_requested)

    def show_exercise(self, exercise: Exercise) -> None:
        """Take the help there is for an exercise; `show_attempt` offers what may be had of it."""
        self._has_solution = bool(exercise.solution)
        self._hints.set_hints(exercise.hints)
        self._solution.show_solution(exercise)

    def show_attempt(self, attempt: Attempt) -> None:
        """Offer what may be had now; hints that were shown before are there again."""
        self._hints.show_all_to(attempt.hints)
        is_last_resort = not self._hints.remaining and not attempt.may_compare
        self._show.setVisible(self._has_solution and is_last_resort)
        self._solution.setVisible(self._has_solution and attempt.is_helped)
        self._compare.setVisible(self._has_solution and attempt.may_compare)

    def show_next_hint(self) -> QWidget | None:
        """Show one more hint; returns what it stands in, None where there is none."""
        return self._hints.show_next()

    def begin_solution(self, *, is_puzzle: bool) -> QWidget:
        """Give the keyboard to the solution, piece by piece or as lines to put in order.

        Returns what it stands in.
        """
        self._solution.begin(is_puzzle=is_puzzle)
        return self._solution
