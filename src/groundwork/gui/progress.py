"""Notes the learner's progress without the window ever waiting for the disk."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from functools import partial
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QObject, QTimer, Signal

from groundwork.gui.background import Background
from groundwork.learner.progress import Progress
from groundwork.learner.states import ExerciseProgress, LessonProgress, WorkState
from groundwork.packs.addresses import ExampleAddress, LessonAddress
from groundwork.packs.moves import Move

_RETRY = 5000
"""Milliseconds between attempts to note what could not be noted."""


class _Answer(NamedTuple):
    """What is known after a change."""

    lessons: dict[LessonAddress, LessonProgress]
    exercises: dict[ExampleAddress, ExerciseProgress]
    trouble: str
    notice: str


class ProgressRecord(QObject):
    """What the learner has begun, run and finished. Answers come as signals; nothing here blocks.

    Signals:
        states_changed: a dict from LessonAddress to WorkState, of all lessons that are not new.
        lessons_changed: a dict from LessonAddress to LessonProgress, of all that were ever opened.
        exercises_changed: a dict from ExampleAddress to ExerciseProgress, of those exercises and
            questions of the open lesson that are not new; `exercises` has it, too.
        trouble_told: a sentence; progress is kept in memory until `trouble_ended`.
        trouble_ended: everything is noted again.
        notice_told: a sentence about what happened to the file of progress, once.
    """

    states_changed = Signal(object)
    lessons_changed = Signal(object)
    exercises_changed = Signal(object)
    trouble_told = Signal(str)
    trouble_ended = Signal()
    notice_told = Signal(str)

    def __init__(self, file: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._progress = Progress(file)
        self._lessons: Mapping[LessonAddress, LessonProgress] | None = None
        self._states: Mapping[LessonAddress, WorkState] | None = None
        self._exercises: Mapping[ExampleAddress, ExerciseProgress] = {}
        self._trouble = ""
        self._notice = ""
        self._disk = Background(self, name="progress", threads=1)
        self._retry_timer = QTimer(self, singleShot=True, interval=_RETRY)
        self._retry_timer.timeout.connect(self._on_retry_timer_timeout)

    @property
    def lessons(self) -> Mapping[LessonAddress, LessonProgress]:
        """Every lesson that was ever opened, as last told by `lessons_changed`."""
        return self._lessons or {}

    @property
    def exercises(self) -> Mapping[ExampleAddress, ExerciseProgress]:
        """What of the open lesson is not new, as last told by `exercises_changed`."""
        return self._exercises

    def load(self) -> None:
        """Ask for the state of all lessons; the signals bring it."""
        self._do(None)

    def begin(self, address: LessonAddress, required: Collection[str] = ()) -> None:
        """The learner has opened a lesson.

        `required` are the ids of its exercises and questions: with the last of them it is done.
        """
        self._do(partial(self._progress.begin, address, frozenset(required)))

    def set_done(self, address: LessonAddress, *, is_done: bool) -> None:
        """The learner says that a lesson is done, or that it is not."""
        self._do(partial(self._progress.set_done, address, is_done=is_done))

    def example_run(self, address: ExampleAddress, was_success: bool) -> None:  # noqa: FBT001 - a signal's argument
        """The learner has run an example or an exercise; a slot."""
        self._do(partial(self._progress.example_run, address, was_success=was_success))

    def exercise_checked(self, address: ExampleAddress, *, was_passed: bool) -> None:
        """The learner has checked an answer to an exercise."""
        self._add(address, ExerciseProgress(attempts=1, passes=int(was_passed)))

    def hint_shown(self, address: ExampleAddress, number: int) -> None:
        """The learner has read a hint; `number` counts from 1."""
        self._add(address, ExerciseProgress(hints=number))

    def exercise_helped(self, address: ExampleAddress) -> None:
        """The learner has seen the solution; remembered unless the exercise was solved before."""
        self._add(address, ExerciseProgress(was_helped=True))

    def question_answered(self, address: ExampleAddress, *, was_right: bool) -> None:
        """The learner has answered a question."""
        self._add(address, ExerciseProgress(1, int(was_right), is_question=True))

    def time_spent(self, lesson: LessonAddress, seconds: int) -> None:
        """The learner was busy with a lesson for so long."""
        self._do(partial(self._progress.spend, lesson, seconds))

    def restart(self, lessons: Collection[LessonAddress]) -> None:
        """These lessons are new again, with their exercises and questions; the time spent stays."""
        self._do(partial(self._progress.restart, tuple(lessons)))

    def follow(self, moves: Collection[Move]) -> None:
        """What was noted at former addresses belongs to those of today."""
        self._do(partial(self._progress.follow, moves))

    def close(self, seconds: float = 0.5) -> None:
        """Note what is waiting, and end; waits no longer than `seconds`. The last call."""
        self._retry_timer.stop()
        self._disk.submit(self._progress.close)
        self._disk.drain(seconds)
        self._disk.close()

    def _add(self, address: ExampleAddress, added: ExerciseProgress) -> None:
        self._do(partial(self._progress.work, address, added))

    def _do(self, change: Callable[[], None] | None) -> None:
        def work() -> _Answer:
            if change is not None:
                change()
            progress = self._progress
            lessons = progress.lessons()
            return _Answer(lessons, progress.exercises, progress.trouble, progress.notice)

        self._disk.submit(work, self._tell)

    def _tell(self, answer: _Answer) -> None:
        self._tell_progress(answer)
        if answer.notice != self._notice:
            self._notice = answer.notice
            self.notice_told.emit(answer.notice)
        if answer.trouble:
            self._retry_timer.start()
        if answer.trouble != self._trouble:
            self._trouble = answer.trouble
            if answer.trouble:
                self.trouble_told.emit(answer.trouble)
            else:
                self.trouble_ended.emit()

    def _tell_progress(self, answer: _Answer) -> None:
        if answer.exercises != self._exercises:
            self._exercises = answer.exercises
            self.exercises_changed.emit(answer.exercises)
        if answer.lessons == self._lessons:
            return
        self._lessons = answer.lessons
        self.lessons_changed.emit(answer.lessons)
        states = _states(answer.lessons)
        if states != self._states:
            self._states = states
            self.states_changed.emit(states)

    def _on_retry_timer_timeout(self) -> None:
        self._do(None)


def _states(lessons: Mapping[LessonAddress, LessonProgress]) -> dict[LessonAddress, WorkState]:
    states = {address: progress.state for address, progress in lessons.items()}
    return {address: state for address, state in states.items() if state is not WorkState.NEW}
