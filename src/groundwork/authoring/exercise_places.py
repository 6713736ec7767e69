"""Where the parts of an exercise stand: in the files of its folder, or in the lesson itself."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path

from groundwork.packs.checks import Check, PythonCheck
from groundwork.packs.exercise_folder import (
    CHECKS_NAME,
    PYTHON_CHECKS_NAME,
    SOLUTION,
    STARTER,
    WRONG,
)
from groundwork.packs.exercises import Exercise, WrongAnswer
from groundwork.packs.model import Lesson, Pack, Problem


@dataclass(frozen=True, slots=True)
class ExercisePlaces:
    """Makes problems of the parts of one exercise; `folder` is None where it has none."""

    lesson_file: Path
    exercise: Exercise
    folder: Path | None

    @classmethod
    def of(
        cls, pack: Pack, lesson: Lesson, exercise: Exercise, folders: Collection[str]
    ) -> ExercisePlaces:
        """The places of an exercise of the lesson, whose exercises lie in these `folders`."""
        own = (name for name in folders if name.rpartition("/")[2] == exercise.id)
        name = next(own, None)
        return cls(lesson.path, exercise, None if name is None else pack.folder / name)

    def starter(self, sentence: str, remedy: str) -> Problem:
        """A problem of what the learner begins with."""
        return self._problem(f"{STARTER}/{self.exercise.main}", 0, sentence, remedy)

    def solution(self, name: str, line: int, sentence: str, remedy: str) -> Problem:
        """A problem in the file `name` of the solution."""
        return self._problem(f"{SOLUTION}/{name}", line, sentence, remedy)

    def check(self, check: Check, sentence: str, remedy: str) -> Problem:
        """A problem of one of the checks."""
        if self.folder is None:
            return Problem(self.lesson_file, check.line or self.exercise.line, sentence, remedy)
        name = PYTHON_CHECKS_NAME if isinstance(check, PythonCheck) else CHECKS_NAME
        return Problem(self.folder / name, check.line, sentence, remedy)

    def wrong_answer(self, answer: WrongAnswer, sentence: str, remedy: str) -> Problem:
        """A problem of a known wrong answer."""
        if self.folder is None:
            return Problem(self.lesson_file, answer.line or self.exercise.line, sentence, remedy)
        place = self.folder / WRONG / answer.id
        return Problem(place if place.is_dir() else Path(f"{place}.py"), 0, sentence, remedy)

    def _problem(self, name: str, line: int, sentence: str, remedy: str) -> Problem:
        if self.folder is None:
            return Problem(self.lesson_file, self.exercise.line, sentence, remedy)
        return Problem(self.folder / name, line, sentence, remedy)
