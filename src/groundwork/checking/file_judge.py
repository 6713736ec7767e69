"""A text file that a program leaves behind."""

from __future__ import annotations

from dataclasses import replace

from groundwork.checking.comparison import first_difference, is_text_same
from groundwork.checking.inspection import Inspection
from groundwork.checking.judging import BrokenCheckError, Judge
from groundwork.checking.observed import Observed
from groundwork.checking.request import Answer, Request
from groundwork.checking.shortening import short_texts
from groundwork.checking.text_left import text_left
from groundwork.checking.verdicts import CheckVerdict
from groundwork.packs.checks import FileCheck, Limits


class FileJudge(Judge):
    """Compares the file with what is expected."""

    def __init__(self, check: FileCheck, main: str, limits: Limits) -> None:
        super().__init__(check, main, limits)
        self._check = check

    @property
    def request(self) -> Request:
        """The program, run to its end."""
        return Request(typed_input=self._check.typed_input, limits=self.limits)

    @property
    def needs_solution(self) -> bool:
        """Where the author wrote no text."""
        return self._check.expected is None

    @property
    def given(self) -> str:
        """What is typed."""
        return self._check.typed_input

    def observe(self, answer: Answer, inspection: Inspection) -> Observed:
        """Run the program, then read the file."""
        with inspection.run(answer, self.request) as seen:
            text = text_left(seen.folder, self._check.file, self.limits.output)
            return replace(seen.observed, left=text)

    def judged(self, got: Observed, solved: Observed | None) -> CheckVerdict:
        """By the author's comparison."""
        check = self._check
        expected = _text(solved) if solved else check.expected
        if expected is None:
            raise BrokenCheckError(f"the exercise's solution leaves no file {check.file}")
        text = _text(got)
        if text is None:
            return self.failed(got, f"The program left no file {check.file}.")
        difference = first_difference(text, expected, check.comparison, check.tolerance)
        if difference is None:
            return self.passed(got)
        shown = short_texts(text, expected, difference.got_at, difference.expected_at)
        sentence = f"{check.file} differs from what is expected, from line {difference.line} on."
        return self.failed(got, sentence, got=shown[0], expected=shown[1], is_text=True)

    def are_alike(self, one: Observed, other: Observed) -> bool:
        """By the author's comparison."""
        first, second = _text(one), _text(other)
        if first is None or second is None:
            return first is second
        return is_text_same(first, second, self._check.comparison, self._check.tolerance)


def _text(observed: Observed) -> str | None:
    return observed.left if isinstance(observed.left, str) else None
