"""Finds what Python cannot read in a program: the first mistake, and those behind it that are sure.

At a mistake every mend is tried. If one lets Python read on, it is likely what was meant: it is
offered, and the rest is read as if it had been taken. If none does, the statement is left out for
the rest, and what depends on it is not judged.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from typing import NamedTuple

from groundwork.language.service.problems.gaps import gaps
from groundwork.language.service.problems.mends import (
    brackets,
    headers,
    indents,
    quotes,
    signs,
    strange,
    words,
)
from groundwork.language.service.problems.mends.mend import Mend
from groundwork.language.service.problems.phrases import explained
from groundwork.language.service.problems.program import (
    Change,
    Problem,
    Program,
    Remedy,
    changed_text,
    offset_before,
)
from groundwork.language.service.problems.reading import Attempt, Mistake, Warned, read_once
from groundwork.language.service.problems.tokens import NAME, tokens_of

_MENDERS = (quotes, strange, signs, headers, words, brackets, indents)
_MOST_MISTAKES = 5
_MOST_READ = 1_000_000
"""Characters that may be read in all attempts at one program together."""


class Reading(NamedTuple):
    """What came of reading a program.

    `tree` is that of `program`, which is the text with all mends made; None where too much of it
    cannot be read. `unread` are the words of the statements that were left out.
    """

    problems: tuple[Problem, ...]
    program: Program
    tree: ast.Module | None
    history: tuple[tuple[Change, ...], ...] = ()
    unread: frozenset[str] = frozenset()
    warned: tuple[Warned, ...] = ()

    def original(self, offset: int) -> int:
        """Where an offset of `program` is in the text that was given."""
        for changes in reversed(self.history):
            offset = offset_before(changes, offset)
        return offset


def read(program: Program, skipped: int = 0) -> Reading:
    """Read the program as far as it can be made out.

    At the first mistake so many mends are skipped that would let all of it be read.
    """
    return _Reader(program, skipped).read()


class _Reader:
    """Reads one program; each attempt is counted, so that no text takes long."""

    def __init__(self, program: Program, skipped: int) -> None:
        self._skipped = skipped
        self._problems: list[Problem] = []
        self._history: list[tuple[Change, ...]] = []
        self._unread: set[str] = set()
        self._left = _MOST_READ
        self._given = program
        self._attempt = read_once(program)

    def read(self) -> Reading:
        for _ in range(_MOST_MISTAKES):
            if self._attempt.mistake is None:
                break
            is_read_on = self._mend(self._attempt.mistake) or self._leave_out(self._attempt.mistake)
            if not is_read_on:
                break
        return Reading(
            tuple(self._problems),
            self._attempt.program,
            self._attempt.tree,
            tuple(self._history),
            frozenset(self._unread),
            self._attempt.warned,
        )

    def _mend(self, mistake: Mistake) -> bool:
        """Take the best mend; whether there is one."""
        found = self._best(mistake)
        if found is None:
            return False
        mend, attempt = found
        self._note(mend.problem)
        self._go_on(mend.changes, attempt)
        return True

    def _best(self, mistake: Mistake) -> tuple[Mend, Attempt] | None:
        """The first mend behind which all can be read; else that behind which most lines can."""
        best, program = None, self._attempt.program
        furthest = program.line_end(program.line_at(mistake.start))
        for mend in _mends(program, mistake):
            attempt = self._try(mend.changes)
            if attempt is None:
                break
            if attempt.mistake is None:
                if self._skipped == 0:
                    return mend, attempt
                self._skipped -= 1
            reached = _reached(program, mistake, mend, attempt)
            if reached > furthest:
                best, furthest = (mend, attempt), reached
        return best

    def _leave_out(self, mistake: Mistake) -> bool:
        """Tell the mistake as Python does, and read on without its statement if possible."""
        if not self._unread:
            self._note(_plain_problem(self._attempt.program, mistake))
        for changes in gaps(self._attempt.program, mistake):
            attempt = self._try(changes)
            if attempt is None:
                return False
            if attempt.mistake is None or attempt.mistake.start > mistake.start:
                for change in changes:
                    left_out = self._attempt.program.text[change.start : change.end]
                    words = (one.text for one in tokens_of(left_out) if one.kind == NAME)
                    self._unread.update(words)
                self._go_on(changes, attempt)
                return True
        return False

    def _try(self, changes: tuple[Change, ...]) -> Attempt | None:
        """Read the program after the changes; None where enough has been tried."""
        self._left -= len(self._attempt.program.text)
        return read_once(self._attempt.program.changed(changes)) if self._left > 0 else None

    def _note(self, problem: Problem) -> None:
        """Take the problem down with the places that it has in the text that was given."""
        remedies = tuple(
            Remedy(one.title, tuple(self._original(change) for change in one.changes))
            for one in problem.remedies
        )
        start, end = self._back(problem.start), self._back(problem.end)
        if self._given.line_at(start) in {self._given.line_at(one.start) for one in self._problems}:
            return  # one sentence for each line: the next one when this is mended
        given = self._given.text
        if any(changed_text(given, remedy.changes) == given for remedy in remedies):
            return  # it undoes what another mend did, and is nothing of the learner's
        self._problems.append(problem._replace(start=start, end=end, remedies=remedies))

    def _original(self, change: Change) -> Change:
        return Change(self._back(change.start), self._back(change.end), change.text)

    def _back(self, offset: int) -> int:
        for changes in reversed(self._history):
            offset = offset_before(changes, offset)
        return offset

    def _go_on(self, changes: tuple[Change, ...], attempt: Attempt) -> None:
        self._history.append(changes)
        self._attempt = attempt


def _reached(program: Program, before: Mistake, mend: Mend, attempt: Attempt) -> int:
    """How far Python can read after a mend.

    A block that is only to be written is no mistake. A mistake on an earlier line was there before:
    Python tells of texts and brackets without an end first.
    """
    mistake = attempt.mistake
    if mistake is None or mistake.message.startswith("expected an indented block"):
        return len(program.text) + 1
    start = program.offset(program.line_at(before.start))
    if mistake.start < start and "never closed" not in mistake.message:
        return len(program.text) + 1
    return offset_before(mend.changes, mistake.start)


def _mends(program: Program, mistake: Mistake) -> Iterator[Mend]:
    for mender in _MENDERS:
        yield from mender.mends(program, mistake)


def _plain_problem(program: Program, mistake: Mistake) -> Problem:
    phrase = explained(program, mistake)
    start, end = mistake.start, mistake.end
    index = program.token_index(start)
    if start == end or not program.text[start:end].strip():
        here = program.tokens[index] if index < len(program.tokens) else None
        if here is not None and here.is_code and here.start <= start:
            start, end = here.start, here.end
        else:
            start, end = program.code_span(program.line_at(start))
    end = min(end, program.line_end(program.line_at(start)))
    return Problem(start, max(start, end), "error", phrase.topic, phrase.sentence)
