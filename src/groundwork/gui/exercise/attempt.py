"""What the window knows of the learner's work on one exercise."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from groundwork.checking.verdicts import Verdicts
from groundwork.learner.states import ExerciseProgress, WorkState


@dataclass(frozen=True, slots=True)
class Attempt:
    """How far the learner is with an exercise.

    `hints` is how many were shown. `is_helped`: the solution may be seen, because the learner has
    asked for it. `verdicts` are the last of this window, and `checked` the texts they are about.
    """

    state: WorkState = WorkState.NEW
    hints: int = 0
    is_helped: bool = False
    verdicts: Verdicts | None = None
    checked: Mapping[str, str] = field(default_factory=dict)

    def after(self, progress: ExerciseProgress) -> Attempt:
        """The attempt with what is noted of it, in this window or before."""
        return replace(
            self,
            state=progress.state,
            hints=max(self.hints, progress.hints),
            is_helped=self.is_helped or progress.was_helped,
        )

    @property
    def may_compare(self) -> bool:
        """Whether the learner's code may stand beside the solution."""
        return self.is_helped or self.state.is_done
