"""Carrying out many jobs at once, as many as there are cores, with progress and a way out."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from concurrent.futures import Future, ThreadPoolExecutor, as_completed
from dataclasses import dataclass
from threading import Event

from groundwork.packs.model import Problem

Asks = Callable[[], bool]
"""Tells whether to stop; is asked on threads, many times a second."""

Work = Callable[[Asks], Sequence[Problem]]


@dataclass(frozen=True, slots=True)
class Job:
    """A part of the checking: what is looked at, for people, and the work that finds problems."""

    subject: str
    work: Work


@dataclass(frozen=True, slots=True)
class Progress:
    """How far the checking is; `subject` is what has been looked at last."""

    done: int
    of_all: int
    subject: str


class CheckCancelledError(Exception):
    """Whoever asked for the check no longer wants it."""


class CheckImpossibleError(Exception):
    """The machine does not allow the check now; the text is a sentence for the person."""


def problems_of_jobs(
    jobs: Sequence[Job], *, on_progress: Callable[[Progress], None], is_cancelled: Asks
) -> list[Problem]:
    """What all jobs find, in their order; `on_progress` is called on the caller's thread.

    When it returns or raises, nothing is left running.

    Raises:
        CheckCancelledError: `is_cancelled` has said so.
        CheckImpossibleError: the disk is full, or there is something else in the way.
    """
    stop = Event()

    def asks() -> bool:
        return stop.is_set() or is_cancelled()

    def carry_out(job: Job) -> Sequence[Problem]:
        return () if asks() else job.work(asks)

    with ThreadPoolExecutor(os.cpu_count() or 1, thread_name_prefix="pack-check") as pool:
        try:
            futures = {pool.submit(carry_out, job): job for job in jobs}
            for done, future in enumerate(as_completed(futures), 1):
                _found(future)
                on_progress(Progress(done, len(jobs), futures[future].subject))
        finally:
            stop.set()  # of no account when all is done; otherwise nothing new is begun
    if is_cancelled():
        raise CheckCancelledError
    return [problem for future in futures for problem in _found(future)]


def _found(future: Future[Sequence[Problem]]) -> Sequence[Problem]:
    """What a job has found."""
    try:
        return future.result()
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise CheckImpossibleError(f"The pack cannot be checked now: {reason}.") from error
