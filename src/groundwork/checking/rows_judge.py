"""The rows that a program leaves behind in an SQLite file."""

from __future__ import annotations

from dataclasses import replace

from groundwork.checking.call_judge import outcome
from groundwork.checking.differing import differing
from groundwork.checking.inspection import Inspection
from groundwork.checking.judging import BrokenCheckError, Judge
from groundwork.checking.observed import Observed, Raised
from groundwork.checking.request import NO_PROGRAM, Answer, Request
from groundwork.checking.text_left import is_plain_file
from groundwork.checking.values import is_same, literal
from groundwork.checking.verdicts import CheckVerdict
from groundwork.child.probes import ROWS
from groundwork.packs.checks import Limits, RowsCheck


class RowsJudge(Judge):
    """Asks the file in a process of its own, where nothing of the program is left."""

    def __init__(self, check: RowsCheck, main: str, limits: Limits) -> None:
        super().__init__(check, main, limits)
        self._check = check

    @property
    def request(self) -> Request:
        """The program, run to its end."""
        return Request(typed_input=self._check.typed_input, limits=self.limits)

    @property
    def needs_solution(self) -> bool:
        """Where the author wrote no rows."""
        return self._check.expected is None

    @property
    def given(self) -> str:
        """The query."""
        return self._check.query

    def observe(self, answer: Answer, inspection: Inspection) -> Observed:
        """Run the program, then ask the file; `left` is what was seen of the asking."""
        with inspection.run(answer, self.request) as seen:
            database = seen.folder / self._check.database
            if self.trouble(seen.observed) or not is_plain_file(database):
                return seen.observed
            request = Request((ROWS, str(database), self._check.query), limits=self.limits)
            with inspection.run(NO_PROGRAM, request) as asked:
                return replace(seen.observed, left=asked.observed)

    def judged(self, got: Observed, solved: Observed | None) -> CheckVerdict:
        """By the values of the rows, in the order of the query."""
        check = self._check
        expected = self._rows(solved) if solved else literal(check.expected or "")
        if isinstance(expected, str | Raised):
            raise BrokenCheckError("the exercise's solution leaves no such rows")
        rows = self._rows(got)
        if isinstance(rows, str):
            return self.failed(got, rows)
        if isinstance(rows, Raised):
            return self.failed(got, f"{check.database} cannot be asked: {rows.message}.")
        if is_same(rows, expected):
            return self.passed(got)
        sentence, text, wanted = differing(rows, expected)
        return self.failed(got, sentence, got=text, expected=wanted)

    def are_alike(self, one: Observed, other: Observed) -> bool:
        """The same rows, or the same reason for none."""
        first, second = self._rows(one), self._rows(other)
        if isinstance(first, Raised) and isinstance(second, Raised):
            return first.message == second.message
        return is_same(first, second)

    def _rows(self, observed: Observed) -> object:
        """The rows; `Raised`, or a sentence, where there are none."""
        asked = observed.left
        if not isinstance(asked, Observed):
            return f"The program left no file {self._check.database}."
        if not asked.is_complete:
            return f"{self._check.database} gave no answer within the limits here."
        return outcome(asked)
