"""The tab of the exercise in the editor: the task, the verdicts, and help."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from groundwork.checking.verdicts import CheckVerdict, Verdicts
from groundwork.gui.appearance import Appearance
from groundwork.gui.exercise.attempt import Attempt
from groundwork.gui.exercise.fitted import Blocks
from groundwork.gui.exercise.fold import Fold
from groundwork.gui.exercise.help_view import HelpView
from groundwork.gui.exercise.tab_order import chain_focus
from groundwork.gui.exercise.verdict_list import VerdictList
from groundwork.gui.state_line import MARKS
from groundwork.packs.exercises import Exercise

_MARGIN = 12
_GAP = 8
_RING = 2


class ExercisePanel(QScrollArea):
    """Shows one exercise and what has come of it; what is asked for, others do.

    Signals:
        cancel_requested: the checks are to be ended.
        place_requested: a Place is to be shown in the editor.
        hint_requested: the next hint is to be shown.
        solution_requested: the solution is to be shown.
        comparison_requested: the learner's code is to be shown beside the solution.
        link_activated: a link is followed; its target as the author wrote it.
    """

    cancel_requested = Signal()
    place_requested = Signal(object)
    hint_requested = Signal()
    solution_requested = Signal()
    comparison_requested = Signal()
    link_activated = Signal(str)

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._attempt = Attempt()
        self._exercise: Exercise | None = None
        self._task = Fold(appearance, "The task")
        self._task_text = Blocks(appearance)
        self._task.set_contents(self._task_text)
        self._is_task_beside = False
        self.verdicts = VerdictList(appearance)
        self.help = HelpView(appearance)
        self._body = QWidget()
        self._lay_out()
        self._connect()

    @property
    def exercise(self) -> Exercise | None:
        """The exercise that is shown."""
        return self._exercise

    def show_exercise(self, exercise: Exercise, attempt: Attempt) -> None:
        """Show an exercise, and how far the learner is with it."""
        is_other = exercise != self._exercise
        self._exercise = exercise
        if is_other:
            self._task_text.show_blocks(exercise.task)
            self._task.set_open(is_open=not self._is_task_beside)
            self.setAccessibleName(f"Exercise: {exercise.title or exercise.main}")
            self.verticalScrollBar().setValue(0)
        self.verdicts.begin_anew([check.title for check in exercise.checks])
        if attempt.verdicts is not None:
            self.verdicts.show_verdicts(attempt.verdicts)
        self.help.show_exercise(exercise)
        self.show_attempt(attempt)
        chain_focus(self, self._body)

    def show_attempt(self, attempt: Attempt) -> None:
        """The learner has come further with the exercise that is shown."""
        self._attempt = attempt
        if self._exercise is not None:
            self._task.header.tell(
                self._exercise.title or self._exercise.main, *MARKS[attempt.state]
            )
        self.verdicts.tell_whether_checked(was_checked=attempt.was_checked)
        self.help.show_attempt(attempt)

    def show_verdict(self, index: int, verdict: CheckVerdict) -> None:
        """One check has said something while the others are still at work."""
        self.verdicts.show_verdict(index, verdict)

    def show_verdicts(self, verdicts: Verdicts, *, takes_focus: bool) -> None:
        """Show what came of the checks; what to read first is in view.

        With `takes_focus` the keyboard goes there, too.
        """
        self.verdicts.show_verdicts(verdicts)
        self.verdicts.announce(verdicts)
        row = self.verdicts.first_failed_row(verdicts)
        self._bring_up_soon(self.verdicts.first_to_read(verdicts))
        if takes_focus and row is not None:
            row.header.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_next_hint(self) -> None:
        """Show one more hint."""
        hint = self.help.show_next_hint()
        if hint is not None:
            self._bring_up_soon(hint)

    def begin_solution(self, *, is_puzzle: bool) -> None:
        """Show the solution, piece by piece or as lines to put in order."""
        self._bring_up_soon(self.help.begin_solution(is_puzzle=is_puzzle))

    def set_task_beside(self, *, is_beside: bool) -> None:
        """Say whether the page with the task stands beside this; then it is folded here."""
        if is_beside != self._is_task_beside:
            self._is_task_beside = is_beside
            self._task.set_open(is_open=not is_beside)

    def focus_first(self) -> None:
        """Give the keyboard to the first check that did not pass, or else to the tab itself."""
        verdicts = self._attempt.verdicts
        row = None if verdicts is None else self.verdicts.first_failed_row(verdicts)
        (self if row is None else row.header).setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _bring_up_soon(self, part: QWidget) -> None:
        """Scroll to a part that has come, when it has its place; tabbing reaches it at once."""
        chain_focus(self, self._body)
        QTimer.singleShot(0, part, lambda: self._bring_up(part))

    def _bring_up(self, part: QWidget) -> None:
        """Scroll as little as shows a part, its head at least."""
        top = part.mapTo(self._body, QPoint(0, 0)).y() - _RING
        bottom = top + part.height() + _GAP
        bar, room = self.verticalScrollBar(), self.viewport().height()
        if top < bar.value():
            bar.setValue(top)
        elif bottom > bar.value() + room:
            bar.setValue(min(top, bottom - room))

    def _lay_out(self) -> None:
        self._column = QVBoxLayout(self._body)
        self._column.setContentsMargins(_MARGIN, _GAP, _MARGIN, _MARGIN)
        self._column.setSpacing(_GAP)
        for part in (self._task, self.verdicts, self.help):
            self._column.addWidget(part)
        self._column.addStretch()
        self.setWidget(self._body)
        self._body.setAutoFillBackground(False)  # it lies on the ground of what scrolls
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def _connect(self) -> None:
        self.verdicts.cancel_requested.connect(self.cancel_requested)
        self.verdicts.place_requested.connect(self.place_requested)
        self.verdicts.row_opened.connect(self._bring_up_soon)
        self.help.hint_requested.connect(self.hint_requested)
        self.help.solution_requested.connect(self.solution_requested)
        self.help.comparison_requested.connect(self.comparison_requested)
        for part in (self._task_text, self.verdicts, self.help):
            part.link_activated.connect(self.link_activated)
