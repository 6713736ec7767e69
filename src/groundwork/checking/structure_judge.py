"""How a program is built."""

from __future__ import annotations

import ast
import warnings
from collections.abc import Iterator
from dataclasses import dataclass

from groundwork.checking.inspection import Inspection
from groundwork.checking.judging import Judge
from groundwork.checking.observed import Observed
from groundwork.checking.request import Answer, Request
from groundwork.checking.structure import lines_of
from groundwork.checking.verdicts import CheckVerdict, Place
from groundwork.packs.checks import Limits, StructureCheck
from groundwork.packs.constructs import construct_in_words
from groundwork.packs.wording import listed

_MOST_CHARACTERS = 1_000_000


@dataclass(frozen=True, slots=True)
class Objection:
    """Something that is not built as it should be; `about` is the same for the same objection."""

    about: str
    sentence: str
    line: int = 0


class StructureJudge(Judge):
    """Reads the source; nothing is run."""

    def __init__(self, check: StructureCheck, main: str, limits: Limits) -> None:
        super().__init__(check, main, limits)
        self._check = check
        self._file = check.file or main

    @property
    def request(self) -> Request:
        """Nothing to run."""
        return Request()

    @property
    def runs_program(self) -> bool:
        """Nothing is run."""
        return False

    def observe(self, answer: Answer, inspection: Inspection) -> Observed:
        """What there is to object to."""
        del inspection  # there is no process
        return Observed(left=tuple(self._objections(dict(answer.files).get(self._file))))

    def judged(self, got: Observed, solved: Observed | None) -> CheckVerdict:
        """Without an objection it passes; otherwise the first is told."""
        del solved  # the author has said all
        objections = _objections_of(got)
        if not objections:
            return self.passed(got)
        first = objections[0]
        place = Place(self._file, first.line) if first.line else None
        return self.failed(got, first.sentence, place=place)

    def are_alike(self, one: Observed, other: Observed) -> bool:
        """The same objections."""
        first, second = _objections_of(one), _objections_of(other)
        return [item.about for item in first] == [item.about for item in second]

    def _objections(self, source: str | None) -> Iterator[Objection]:
        if source is None:
            yield Objection("file", f"There is no file {self._file}.")
            return
        tree = _tree(source[:_MOST_CHARACTERS])
        if isinstance(tree, Objection):
            yield tree
            return
        for construct in self._check.uses:
            if not lines_of(tree, construct):
                words = construct_in_words(construct)
                sentence = f"This check asks for {words}, and there is none in {self._file}."
                yield Objection(f"uses {construct}", sentence)
        for construct in self._check.avoids:
            yield from self._too_many(tree, construct, 0)
        for construct, most in self._check.at_most:
            yield from self._too_many(tree, construct, most)

    @staticmethod
    def _too_many(tree: ast.Module, construct: str, most: int) -> Iterator[Objection]:
        lines = lines_of(tree, construct)
        if len(lines) <= most:
            return
        words = construct_in_words(construct)
        where = f"line {lines[0]}" if len(set(lines)) == 1 else f"lines {_numbers(lines)}"
        if most == 0:
            sentence = f"This check asks to do without {words}, which stands in {where}."
        else:
            times = {1: "once", 2: "twice"}.get(most, f"{most} times")
            sentence = (
                f"This check asks for {words} at most {times}, and there are {len(lines)}, "
                f"in {where}."
            )
        yield Objection(f"at most {most} {construct}", sentence, lines[most])


def _numbers(lines: tuple[int, ...]) -> str:
    return listed(str(line) for line in sorted(set(lines)))


def _objections_of(observed: Observed) -> tuple[Objection, ...]:
    return observed.left if isinstance(observed.left, tuple) else ()


def _tree(source: str) -> ast.Module | Objection:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # what Python warns the learner of is no concern here
            return ast.parse(source)
    except SyntaxError as error:
        line = error.lineno or 1
        sentence = f"Python cannot read the program: {error.msg} (line {line})."
        return Objection("syntax", sentence, line)
    except (ValueError, RecursionError, MemoryError):
        return Objection("syntax", "Python cannot read the program.")
