"""Many jobs at once."""

from __future__ import annotations

import threading
from collections.abc import Sequence
from pathlib import Path

import pytest

from groundwork.authoring.jobs import (
    Asks,
    CheckCancelledError,
    CheckImpossibleError,
    Job,
    Progress,
    problems_of_jobs,
)
from groundwork.packs.model import Problem


def problem(name: str) -> Problem:
    return Problem(Path(name), 0, "It is wrong.", "Mend it.")


def finds(name: str) -> Job:
    return Job(name, lambda _: [problem(name)])


def test_what_all_find_comes_in_their_order() -> None:
    names = [str(number) for number in range(50)]
    seen: list[Progress] = []
    found = problems_of_jobs(
        [finds(name) for name in names], on_progress=seen.append, is_cancelled=lambda: False
    )

    assert found == [problem(name) for name in names]
    assert [(one.done, one.of_all) for one in seen] == [(n, 50) for n in range(1, 51)]
    assert {one.subject for one in seen} == set(names)


def test_what_the_machine_does_not_allow_is_told_in_a_sentence(tmp_path: Path) -> None:
    job = Job("one", lambda _: [problem((tmp_path / "absent").read_text())])
    with pytest.raises(CheckImpossibleError, match=r"^The pack cannot be checked now: No such"):
        problems_of_jobs([job], on_progress=print, is_cancelled=lambda: False)


def test_no_jobs_are_soon_done() -> None:
    assert problems_of_jobs([], on_progress=print, is_cancelled=lambda: False) == []


def waits_for_the_end(begun: threading.Event) -> Job:
    def work(asks: Asks) -> Sequence[Problem]:
        begun.set()
        never = threading.Event()
        while not asks():
            never.wait(0.001)
        return ()

    return Job("waits", work)


def test_cancelling_ends_what_runs_and_begins_nothing_more() -> None:
    begun = threading.Event()
    jobs = [waits_for_the_end(begun)] * 20

    with pytest.raises(CheckCancelledError):
        problems_of_jobs(jobs, on_progress=lambda _: None, is_cancelled=begun.is_set)


def test_an_interrupt_ends_what_runs() -> None:
    begun = threading.Event()

    def interrupt(_: Progress) -> None:
        raise KeyboardInterrupt

    jobs = [finds("first"), *[waits_for_the_end(begun)] * 20]
    with pytest.raises(KeyboardInterrupt):
        problems_of_jobs(jobs, on_progress=interrupt, is_cancelled=lambda: False)


def test_a_fault_of_ours_is_raised() -> None:
    def fail(_: Asks) -> Sequence[Problem]:
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        problems_of_jobs([Job("bad", fail)], on_progress=print, is_cancelled=lambda: False)
