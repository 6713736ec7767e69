"""Checks an answer to an exercise: every check, two at a time, and the known wrong answers."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor, as_completed
from dataclasses import dataclass, replace
from time import monotonic
from typing import TypeVar

from groundwork.checking.inspection import CancelledError, Inspection
from groundwork.checking.judges import judge_of
from groundwork.checking.judging import Judge
from groundwork.checking.observed import Observed
from groundwork.checking.request import Answer
from groundwork.checking.verdicts import CheckVerdict, Verdict, Verdicts
from groundwork.packs.exercises import Exercise, WrongAnswer
from groundwork.packs.model import SourceFile
from groundwork.running.command import RuntimeMissingError

_Result = TypeVar("_Result")

_AT_A_TIME = 2

_TURN = {Verdict.FAILED: 0, Verdict.STOPPED: 1, Verdict.PASSED: 2, Verdict.TIMED_OUT: 3}
"""Known wrong answers are tried on the checks in this order: what tells most, soonest, first."""

_LEAST_SECONDS = 2.0
_SLOWER = 10
"""How many times slower than the learner's answer a known wrong one may be to count as like it."""

_CANCELLED = "Checking was stopped before this check had an answer."
_LEFT_OUT = "Not checked: the program did not come to its end within its time in another check."


def never() -> bool:
    """Nobody cancels."""
    return False


def ignore(_number: int, _verdict: CheckVerdict) -> None:
    """Nobody watches."""


def check_answer(  # noqa: PLR0913 - most callers leave most of it out
    exercise: Exercise,
    files: Mapping[str, str],
    *,
    seed: int = 0,
    is_offline: bool = False,
    is_cancelled: Callable[[], bool] = never,
    on_verdict: Callable[[int, CheckVerdict], None] = ignore,
) -> Verdicts:
    """What all checks of the exercise say of the learner's files, given by name.

    It waits for all of it, so it is called off the GUI thread; `is_cancelled` is asked on threads
    of its own, many times a second. Where it `is_offline` the programs find no network.
    `on_verdict` is called on the caller's thread with the number of a check, from 0, as soon as
    that has its verdict. When it returns nothing is left running.

    Raises:
        ValueError: the name of a file leads out of the exercise's folder.
    """
    began = monotonic()
    try:
        with Inspection(seed, is_cancelled, is_offline=is_offline) as inspection:
            checking = _Checking(exercise, _answer(files, exercise.main), inspection)
            verdicts = checking.verdicts(on_verdict)
            return Verdicts(verdicts, checking.wrong_answer(), seconds=monotonic() - began)
    except RuntimeMissingError as error:
        return Verdicts(problem=str(error))
    except OSError as error:
        return Verdicts(problem=f"The answer could not be checked: {error.strerror or error}.")


def _answer(files: Mapping[str, str], main: str) -> Answer:
    return Answer(tuple(sorted(files.items())), main)


def _authors_answer(files: tuple[SourceFile, ...], main: str) -> Answer:
    return Answer(tuple((file.name, file.text) for file in files), main)


@dataclass(frozen=True, slots=True)
class _Watched:
    """What was seen of the learner's answer in one check; None where nothing was."""

    verdict: CheckVerdict
    observed: Observed | None = None


class _Checking:
    """The checks of one exercise on one answer."""

    def __init__(self, exercise: Exercise, answer: Answer, inspection: Inspection) -> None:
        self._exercise = exercise
        self._answer = answer
        self._inspection = inspection
        self._judges = [self._judge(number) for number in range(len(exercise.checks))]
        self._watched: dict[int, _Watched] = {}
        self._has_timed_out = False

    def verdicts(self, on_verdict: Callable[[int, CheckVerdict], None]) -> tuple[CheckVerdict, ...]:
        """Every check's verdict.

        The solution runs first: its files are gone before the learner's program could look for
        them.
        """
        solved: dict[int, Observed | None] = {}
        self._each(self._solved, solved.__setitem__)

        def take(number: int, watched: _Watched) -> None:
            self._watched[number] = watched
            on_verdict(number, watched.verdict)

        self._each(lambda number: self._watch(number, solved[number]), take)
        return tuple(self._watched[number].verdict for number in range(len(self._judges)))

    def wrong_answer(self) -> WrongAnswer | None:
        """The first known wrong answer that behaves as the learner's does in every check."""
        seen = {
            number: watched.observed
            for number, watched in self._watched.items()
            if watched.observed is not None
        }
        if all(self._watched[number].verdict.is_passed for number in seen):
            return None
        numbers = sorted(seen, key=lambda number: _TURN[self._watched[number].verdict.verdict])
        try:
            return next(
                (known for known in self._exercise.wrong_answers if self._is_like(known, numbers)),
                None,
            )
        except CancelledError:
            return None

    def _is_like(self, known: WrongAnswer, numbers: list[int]) -> bool:
        """Whether it behaves like the learner's in those checks; no more is run than is needed."""
        answer = _authors_answer(self._exercise.wrong_files(known), self._exercise.main)
        for number in numbers:
            seen = self._watched[number].observed
            if seen is None:
                continue
            judge = self._judge(number, seen)
            if not judge.is_alike(seen, judge.observe(answer, self._inspection)):
                return False
        return True

    def _judge(self, number: int, seen: Observed | None = None) -> Judge:
        """Who carries out the check; in not much more time than the learner's answer took."""
        limits = self._exercise.limits
        if seen is not None and not seen.is_late:
            seconds = max(_LEAST_SECONDS, _SLOWER * seen.seconds)
            limits = replace(limits, seconds=min(limits.seconds, seconds))
        check = self._exercise.checks[number]
        return judge_of(check, self._exercise.main, limits, self._inspection.seed)

    def _each(
        self, work: Callable[[int], _Result], on_done: Callable[[int, _Result], None]
    ) -> None:
        """Do the work for the number of each check, a few at a time; told as it gets done."""
        with ThreadPoolExecutor(_AT_A_TIME) as pool:
            futures = {pool.submit(work, number): number for number in range(len(self._judges))}
            try:
                for future in as_completed(futures):
                    on_done(futures[future], future.result())
            except BaseException:
                self._inspection.give_up()
                raise

    def _solved(self, number: int) -> Observed | None:
        judge = self._judges[number]
        if not judge.needs_solution:
            return None
        solution = _authors_answer(self._exercise.solved_files, self._exercise.main)
        try:
            return judge.observe(solution, self._inspection)
        except CancelledError:
            return None

    def _watch(self, number: int, solved: Observed | None) -> _Watched:
        judge = self._judges[number]
        if self._has_timed_out and judge.runs_program:
            return _Watched(CheckVerdict(judge.title, Verdict.STOPPED, _LEFT_OUT))
        try:
            observed = judge.observe(self._answer, self._inspection)
        except CancelledError:
            return _Watched(CheckVerdict(judge.title, Verdict.STOPPED, _CANCELLED))
        verdict = judge.verdict(observed, solved)
        self._has_timed_out = self._has_timed_out or verdict.verdict is Verdict.TIMED_OUT
        return _Watched(verdict, observed)
