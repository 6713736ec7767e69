"""Joins the questions of the page to progress, and to the programs that answer them."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from threading import Event
from typing import TYPE_CHECKING

import shiboken6
from PySide6.QtCore import QObject

from groundwork.gui.background import Background
from groundwork.gui.page.lesson_page import LessonPage
from groundwork.gui.progress import ProgressRecord
from groundwork.gui.question.panel import QuestionPanel
from groundwork.gui.trust_desk import TrustDesk
from groundwork.learner.states import ExerciseProgress, WorkState
from groundwork.packs.addresses import ExampleAddress, LessonAddress
from groundwork.packs.exercises import PredictQuestion, Question

if TYPE_CHECKING:
    from groundwork.checking.program_output import ProgramOutput


class QuestionDesk(QObject):
    """Notes answers, shows what was answered before, and runs the programs that are asked about."""

    def __init__(self, page: LessonPage, progress: ProgressRecord, trust: TrustDesk) -> None:
        super().__init__(page)
        self._progress, self._trust = progress, trust
        self._threads = Background(self, name="questions", threads=1)
        self._is_closed = Event()
        self._waiting: QuestionPanel | None = None
        trust.declined.connect(self._on_trust_declined)
        self._lesson: LessonAddress | None = None
        self._panels: list[QuestionPanel] = []
        page.question_shown.connect(self._on_page_question_shown)
        progress.exercises_changed.connect(self._on_progress_exercises_changed)

    def begin_lesson(self, address: LessonAddress) -> None:
        """The page shows another lesson now; its questions are answered under this address."""
        self._lesson = address

    def close(self, seconds: float = 1.0) -> None:
        """End; waits for a program that is being run to end, `seconds` at most."""
        self._is_closed.set()
        self._threads.drain(seconds)
        self._threads.close()

    def _on_page_question_shown(self, panel: QuestionPanel) -> None:
        self._panels = [one for one in self._panels if shiboken6.isValid(one)]
        self._panels.append(panel)
        panel.answered.connect(self._on_panel_answered)
        panel.output_requested.connect(partial(self._on_panel_output_requested, panel))
        self._show_state(panel, self._progress.exercises)

    def _on_progress_exercises_changed(
        self, exercises: Mapping[ExampleAddress, ExerciseProgress]
    ) -> None:
        for panel in self._panels:
            if shiboken6.isValid(panel):
                self._show_state(panel, exercises)

    def _show_state(
        self, panel: QuestionPanel, exercises: Mapping[ExampleAddress, ExerciseProgress]
    ) -> None:
        address = self._address(panel.question)
        known = None if address is None else exercises.get(address)
        panel.set_state(WorkState.NEW if known is None else known.state)

    def _address(self, question: Question) -> ExampleAddress | None:
        if self._lesson is None:
            return None
        return ExampleAddress(self._lesson.pack_id, self._lesson.lesson_id, question.id)

    def _on_panel_answered(self, question: Question, was_right: bool) -> None:  # noqa: FBT001 - a signal's argument
        address = self._address(question)
        if address is not None:
            self._progress.question_answered(address, was_right=was_right)

    def _on_panel_output_requested(self, panel: QuestionPanel, question: PredictQuestion) -> None:
        if self._lesson is None:
            return
        self._waiting = panel
        self._trust.when_agreed(self._lesson.pack_id, partial(self._run, panel, question))

    def _on_trust_declined(self, sentence: str) -> None:
        panel, self._waiting = self._waiting, None
        if panel is not None and shiboken6.isValid(panel):
            panel.set_problem(f"{sentence}.")

    def _run(self, panel: QuestionPanel, question: PredictQuestion) -> None:
        self._waiting = None
        work = partial(_output, question, self._is_closed)
        self._threads.submit(work, partial(_show_output, panel))


def _output(question: PredictQuestion, is_closed: Event) -> ProgramOutput:
    from groundwork.checking.program_output import program_output  # noqa: PLC0415 - not needed at the start

    return program_output(question.program, question.typed_input, is_cancelled=is_closed.is_set)


def _show_output(panel: QuestionPanel, output: ProgramOutput) -> None:
    if not shiboken6.isValid(panel):
        return  # the reader has gone on to another lesson
    if output.problem and not output.error:  # an error is part of what a program does
        panel.set_problem(output.problem)
    else:
        panel.set_output(output.text)
