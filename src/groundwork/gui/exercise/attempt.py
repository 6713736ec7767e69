"""What the window knows of the learner's work on one exercise."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from groundwork.checking.verdicts import Verdicts
from groundwork.learner.states import ExerciseProgress, WorkState
from groundwork.packs.addresses import ExampleAddress, LessonAddress


@dataclass(frozen=True, slots=True)
class Attempt:
    """How far the learner is with an exercise.

    `noted` is the state that is written down; `has_draft`: the learner's text differs from the
    starter. `hints` is how many were shown. `was_checked`: once at least, be it in an earlier
    window. `is_helped`: the solution may be seen, because the learner has asked for it. `verdicts`
    are the last of this window, and `checked` the texts they are about.
    """

    noted: WorkState = WorkState.NEW
    has_draft: bool = False
    hints: int = 0
    was_checked: bool = False
    is_helped: bool = False
    verdicts: Verdicts | None = None
    checked: Mapping[str, str] = field(default_factory=dict)

    def after(self, progress: ExerciseProgress) -> Attempt:
        """The attempt with what is noted of it, in this window or before."""
        return replace(
            self,
            noted=progress.state,
            hints=max(self.hints, progress.hints),
            was_checked=self.was_checked or progress.attempts > 0,
            is_helped=self.is_helped or progress.was_helped,
        )

    @property
    def state(self) -> WorkState:
        """How far the learner is, wherever it is shown: a draft is a beginning, checked or not."""
        is_begun = self.noted is WorkState.NEW and self.has_draft
        return WorkState.BEGUN if is_begun else self.noted

    @property
    def may_compare(self) -> bool:
        """Whether the learner's code may stand beside the solution."""
        return self.is_helped or self.state.is_done


class Attempts:
    """What this window knows of the learner's work on all exercises."""

    def __init__(self) -> None:
        self._known: dict[ExampleAddress, Attempt] = {}

    def __getitem__(self, address: ExampleAddress) -> Attempt:
        """The attempt at an exercise, be it new."""
        return self._known.get(address, Attempt())

    def __setitem__(self, address: ExampleAddress, attempt: Attempt) -> None:
        """Know that the learner has come further."""
        self._known[address] = attempt

    def forget_verdicts(self, address: ExampleAddress) -> None:
        """The checks are other ones now."""
        self._known[address] = replace(self[address], verdicts=None)

    def note_drafts(self, addresses: Iterable[ExampleAddress], *, are_changed: bool) -> None:
        """Know whether the learner's texts differ from the starters."""
        for address in addresses:
            self._known[address] = replace(self[address], has_draft=are_changed)

    def states(self, lesson: LessonAddress) -> dict[ExampleAddress, WorkState]:
        """How far the learner is with the exercises of a lesson; others of it are new."""
        known = self._known.items()
        return {address: attempt.state for address, attempt in known if address.lesson == lesson}

    def take(
        self,
        progress: Mapping[ExampleAddress, ExerciseProgress],
        exercises: Iterable[ExampleAddress],
    ) -> list[ExampleAddress]:
        """Take over what is noted of these exercises.

        Returns those that were begun and of which nothing is noted any more: they have been
        restarted, and are new again. Progress of another lesson alone says nothing of them.
        """
        lessons = {address.lesson for address in progress}
        restarted = []
        for address in exercises:
            if address in progress:
                self._known[address] = self[address].after(progress[address])
            elif self[address].noted is not WorkState.NEW and lessons <= {address.lesson}:
                self._known[address] = Attempt(has_draft=self[address].has_draft)
                restarted.append(address)
        return restarted
