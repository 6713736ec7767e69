"""What came of checking a pack, as values for the command line and the window."""

from __future__ import annotations

from dataclasses import dataclass, field

from groundwork.packs.model import Pack, Problem


@dataclass(frozen=True, slots=True)
class Counts:
    """How much there is in a pack."""

    lessons: int = 0
    examples: int = 0
    exercises: int = 0
    questions: int = 0


@dataclass(frozen=True, slots=True)
class CheckReport:
    """Everything that is wrong with a pack; `pack` is None where it cannot be opened at all."""

    pack: Pack | None
    problems: tuple[Problem, ...]
    counts: Counts = Counts()
    seconds: float = field(default=0.0, compare=False)

    @property
    def is_passed(self) -> bool:
        """Whether the pack can be handed out."""
        return self.pack is not None and not self.problems
