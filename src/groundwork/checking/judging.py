"""How every kind of check comes to its verdict; each kind fills in what is its own."""

from __future__ import annotations

from abc import ABC, abstractmethod

from groundwork.checking.inspection import Inspection
from groundwork.checking.observed import Observed
from groundwork.checking.request import Answer, Request
from groundwork.checking.sentences import trouble
from groundwork.checking.shortening import short
from groundwork.checking.values import MalformedValueError
from groundwork.checking.verdicts import CheckVerdict, Place, Verdict
from groundwork.packs.checks import Check, Limits

_MOST_OUTPUT = 20_000


class BrokenCheckError(Exception):
    """The check or the solution of its exercise is at fault; the text says why."""


class Judge(ABC):
    """Carries out one check: watches an answer, and says what it thinks of what it saw.

    What the solution does is seen in the same way, and handed to `verdict` where `needs_solution`.
    """

    def __init__(self, check: Check, main: str, limits: Limits) -> None:
        self.title = check.title
        self._says = check.says
        self.main = main
        self.limits = limits

    @property
    @abstractmethod
    def request(self) -> Request:
        """How the answer is to be run, and what it is asked."""

    @property
    def needs_solution(self) -> bool:
        """Whether the solution tells what is expected."""
        return False

    @property
    def runs_program(self) -> bool:
        """Whether a program that never ends would keep this check waiting."""
        return True

    @property
    def given(self) -> str:
        """What the program is asked for or given."""
        return ""

    def observe(self, answer: Answer, inspection: Inspection) -> Observed:
        """Run the answer and watch it; raises what `Inspection.run` does."""
        with inspection.run(answer, self.request) as seen:
            return seen.observed

    def verdict(self, got: Observed, solved: Observed | None) -> CheckVerdict:
        """What comes of what was seen of the learner's answer, and of the solution."""
        reason = self._broken(got) or (self._solution_trouble(solved) if solved else "")
        if reason:
            return self._told(got, Verdict.STOPPED, f"This check cannot be carried out: {reason}")
        reason = self.trouble(got)
        if reason:
            place = got.failure.place if got.failure else got.place
            kind = Verdict.TIMED_OUT if got.is_late else Verdict.FAILED
            return self._told(got, kind, reason, given=self._busy_with(got), place=place)
        try:
            return self.judged(got, solved)
        except MalformedValueError:
            return self.failed(got, "What the program answered to this check cannot be read.")
        except (BrokenCheckError, ValueError) as error:
            sentence = f"This check cannot be carried out: {error}."
            return self._told(got, Verdict.STOPPED, sentence)

    @abstractmethod
    def judged(self, got: Observed, solved: Observed | None) -> CheckVerdict:
        """The verdict on a program that came to its end and answered; so did the solution."""

    def is_alike(self, one: Observed, other: Observed) -> bool:
        """Whether two answers behave in the same way, as far as this check can tell."""
        if _way_of_ending(one) != _way_of_ending(other):
            return False
        if self.trouble(one) or self.trouble(other):
            return bool(self.trouble(one)) == bool(self.trouble(other))
        try:
            return self.are_alike(one, other)
        except MalformedValueError:
            return False

    @abstractmethod
    def are_alike(self, one: Observed, other: Observed) -> bool:
        """The same, of two programs that came to their end and answered."""

    def trouble(self, got: Observed) -> str:
        """Why the program cannot be judged, as a sentence; empty where it can."""
        return trouble(got, self.limits, self.main, is_asked=bool(self.request.probe))

    def passed(self, got: Observed) -> CheckVerdict:
        """Nothing to complain of."""
        return self._told(got, Verdict.PASSED, "")

    def failed(  # noqa: PLR0913 - what a verdict tells
        self,
        observed: Observed,
        sentence: str,
        *,
        given: str = "",
        got: str = "",
        expected: str = "",
        is_text: bool = False,
        place: Place | None = None,
    ) -> CheckVerdict:
        """Something is not as it should be; the texts are short already."""
        return CheckVerdict(
            title=self.title,
            verdict=Verdict.FAILED,
            sentence=sentence,
            given=short(given or self.given),
            got=got,
            expected=expected,
            is_text=is_text,
            says=self._says,
            output=bounded_output(observed),
            place=place,
            seconds=observed.seconds,
        )

    def _told(
        self,
        observed: Observed,
        verdict: Verdict,
        sentence: str,
        *,
        given: str = "",
        place: Place | None = None,
    ) -> CheckVerdict:
        return CheckVerdict(
            title=self.title,
            verdict=verdict,
            sentence=sentence,
            given=short(given or self.given),
            says="" if verdict is Verdict.PASSED else self._says,
            output=bounded_output(observed),
            place=place,
            seconds=observed.seconds,
        )

    def _busy_with(self, _got: Observed) -> str:
        """What the program was asked when it got into trouble, where that says more."""
        return ""

    @staticmethod
    def _broken(got: Observed) -> str:
        return f"Python cannot read its code: {got.broken}." if got.broken else ""

    def _solution_trouble(self, solved: Observed) -> str:
        reason = self._broken(solved) or self.trouble(solved)
        return f"the exercise's solution cannot be judged itself. {reason}" if reason else ""


def bounded_output(observed: Observed) -> str:
    """What the program wrote, its beginning and its end where it is much."""
    text = observed.output
    if len(text) <= _MOST_OUTPUT:
        return text
    half = _MOST_OUTPUT // 2
    left_out = len(text) - 2 * half
    return f"{text[:half]}\n… {left_out:,} letters left out …\n{text[-half:]}"


def _way_of_ending(observed: Observed) -> tuple[object, ...]:
    failure = observed.failure.classes[:1] if observed.failure else ()
    return observed.stop, failure, observed.signal_number
