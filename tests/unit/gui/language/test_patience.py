"""What ended a worker is remembered, and the next one is not always started at once."""

from __future__ import annotations

from groundwork.gui.language.patience import Failures, Poison
from groundwork.language.protocol import CallTip, Complete, Source, Warm

ONE, OTHER = Source("/home", "main.py", "a = 1"), Source("/home", "main.py", "a = 2")


def test_what_ended_a_worker_is_known_by_kind_and_text_wherever_the_cursor_is() -> None:
    poison = Poison()
    poison.note(Complete(ONE, 1, 1))
    assert poison.has(Complete(ONE, 1, 5))
    assert not poison.has(CallTip(ONE, 1, 1))
    assert not poison.has(Complete(OTHER, 1, 1))


def test_a_module_that_ended_a_worker_is_known() -> None:
    poison = Poison()
    poison.note(Warm("/home", "import bad"))
    assert poison.has(Warm("/home", "import bad"))
    assert not poison.has(Warm("/home", "import good"))


def test_the_memory_of_what_ended_workers_is_bounded() -> None:
    poison = Poison()
    for number in range(1000):
        poison.note(Warm("/home", f"import a{number}"))
    assert not poison.has(Warm("/home", "import a0"))
    assert poison.has(Warm("/home", "import a999"))


def test_two_failures_cost_no_time_and_further_ones_more_and_more() -> None:
    failures, now, pauses = Failures(), 1000.0, []
    for _ in range(8):
        failures.note(now)
        pauses.append(next(wait for wait in range(100) if failures.may_start(now + wait)))
        now += pauses[-1]
    assert pauses == [0, 0, 2, 4, 8, 16, 30, 30]


def test_failures_are_forgotten() -> None:
    failures = Failures()
    for _ in range(10):
        failures.note(1000.0)
    assert not failures.may_start(1029.0)
    assert failures.may_start(1030.0)
    failures.note(1200.0)
    assert failures.may_start(1200.0)
