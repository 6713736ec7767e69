"""The ids of one lesson: each belongs to one example, exercise or question."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from groundwork.packs.names import ID_RULE, id_fault
from groundwork.packs.problems import ProblemCollector
from groundwork.packs.wording import quoted


@dataclass(frozen=True, slots=True)
class _Owner:
    noun: str
    line: int


class IdRegister:
    """Takes note of whom an id belongs to; the first who claims it keeps it."""

    def __init__(self, problems: ProblemCollector) -> None:
        self._problems = problems
        self._owners: dict[str, _Owner] = {}

    def claim(self, an_id: str, noun: str, line: int) -> bool:
        """Whether the `noun` in `line` may have this id; told where it may not."""
        fault = id_fault(an_id)
        if fault:
            self._problems.tell(line, f"The {noun}'s id {quoted(an_id)} {fault}.", ID_RULE)
            return False
        owner = self._owners.setdefault(an_id, _Owner(noun, line))
        if owner == _Owner(noun, line):
            return True
        sentence = f"The id {quoted(an_id)} belongs to the {owner.noun} in line {owner.line}."
        remedy = f"Ids are unique in their lesson: choose another for this {noun}."
        self._problems.tell(line, sentence, remedy)
        return False

    def joins(self, an_id: str, noun: str, line: int) -> bool:
        """Whether a block in `line` belongs to the `noun` of this id, or is the first of it."""
        owner = self._owners.get(an_id)
        if owner is not None and owner.noun == noun:
            return True
        return self.claim(an_id, noun, line)

    def of(self, noun: str) -> Iterable[str]:
        """The ids of all that are called `noun`."""
        return [an_id for an_id, owner in self._owners.items() if owner.noun == noun]
