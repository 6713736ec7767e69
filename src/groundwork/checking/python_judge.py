"""What a check finds that its author wrote in Python.

The author's function runs in a process of its own and reaches the learner's program by asking; so
what it knows and expects is never in the learner's process, nor on the disk.
"""

from __future__ import annotations

from dataclasses import replace

from groundwork.checking.checked_run import raised
from groundwork.checking.differing import differing
from groundwork.checking.inspection import Inspection
from groundwork.checking.judging import BrokenCheckError, Judge
from groundwork.checking.observed import Answered, Observed
from groundwork.checking.request import Answer, Request
from groundwork.checking.sentences import call_raised, error_text
from groundwork.checking.sentences import trouble as trouble_of
from groundwork.checking.values import MalformedValueError, decoded, is_same
from groundwork.checking.verdicts import CheckVerdict
from groundwork.child.probes import AUTHOR, SERVE
from groundwork.packs.checks import Limits, PythonCheck

_CONCLUSIONS = frozenset({"passed", "differs", "unmet", "escaped", "fault"})
_MORE_TIME = 2.0
"""Seconds that the author's process may go on when the learner's time is up."""

_NO_ANSWER = "The program ended itself before it had answered this check (exit code {})."


class PythonJudge(Judge):
    """Lets the author's function judge."""

    def __init__(self, check: PythonCheck, main: str, limits: Limits) -> None:
        super().__init__(check, main, limits)
        self._check = check

    @property
    def request(self) -> Request:
        """The program, and then whatever the author's process asks."""
        return Request((SERVE,), limits=self.limits)

    def observe(self, answer: Answer, inspection: Inspection) -> Observed:
        """Run both; `left` is what was seen of the author's process."""
        limits = replace(self.limits, seconds=self.limits.seconds + _MORE_TIME)
        asking = Request((AUTHOR, self._check.source, self._check.function), limits=limits)
        author, seen = inspection.let_converse(asking, answer, self.request)
        return replace(seen, left=author)

    def trouble(self, got: Observed) -> str:
        """Only where the author's function came to no conclusion can there be any."""
        author = got.left
        if not isinstance(author, Observed) or _conclusion(author) is not None:
            return ""
        reason = trouble_of(got, self.limits, self.main, is_asked=False)
        if reason or author.is_late or author.failure:
            return reason
        return _NO_ANSWER.format(got.exit_code)

    def judged(self, got: Observed, solved: Observed | None) -> CheckVerdict:
        """What the function came to."""
        del solved  # the author has said all
        author = got.left
        conclusion = _conclusion(author) if isinstance(author, Observed) else None
        match conclusion:
            case Answered("passed"):
                return self.passed(got)
            case Answered("differs", (value, expected, str(given))):
                sentence, text, wanted = differing(decoded(value), decoded(expected))
                return self.failed(got, sentence, given=given, got=text, expected=wanted)
            case Answered("unmet", (str(sentence), str(given))):
                return self.failed(got, sentence or "This check does not hold.", given=given)
            case Answered("escaped", (*parts, str(call))):
                return self._escaped(got, tuple(parts), call)
        raise BrokenCheckError(self._fault(conclusion))

    def _escaped(self, got: Observed, parts: tuple[object, ...], call: str) -> CheckVerdict:
        error = raised(parts)
        if error is None:
            raise MalformedValueError("no exception")
        sentence = call_raised(error, self.limits, call or "The program", self.main)
        return self.failed(got, sentence, given=call, got=error_text(error), place=error.place)

    def _fault(self, conclusion: Answered | None) -> str:
        """Why the author's function is at fault."""
        error = raised(conclusion.parts) if conclusion else None
        if error is None:
            return f"{self._check.function} came to no conclusion in time"
        where = f" (line {error.place.line})" if error.place else ""
        return f"{self._check.function} ended with {error_text(error)}{where}"

    def are_alike(self, one: Observed, other: Observed) -> bool:
        """The same conclusion for the same reason."""
        first, second = _reason(one), _reason(other)
        return first[:1] == second[:1] and is_same(first[1:], second[1:])


def _conclusion(author: Observed) -> Answered | None:
    return next((one for one in author.answers if one.kind in _CONCLUSIONS), None)


def _reason(got: Observed) -> tuple[object, ...]:
    """What the function came to and why, without what is said of it."""
    conclusion = _conclusion(got.left) if isinstance(got.left, Observed) else None
    match conclusion:
        case Answered("differs", (value, _, str(given))):
            return ("differs", given, decoded(value))
        case Answered("escaped", (list(classes), *_)):
            return ("escaped", classes[:1])
        case Answered(kind, parts):
            return (kind, repr(parts))
    return ()
