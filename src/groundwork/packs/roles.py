"""What fenced blocks can be for: the words that authors write behind the language."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Role:
    """What a block of this role is called, and what may stand on its first line.

    `values` take a value behind an `=`, `flags` stand alone. Blocks of a question have no id of
    their own: they stand inside it.
    """

    name: str
    noun: str
    values: tuple[str, ...] = ()
    flags: tuple[str, ...] = ()
    is_in_question: bool = False

    @property
    def a_noun(self) -> str:
        """The noun with its article, as a sentence begins with it."""
        return f"{'An' if self.noun[0] in 'aeiou' else 'A'} {self.noun}"


EXAMPLE = Role("example", "example", ("id", "title", "file", "fails", "input"), ("main", "no-run"))
OUTPUT = Role("output", "output", ("id",))
EXERCISE = Role("exercise", "exercise", ("id", "title", "file", "minutes"), ("main",))
TASK = Role("task", "task", ("id",))
SOLUTION = Role("solution", "solution", ("id", "file"))
CHECKS = Role("checks", "block of checks", ("id",))
HINT = Role("hint", "hint", ("id",))
WRONG = Role("wrong", "wrong answer", ("id", "name", "says", "file"))
PREDICT = Role("predict", "block to predict", ("input",), is_in_question=True)
BLANK = Role("blank", "block with a blank", is_in_question=True)
ORDER = Role("order", "block to order", is_in_question=True)

ROLES = {
    role.name: role
    for role in (
        *(EXAMPLE, OUTPUT, EXERCISE, TASK, SOLUTION, CHECKS, HINT, WRONG),
        *(PREDICT, BLANK, ORDER),
    )
}
PARTS_OF_EXERCISES = (EXERCISE, TASK, SOLUTION, CHECKS, HINT, WRONG)
