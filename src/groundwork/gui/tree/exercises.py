"""Keeps the exercises of the open lesson in the tree, each with how far the learner is."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QObject, Signal

from groundwork.gui.reading import OpenLesson, Reading
from groundwork.gui.tree.outline import ShownExercise
from groundwork.gui.tree.tree import LessonTree
from groundwork.learner.states import WorkState
from groundwork.packs.exercises import Exercise
from groundwork.packs.model import ExampleAddress


class TreeExercises(QObject):
    """Lists them and passes on which is chosen.

    Signals:
        chosen: an Exercise of the open lesson.
    """

    chosen = Signal(object)

    def __init__(self, *, reading: Reading, tree: LessonTree) -> None:
        super().__init__(tree)
        self._reading, self._tree = reading, tree
        self._states: Mapping[ExampleAddress, WorkState] = {}
        reading.lesson_opened.connect(self._list)
        reading.lesson_renewed.connect(self._list)
        tree.exercise_requested.connect(self._on_tree_exercise_requested)

    def show_states(self, states: Mapping[ExampleAddress, WorkState]) -> None:
        """Show how far the learner is with the exercises; those that are not named are new."""
        self._states = states
        self._list()

    def _list(self) -> None:
        opened = self._reading.current
        if opened is not None:
            shown = [self._shown(opened, one) for one in opened.loaded.page.exercises]
            self._tree.set_exercises(opened.address, shown)

    def _shown(self, opened: OpenLesson, exercise: Exercise) -> ShownExercise:
        address = ExampleAddress(opened.pack.id, opened.lesson.id, exercise.id)
        return ShownExercise(address, exercise.title, self._states.get(address, WorkState.NEW))

    def _on_tree_exercise_requested(self, address: ExampleAddress) -> None:
        opened = self._reading.current
        if opened is not None and opened.address == address.lesson:
            for exercise in opened.loaded.page.exercises:
                if exercise.id == address.example_id:
                    self.chosen.emit(exercise)
