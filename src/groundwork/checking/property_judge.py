"""A function that agrees with the solution's for many generated arguments."""

from __future__ import annotations

from dataclasses import dataclass

from groundwork.checking.call_judge import are_outcomes_same
from groundwork.checking.checked_run import raised
from groundwork.checking.differing import differing
from groundwork.checking.judging import BrokenCheckError, Judge
from groundwork.checking.observed import Observed, Raised
from groundwork.checking.request import Request
from groundwork.checking.sentences import call_raised, error_text
from groundwork.checking.shortening import short
from groundwork.checking.values import decoded, is_same, shown
from groundwork.checking.verdicts import CheckVerdict
from groundwork.child.probes import CASES
from groundwork.packs.checks import Limits, PropertyCheck


@dataclass(frozen=True, slots=True)
class Case:
    """Arguments, and what came of a call with them: a value or `Raised`."""

    arguments: object
    outcome: object


class PropertyJudge(Judge):
    """Compares the outcomes case by case; the smallest that differs is told."""

    def __init__(self, check: PropertyCheck, main: str, limits: Limits, seed: int) -> None:
        super().__init__(check, main, limits)
        self._check = check
        self._seed = seed

    @property
    def request(self) -> Request:
        """The program, and then the calls."""
        check = self._check
        probe = (CASES, check.function, check.arguments, check.count, self._seed)
        return Request(probe, check.typed_input, limits=self.limits)

    @property
    def needs_solution(self) -> bool:
        """It is what the answer is compared with."""
        return True

    @property
    def given(self) -> str:
        """The function; the arguments come with the case that fails."""
        return self._check.function

    def judged(self, got: Observed, solved: Observed | None) -> CheckVerdict:
        """Case by case."""
        cases, right = cases_of(got), cases_of(solved) if solved else []
        if not right or any(isinstance(case.arguments, Raised) for case in right):
            raise BrokenCheckError("no arguments can be generated with the exercise's solution")
        if len(cases) != len(right) or not all(map(_have_same_arguments, cases, right)):
            sentence = "The program changes what this check makes the arguments with."
            return self.failed(got, sentence)
        wrong = [pair for pair in zip(cases, right, strict=True) if not self._are_same(*pair)]
        if not wrong:
            return self.passed(got)
        return self._told_case(got, *min(wrong, key=_size), len(wrong))

    def _told_case(self, observed: Observed, case: Case, right: Case, count: int) -> CheckVerdict:
        given, place = self._call(case.arguments), None
        if isinstance(case.outcome, Raised):
            call = given if len(given) <= _SHORT else self._check.function
            sentence = call_raised(case.outcome, self.limits, call, self.main)
            got, place = error_text(case.outcome), case.outcome.place
            expected = _outcome_shown(right.outcome)
        elif isinstance(right.outcome, Raised):
            sentence = f"This check expected {right.outcome.name} to be raised, and got a value."
            got, expected = short(shown(case.outcome)), error_text(right.outcome)
        else:
            sentence, got, expected = differing(case.outcome, right.outcome, self._check.tolerance)
        return self.failed(
            observed,
            f"{sentence} {self._extent(count)}",
            given=given,
            got=got,
            expected=expected,
            place=place,
        )

    def _extent(self, count: int) -> str:
        if count == 1:
            return f"Of {self._check.count} generated inputs only this one goes wrong."
        return (
            f"{count} of {self._check.count} generated inputs go wrong; this is the smallest of "
            "them."
        )

    def are_alike(self, one: Observed, other: Observed) -> bool:
        """The same outcomes."""
        first, second = cases_of(one), cases_of(other)
        return len(first) == len(second) and all(map(self._are_same, first, second))

    def _are_same(self, one: Case, other: Case) -> bool:
        return are_outcomes_same(one.outcome, other.outcome, self._check.tolerance)

    def _busy_with(self, got: Observed) -> str:
        """The call that had not come back."""
        answers = got.answers
        if not answers or answers[-1].kind != "given":
            return ""
        return self._call(decoded(answers[-1].parts[0]))

    def _call(self, arguments: object) -> str:
        if not isinstance(arguments, tuple):
            return self._check.function
        return f"{self._check.function}({', '.join(map(shown, arguments))})"


_SHORT = 80


def cases_of(observed: Observed) -> list[Case]:
    """What was answered, in pairs; where no arguments could be made they are `Raised`.

    Raises:
        MalformedValueError: a value is none.
    """
    cases: list[Case] = []
    given: object = None
    is_given = False
    for answer in observed.answers:
        if answer.kind == "given" and answer.parts:
            given, is_given = decoded(answer.parts[0]), True
        elif answer.kind in {"value", "raised"}:
            outcome = raised(answer.parts) if answer.kind == "raised" else decoded(*answer.parts)
            cases.append(Case(given if is_given else outcome, outcome))
            is_given = False
    return cases


def _have_same_arguments(one: Case, other: Case) -> bool:
    if isinstance(one.arguments, Raised) or isinstance(other.arguments, Raised):
        return False
    return is_same(one.arguments, other.arguments)


def _size(pair: tuple[Case, Case]) -> int:
    return len(shown(pair[0].arguments))


def _outcome_shown(outcome: object) -> str:
    return error_text(outcome) if isinstance(outcome, Raised) else short(shown(outcome))
