"""How far the learner is with an exercise or a lesson, as values."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import NamedTuple


class WorkState(Enum):
    """How far the learner is; the values are what the file of progress holds.

    `DONE_WITH_HELP`: solved after the solution had been shown.
    """

    NEW = 0
    BEGUN = 1
    DONE = 2
    DONE_WITH_HELP = 3

    @property
    def is_done(self) -> bool:
        """Whether it is done, with help or without."""
        return self in {WorkState.DONE, WorkState.DONE_WITH_HELP}


@dataclass(frozen=True, slots=True)
class ExerciseProgress:
    """What the learner has done with an exercise or a question; a question's attempts are answers.

    `hints` is how many hints were shown. `was_helped`: the solution was shown before it was solved.
    """

    attempts: int = 0
    passes: int = 0
    hints: int = 0
    was_helped: bool = False
    is_question: bool = False

    @property
    def state(self) -> WorkState:
        """Begun at least: of what is new there is no progress to tell."""
        if not self.passes:
            return WorkState.BEGUN
        return WorkState.DONE_WITH_HELP if self.was_helped else WorkState.DONE


class LessonProgress(NamedTuple):
    """What the learner has done with a lesson; a tuple, for thousands are read at once.

    `seconds` is the time spent with it; `seen_at` when it was last worked on, as ISO 8601 in UTC,
    which sorts by time, or empty where that is not known.
    """

    state: WorkState = WorkState.NEW
    exercises_done: int = 0
    questions_done: int = 0
    seconds: int = 0
    seen_at: str = ""
