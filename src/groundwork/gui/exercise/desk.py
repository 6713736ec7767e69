"""Joins the exercise in the editor to its tab: checking, hints, the solution."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QApplication, QWidget

from groundwork.checking.verdicts import CheckVerdict, Place, Verdicts
from groundwork.gui.appearance import Appearance
from groundwork.gui.console.panel import RunPanel
from groundwork.gui.drafts import DraftSaver
from groundwork.gui.editor.pane import EditorPane
from groundwork.gui.exercise.attempt import Attempt, Attempts
from groundwork.gui.exercise.checker import Checker
from groundwork.gui.exercise.place import ExercisePlace
from groundwork.gui.page.lesson_page import LessonPage
from groundwork.gui.panels import Arrangement, Panels
from groundwork.gui.practice import CursorPlace, Practice
from groundwork.gui.reading import OpenLesson
from groundwork.gui.status import StatusLine
from groundwork.gui.trust_desk import TrustDesk
from groundwork.learner.states import ExerciseProgress
from groundwork.packs.exercises import Exercise
from groundwork.packs.model import Example, ExampleAddress, LessonAddress

if TYPE_CHECKING:  # the window is seen before it is loaded
    from groundwork.gui.exercise.panel import ExercisePanel


class ExerciseDesk(QObject):
    """Shows the exercise in the editor, has it checked, and remembers what came of it.

    Signals:
        exercise_checked: an answer of the ExampleAddress was checked; whether it passed.
        answer_checked: the same, with the texts that were checked and all Verdicts.
        hint_shown: a hint of the ExampleAddress is seen; its number, from 1.
        exercise_helped: the solution of the ExampleAddress is seen.
        states_told: a dict from ExampleAddress to WorkState; what is not in it is new.
        link_activated: a link in a task, hint or message is followed; its target.
    """

    exercise_checked = Signal(object, bool)
    answer_checked = Signal(object, object, object)
    hint_shown = Signal(object, int)
    exercise_helped = Signal(object)
    states_told = Signal(object)
    link_activated = Signal(str)

    def __init__(  # noqa: PLR0913 - it joins these parts, and does nothing else
        self,
        *,
        practice: Practice,
        drafts: DraftSaver,
        page: LessonPage,
        editor: EditorPane,
        panels: Panels,
        run_panel: RunPanel,
        place: ExercisePlace,
        status: StatusLine,
        trust: TrustDesk,
        appearance: Appearance,
    ) -> None:
        super().__init__(place)
        self._practice, self._drafts = practice, drafts
        self._page, self._editor, self._panels = page, editor, panels
        self._run_panel, self._place, self._status = run_panel, place, status
        self._trust, self._appearance = trust, appearance
        self._checker = Checker(self)
        self._lesson: LessonAddress | None = None
        self._exercises: dict[ExampleAddress, Exercise] = {}
        self._attempts = Attempts()
        self._address: ExampleAddress | None = None
        self._checking: ExampleAddress | None = None
        self._files: dict[str, str] = {}
        self._focus_at_start = False
        self._join()

    @property
    def is_busy(self) -> bool:
        """Whether an answer is being checked."""
        return self._checker.is_busy

    @property
    def _panel(self) -> ExercisePanel:
        return self._place.panel

    def show_lesson(self, opened: OpenLesson) -> None:
        """Take over the exercises of the lesson on the page."""
        self._lesson = lesson = opened.address
        for exercise in opened.loaded.page.exercises:
            address = ExampleAddress(lesson.pack_id, lesson.lesson_id, exercise.id)
            before, self._exercises[address] = self._exercises.get(address), exercise
            if before is not None and before != exercise:  # its author has just changed it
                self._attempts.forget_verdicts(address)
                if address == self._address:
                    self._checker.cancel()
                    self._show(address, exercise)
        self._show_states()

    def check(self) -> None:
        """Have the answer in the editor checked, if programs of its pack may be run."""
        if self._address is None:
            self._status.tell("There is nothing to check: open an exercise first")
        else:
            check = partial(self._check_in_editor, self._address)
            self._trust.when_agreed(self._address.pack_id, check)

    def _check_in_editor(self, address: ExampleAddress) -> None:
        """Begin to check the answer as it is now, if it is still in the editor."""
        exercise = self._panel.exercise
        if exercise is None or address != self._address:
            return
        self._checking, self._files = address, self._editor.texts()
        self._focus_at_start = _has_focus(self._run_panel)
        self._drafts.save_now(address, self._files)
        self._panels.reveal_work()
        self._run_panel.show_page(self._place)
        self._panel.verdicts.show_checking()
        self._status.forget_ending()
        self._checker.begin(exercise, self._files)

    def show_panel(self) -> None:
        """Bring the exercise into view with the keyboard where it is needed."""
        self._panels.reveal_work()
        self._run_panel.show_page(self._place)
        if self._address is None:
            self._place.setFocus(Qt.FocusReason.ShortcutFocusReason)
        else:
            self._panel.focus_first()

    def take_progress(self, known: Mapping[ExampleAddress, ExerciseProgress]) -> None:
        """Take over what is noted of the exercises of the lesson on the page."""
        here = [address for address in self._exercises if address.lesson == self._lesson]
        restarted = self._attempts.take(known, here)
        if self._address is not None and self._address in restarted:
            self._show(self._address, self._exercises[self._address])
        self._show_states()

    def take_drafts(self, addresses: Collection[ExampleAddress], are_changed: bool) -> None:  # noqa: FBT001 - a slot
        """Know whether the drafts of these examples and exercises differ from their lessons."""
        self._attempts.note_drafts(addresses, are_changed=are_changed)
        self._show_states()

    def close(self) -> None:
        """End what is being checked; the last call."""
        self._checker.close()

    def _join(self) -> None:
        self._practice.example_shown.connect(self._on_practice_example_shown)
        self._editor.text_changed.connect(self._on_editor_text_changed)
        self._run_panel.check_requested.connect(self.check)
        self._run_panel.add_page("Exercise", self._place)
        self._place.built.connect(self._on_place_built)
        self._panels.arrangement_changed.connect(self._on_panels_arrangement_changed)
        self._checker.verdict_found.connect(self._on_checker_verdict_found)
        self._checker.finished.connect(self._on_checker_finished)

    def _keep(self, address: ExampleAddress, attempt: Attempt) -> None:
        """Remember how far the learner is."""
        self._attempts[address] = attempt
        if address == self._address:
            self._panel.show_attempt(attempt)

    def _show_states(self) -> None:
        if self._address is not None:
            self._panel.show_attempt(self._attempts[self._address])
        if self._lesson is not None:
            states = self._attempts.states(self._lesson)
            self._page.set_exercise_states({at.example_id: how for at, how in states.items()})
            self.states_told.emit(states)

    def _on_place_built(self, panel: ExercisePanel) -> None:
        panel.cancel_requested.connect(self._checker.cancel)
        panel.place_requested.connect(self._on_panel_place_requested)
        panel.hint_requested.connect(self._on_panel_hint_requested)
        panel.solution_requested.connect(self._on_panel_solution_requested)
        panel.comparison_requested.connect(self._on_panel_comparison_requested)
        panel.link_activated.connect(self.link_activated)
        self._on_panels_arrangement_changed()

    def _on_practice_example_shown(self, _example: Example) -> None:
        address = self._editor.example
        exercise = None if address is None else self._exercises.get(address)
        self._run_panel.set_checkable(is_checkable=exercise is not None)
        if exercise is None or address is None:
            self._show_nothing()
        elif address != self._address or exercise != self._panel.exercise:
            self._show(address, exercise)
            self._run_panel.show_page(self._place)

    def _show_nothing(self) -> None:
        if self._address is not None:
            self._address = None
            self._place.show_nothing()
            self._run_panel.show_page(self._run_panel.console)

    def _show(self, address: ExampleAddress, exercise: Exercise) -> None:
        self._address = address
        self._panel.show_exercise(exercise, self._attempts[address])
        self._place.show_panel()
        if self._checking == address and self._checker.is_busy:
            self._panel.verdicts.show_checking()
        self._tell_whether_changed()

    def _tell_whether_changed(self) -> None:
        if self._address is None:
            return
        attempt = self._attempts[self._address]
        is_changed = attempt.verdicts is not None and attempt.checked != self._editor.texts()
        self._panel.verdicts.set_changed_since(is_changed=is_changed)

    def _on_editor_text_changed(self, address: ExampleAddress, _name: str) -> None:
        if address == self._address and not self._checker.is_busy:
            self._tell_whether_changed()

    def _on_checker_verdict_found(self, index: int, verdict: CheckVerdict) -> None:
        if self._checking == self._address:
            self._panel.show_verdict(index, verdict)

    def _on_checker_finished(self, verdicts: Verdicts, was_cancelled: bool) -> None:  # noqa: FBT001 - a signal's argument
        address, self._checking = self._checking, None
        self._status.forget_ending()
        if address is None:
            return
        if was_cancelled:
            self._keep(address, replace(self._attempts[address], verdicts=None))
        else:
            attempt = replace(self._attempts[address], verdicts=verdicts, checked=self._files)
            self._keep(address, attempt)
        if address == self._address:
            self._show_outcome(verdicts, was_cancelled=was_cancelled)
        if not was_cancelled and not verdicts.problem:
            self.answer_checked.emit(address, self._files, verdicts)
            self.exercise_checked.emit(address, verdicts.are_passed)

    def _show_outcome(self, verdicts: Verdicts, *, was_cancelled: bool) -> None:
        if was_cancelled:
            self._panel.verdicts.tell_cancelled()
            return
        is_elsewhere = QApplication.focusWidget() is not None and not _has_focus(self._run_panel)
        takes_focus = self._focus_at_start and not is_elsewhere
        self._panel.show_verdicts(verdicts, takes_focus=takes_focus)
        self._tell_whether_changed()

    def _on_panels_arrangement_changed(self) -> None:
        if self._place.is_built:
            self._panel.set_task_beside(is_beside=self._panels.arrangement is not Arrangement.TABS)

    def _on_panel_place_requested(self, place: Place) -> None:
        if self._address is not None:
            self._practice.go_to(CursorPlace(self._address, place.file, place.line))

    def _on_panel_hint_requested(self) -> None:
        if self._address is None:
            return
        attempt = self._attempts[self._address]
        number = attempt.hints + 1
        self._panel.show_next_hint()
        self._keep(self._address, replace(attempt, hints=number))
        self.hint_shown.emit(self._address, number)

    def _on_panel_solution_requested(self) -> None:
        from groundwork.gui.exercise import solution_question  # noqa: PLC0415 - seldom wanted

        solution_question.ask_for_solution(self._panel.window(), self._on_solution_wanted)

    def _on_solution_wanted(self, is_puzzle: bool) -> None:  # noqa: FBT001 - an answer
        if self._address is None:
            return
        self._keep(self._address, replace(self._attempts[self._address], is_helped=True))
        self._panel.begin_solution(is_puzzle=is_puzzle)
        self.exercise_helped.emit(self._address)

    def _on_panel_comparison_requested(self) -> None:
        from groundwork.gui.exercise.solution_dialog import open_comparison  # noqa: PLC0415 - rare

        exercise = self._panel.exercise
        if exercise is not None:
            open_comparison(exercise, self._editor.texts(), self._appearance, self._panel)


def _has_focus(panel: QWidget) -> bool:
    focused = QApplication.focusWidget()
    return focused is not None and panel.isAncestorOf(focused)
