"""What a call in the program gives."""

from __future__ import annotations

from groundwork.checking.checked_run import raised
from groundwork.checking.differing import differing
from groundwork.checking.judging import Judge
from groundwork.checking.observed import Observed, Raised
from groundwork.checking.request import Request
from groundwork.checking.sentences import call_raised, error_text
from groundwork.checking.shortening import short
from groundwork.checking.values import MalformedValueError, decoded, is_same, literal, shown
from groundwork.checking.verdicts import CheckVerdict
from groundwork.child.probes import CALL
from groundwork.packs.checks import CallCheck, Limits, RaisesCheck


def outcome(observed: Observed) -> object:
    """What the call gave: a value, or `Raised`.

    Raises:
        MalformedValueError: the answers tell of neither.
    """
    for answer in observed.answers:
        if answer.kind == "value" and len(answer.parts) == 1:
            return decoded(answer.parts[0])
        if answer.kind == "raised":
            error = raised(answer.parts)
            if error is not None:
                return error
    raise MalformedValueError("no outcome of a call")


class CallJudge(Judge):
    """Compares the value of an expression."""

    def __init__(self, check: CallCheck, main: str, limits: Limits) -> None:
        super().__init__(check, main, limits)
        self._check = check

    @property
    def request(self) -> Request:
        """The program, and then the call."""
        check = self._check
        return Request((CALL, check.setup, check.call), check.typed_input, limits=self.limits)

    @property
    def needs_solution(self) -> bool:
        """Where the author wrote no value."""
        return self._check.expected is None

    @property
    def given(self) -> str:
        """What is set up, and the call."""
        return f"{self._check.setup.rstrip()}\n{self._check.call}".lstrip()

    def judged(self, got: Observed, solved: Observed | None) -> CheckVerdict:
        """A value by its structure; an exception is as wrong as any other value."""
        value = outcome(got)
        expected = outcome(solved) if solved else literal(self._check.expected or "")
        if are_outcomes_same(value, expected, self._check.tolerance):
            return self.passed(got)
        if isinstance(value, Raised):
            return self._unwanted(got, value, expected)
        if isinstance(expected, Raised):
            sentence = f"This check expected {expected.name} to be raised, and got a value."
            text, wanted = short(shown(value)), error_text(expected)
        else:
            sentence, text, wanted = differing(value, expected, self._check.tolerance)
        return self.failed(got, sentence, got=text, expected=wanted)

    def _unwanted(self, got: Observed, error: Raised, expected: object) -> CheckVerdict:
        wanted = error_text(expected) if isinstance(expected, Raised) else shown(expected)
        return self.failed(
            got,
            call_raised(error, self.limits, self._check.call, self.main),
            got=error_text(error),
            expected=short(wanted),
            place=error.place,
        )

    def are_alike(self, one: Observed, other: Observed) -> bool:
        """The same value, or the same class of exception."""
        return are_outcomes_same(outcome(one), outcome(other), self._check.tolerance)


def are_outcomes_same(one: object, other: object, tolerance: float) -> bool:
    """Whether two calls came to the same: equal values, or exceptions of one class."""
    if isinstance(one, Raised) and isinstance(other, Raised):
        return one.classes[:1] == other.classes[:1]
    if isinstance(one, Raised) or isinstance(other, Raised):
        return False
    return is_same(one, other, tolerance)


class RaisesJudge(Judge):
    """Waits for a certain exception."""

    def __init__(self, check: RaisesCheck, main: str, limits: Limits) -> None:
        super().__init__(check, main, limits)
        self._check = check

    @property
    def request(self) -> Request:
        """The program, and then the call."""
        check = self._check
        return Request((CALL, check.setup, check.call), check.typed_input, limits=self.limits)

    @property
    def given(self) -> str:
        """What is set up, and the call."""
        return f"{self._check.setup.rstrip()}\n{self._check.call}".lstrip()

    def judged(self, got: Observed, solved: Observed | None) -> CheckVerdict:
        """By class, or one above it, and by what the text holds."""
        del solved  # the author has said all
        check, value = self._check, outcome(got)
        wanted = f"{check.error}: … {check.message} …" if check.message else check.error
        if not isinstance(value, Raised):
            sentence = f"This check expected {check.error} to be raised, and got a value."
            return self.failed(got, sentence, got=short(shown(value)), expected=wanted)
        if not value.is_a(check.error):
            sentence = call_raised(value, self.limits, check.call, self.main)
        elif check.message not in value.message:
            sentence = f"{value.name} is right, but its text does not hold “{check.message}”."
        else:
            return self.passed(got)
        text = short(error_text(value))
        return self.failed(got, sentence, got=text, expected=wanted, place=value.place)

    def are_alike(self, one: Observed, other: Observed) -> bool:
        """The same value, or the same class of exception with a text that is as right or wrong."""
        first, second = outcome(one), outcome(other)
        if isinstance(first, Raised) and isinstance(second, Raised):
            message = self._check.message
            are_texts_alike = (message in first.message) == (message in second.message)
            return first.classes[:1] == second.classes[:1] and are_texts_alike
        return are_outcomes_same(first, second, 0.0)
