"""What came of checking an answer, as values that the window and the command line show."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum

from groundwork.packs.exercises import WrongAnswer


class Verdict(Enum):
    """What one check says. `STOPPED`: the learner or a limit ended it before it could say."""

    PASSED = "passed"
    FAILED = "failed"
    TIMED_OUT = "timed out"
    STOPPED = "stopped"


@dataclass(frozen=True, slots=True)
class Place:
    """A line of one of the learner's files; `line` counts from 1."""

    file: str
    line: int


@dataclass(frozen=True, slots=True)
class CheckVerdict:
    """What one check found.

    `title` is the check's. `sentence` says plainly what happened, and is empty where it passed.
    `given` is what the program was asked for or given, `got` what came of it and `expected` what
    should have; each is empty where it would say nothing. `is_text` tells that `got` and `expected`
    are texts, shown line by line, and not values of Python. `output` is what the program wrote
    meanwhile, `place` where it failed or was when its time was up.
    """

    title: str
    verdict: Verdict
    sentence: str = ""
    given: str = ""
    got: str = ""
    expected: str = ""
    is_text: bool = False
    says: str = ""
    output: str = ""
    place: Place | None = None
    seconds: float = 0.0

    @property
    def is_passed(self) -> bool:
        """Whether the check found nothing to complain of."""
        return self.verdict is Verdict.PASSED


@dataclass(frozen=True, slots=True)
class Verdicts:
    """What all checks of an exercise found, in the author's order.

    `wrong_answer` is the known wrong answer that the learner's behaves like. `problem` is a
    sentence where nothing could be checked at all through no fault of the learner's.
    """

    checks: tuple[CheckVerdict, ...] = ()
    wrong_answer: WrongAnswer | None = None
    problem: str = ""
    seconds: float = field(default=0.0, compare=False)

    @property
    def are_passed(self) -> bool:
        """Whether the answer is right: every check passed, and there was one."""
        return bool(self.checks) and all(check.is_passed for check in self.checks)

    @property
    def first_failed(self) -> CheckVerdict | None:
        """The check to look at first; None where all passed."""
        return next((check for check in self.checks if not check.is_passed), None)
