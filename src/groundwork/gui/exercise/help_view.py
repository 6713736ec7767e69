"""What helps with an exercise: hints, then the solution, and then both answers side by side."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from groundwork.aids import HINTS, SOLUTION
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
        self._has_hints = self._has_solution = False
        self._off: Mapping[str, str] = {}
        self._attempt = Attempt()
        self._hints = HintList(appearance)
        self._solution = SolutionView(appearance)
        self._show = PageButton("plain", self)
        self._compare = PageButton("plain", self)
        self._show.setText("Show the solution…")
        self._compare.setText("Compare with the solution")
        self._compare.setMinimumWidth(1)  # its words fit the narrowest panel, its padding does not
        self._note = _note()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, _GAP, 0, 0)
        column.setSpacing(_GAP)
        left = Qt.AlignmentFlag.AlignLeft
        column.addWidget(self._compare, alignment=left)
        column.addWidget(self._hints)
        column.addWidget(self._show, alignment=left)
        column.addWidget(self._note)
        column.addWidget(self._solution)
        self._hints.hint_requested.connect(self.hint_requested)
        self._hints.link_activated.connect(self.link_activated)
        self._show.clicked.connect(self.solution_requested)
        self._compare.clicked.connect(self.comparison_requested)

    def show_exercise(self, exercise: Exercise) -> None:
        """Take the help there is for an exercise; `show_attempt` offers what may be had of it."""
        self._has_hints, self._has_solution = bool(exercise.hints), bool(exercise.solution)
        self._hints.set_hints(exercise.hints)
        self._solution.show_solution(exercise)

    def show_attempt(self, attempt: Attempt) -> None:
        """Offer what may be had now; hints that were shown before are there again."""
        self._attempt = attempt
        self._hints.show_all_to(attempt.hints)
        self._offer()

    def set_off(self, off: Mapping[str, str]) -> None:
        """Offer none of these aids, but say the sentence beside it."""
        self._off = off
        self._offer()

    def _offer(self) -> None:
        """Offer what there is and is not off, and say why the rest is not offered."""
        attempt = self._attempt
        may_hint, may_solve = HINTS not in self._off, SOLUTION not in self._off
        remain = self._hints.remaining if may_hint else 0
        is_last_resort = not remain and not attempt.may_compare
        self._hints.setVisible(self._has_hints and may_hint)
        has_solution = self._has_solution and may_solve
        self._show.setVisible(has_solution and is_last_resort)
        self._solution.setVisible(has_solution and attempt.is_helped)
        self._compare.setVisible(has_solution and attempt.may_compare)
        missing = [(self._has_hints, HINTS), (self._has_solution and not remain, SOLUTION)]
        sentences = [self._off[aid] for is_missed, aid in missing if is_missed and aid in self._off]
        self._note.setText("\n".join(dict.fromkeys(sentences)))
        self._note.setAccessibleName(self._note.text())
        self._note.setVisible(bool(sentences))

    def show_next_hint(self) -> QWidget | None:
        """Show one more hint; returns what it stands in, None where there is none."""
        return self._hints.show_next()

    def begin_solution(self, *, is_puzzle: bool) -> QWidget:
        """Give the keyboard to the solution, piece by piece or as lines to put in order.

        Returns what it stands in.
        """
        self._solution.begin(is_puzzle=is_puzzle)
        return self._solution


def _note() -> QLabel:
    """A quiet text, which those who listen can reach."""
    note = QLabel()
    note.setTextFormat(Qt.TextFormat.PlainText)  # the words are of an author or administrator
    note.setProperty("role", "muted")
    note.setWordWrap(True)
    note.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    return note
