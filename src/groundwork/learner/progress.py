"""What the learner has read, run and finished, kept in one SQLite file."""

from __future__ import annotations

from enum import Enum


class LessonState(Enum):
    """How far the learner is with a lesson; the values are what the file holds."""

    NEW = 0
    BEGUN = 1
    DONE = 2
