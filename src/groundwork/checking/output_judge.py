"""What a program prints for what is typed into it."""

from __future__ import annotations

from groundwork.checking.comparison import first_difference, is_text_same
from groundwork.checking.judging import Judge
from groundwork.checking.observed import Observed
from groundwork.checking.request import Request
from groundwork.checking.shortening import short_texts
from groundwork.checking.verdicts import CheckVerdict
from groundwork.packs.checks import Limits, OutputCheck


class OutputJudge(Judge):
    """Compares standard output."""

    def __init__(self, check: OutputCheck, main: str, limits: Limits) -> None:
        super().__init__(check, main, limits)
        self._check = check

    @property
    def request(self) -> Request:
        """The program, run to its end."""
        check = self._check
        return Request((), check.typed_input, check.arguments, self.limits)

    @property
    def needs_solution(self) -> bool:
        """Where the author wrote no output."""
        return self._check.expected is None

    @property
    def given(self) -> str:
        """What is typed, and the arguments."""
        arguments = " ".join(self._check.arguments)
        named = f"Arguments: {arguments}\n" if arguments else ""
        return named + self._check.typed_input

    def judged(self, got: Observed, solved: Observed | None) -> CheckVerdict:
        """By the author's comparison."""
        check = self._check
        expected = solved.stdout if solved else check.expected or ""
        difference = first_difference(got.stdout, expected, check.comparison, check.tolerance)
        if difference is None:
            return self.passed(got)
        shown = short_texts(got.stdout, expected, difference.got_at, difference.expected_at)
        if not got.stdout.strip():
            sentence = "The program printed nothing."
        elif not expected.strip():
            sentence = "The program was to print nothing."
        else:
            sentence = (
                f"The program printed something else than expected, from line {difference.line} on."
            )
        return self.failed(got, sentence, got=shown[0], expected=shown[1], is_text=True)

    def are_alike(self, one: Observed, other: Observed) -> bool:
        """By the author's comparison."""
        check = self._check
        return is_text_same(one.stdout, other.stdout, check.comparison, check.tolerance)
