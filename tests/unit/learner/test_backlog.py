from __future__ import annotations

import pytest
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from groundwork.learner.backlog import LATEST_SECONDS, QUIET_SECONDS, Backlog
from groundwork.packs.model import ExampleAddress

ADDRESS = ExampleAddress("python", "lists", "grows")
OTHER = ExampleAddress("python", "lists", "shrinks")
MAIN = (ADDRESS, "main.py")
KEYS = [MAIN, (ADDRESS, "orders.csv"), (OTHER, "main.py")]


def test_nothing_typed_is_never_due() -> None:
    assert Backlog().due_in(0) is None


def test_a_text_is_due_when_the_typing_pauses() -> None:
    backlog = Backlog()
    backlog.note(MAIN, "1", 10)
    assert backlog.due_in(10.1) == pytest.approx(QUIET_SECONDS - 0.1)
    backlog.note(MAIN, "12", 10.2)
    assert backlog.due_in(10.2) == pytest.approx(QUIET_SECONDS)
    assert backlog.due_in(99) == 0


def test_typing_without_a_pause_is_saved_well_within_a_second() -> None:
    backlog = Backlog()
    for tenth in range(8):
        backlog.note(MAIN, "x" * tenth, tenth / 10)
    assert LATEST_SECONDS < 1
    assert backlog.due_in(0.7) == 0
    assert backlog.take() == {MAIN: "x" * 7}
    assert backlog.due_in(0.8) is None


def test_the_text_that_the_disk_has_is_no_news() -> None:
    backlog = Backlog()
    backlog.agree(MAIN, "1")
    backlog.note(MAIN, "1", 0)
    assert backlog.unsaved() == {}
    backlog.note(MAIN, "12", 0)
    backlog.note(MAIN, "1", 0)
    assert backlog.unsaved() == {MAIN: "1"}


def test_a_text_typed_while_another_is_under_way_is_not_confirmed_with_it() -> None:
    backlog = Backlog()
    backlog.note(MAIN, "1", 0)
    backlog.take()
    backlog.note(MAIN, "12", 1)
    backlog.confirm(MAIN, "1")
    assert backlog.text(MAIN) == "12"
    assert backlog.take() == {MAIN: "12"}
    backlog.confirm(MAIN, "12")
    assert backlog.text(MAIN) is None
    assert not backlog.agree(MAIN, "12")


def test_a_text_that_returns_to_what_is_under_way_is_saved_again() -> None:
    backlog = Backlog()
    backlog.note(MAIN, "1", 0)
    backlog.take()
    backlog.note(MAIN, "12", 1)
    backlog.note(MAIN, "1", 2)
    backlog.confirm(MAIN, "1")
    assert backlog.take() == {MAIN: "1"}


def test_a_failed_text_waits_for_another_attempt() -> None:
    backlog = Backlog()
    backlog.note(MAIN, "1", 0)
    backlog.take()
    backlog.fail(MAIN)
    assert backlog.has_failed
    assert backlog.due_in(1) is None
    assert backlog.take_failed() == {MAIN: "1"}
    backlog.confirm(MAIN, "1")
    assert backlog.unsaved() == {}


def test_an_older_save_of_the_same_text_does_not_stand_for_the_newest() -> None:
    backlog = Backlog()
    for text in ("1", "12", "1"):
        backlog.note(MAIN, text, 0)
        backlog.take()
    backlog.confirm(MAIN, "1")
    backlog.confirm(MAIN, "12")
    backlog.fail(MAIN)
    assert backlog.take_failed() == {MAIN: "1"}


def test_a_failed_save_among_others_of_the_same_text_is_made_good_by_the_last() -> None:
    backlog = Backlog()
    for key in (MAIN, MAIN, MAIN, KEYS[2]):
        backlog.note(key, "1", 0)
        backlog.take()
    backlog.fail(MAIN)
    backlog.confirm(MAIN, "1")
    assert backlog.text(MAIN) == "1"
    backlog.confirm(MAIN, "1")
    assert backlog.unsaved() == {KEYS[2]: "1"}
    assert not backlog.has_failed


def test_taking_for_a_run_takes_what_failed_and_what_is_under_way_too() -> None:
    backlog = Backlog()
    for key in KEYS:
        backlog.note(key, "1", 0)
    backlog.take(OTHER)
    backlog.take(ADDRESS)
    backlog.fail(MAIN)
    assert backlog.take_all(ADDRESS) == {KEYS[0]: "1", KEYS[1]: "1"}


def test_forgetting_lets_go_of_one_draft() -> None:
    backlog = Backlog()
    for key in KEYS:
        backlog.note(key, "1", 0)
    backlog.forget(ADDRESS)
    assert backlog.unsaved() == {KEYS[2]: "1"}
    assert not backlog.has_failed


class BacklogMachine(RuleBasedStateMachine):
    """The newest text of every file is either confirmed or still there to be saved."""

    def __init__(self) -> None:
        super().__init__()
        self.backlog = Backlog()
        self.newest: dict[int, str] = {}
        self.on_disk: dict[int, str] = {}
        self.under_way: list[tuple[int, str]] = []
        self.now = 0.0

    @rule(index=st.integers(0, 2), text=st.sampled_from("abc"), seconds=st.floats(0, 1))
    def type(self, index: int, text: str, seconds: float) -> None:
        self.now += seconds
        self.backlog.note(KEYS[index], text, self.now)
        self.newest[index] = text

    @rule()
    def take(self) -> None:
        for key, text in self.backlog.take().items():
            self.under_way.append((KEYS.index(key), text))

    @rule()
    def try_again(self) -> None:
        for key, text in self.backlog.take_failed().items():
            self.under_way.append((KEYS.index(key), text))

    @rule(is_saved=st.booleans())
    def finish_the_oldest(self, *, is_saved: bool) -> None:
        if self.under_way:
            index, text = self.under_way.pop(0)
            if is_saved:
                self.on_disk[index] = text
                self.backlog.confirm(KEYS[index], text)
            else:
                self.backlog.fail(KEYS[index])

    @invariant()
    def no_text_is_let_go_of_unsaved(self) -> None:
        for index, text in self.newest.items():
            held = self.backlog.text(KEYS[index])
            assert held == text or (held is None and self.on_disk[index] == text)

    @invariant()
    def what_is_not_under_way_will_be_taken(self) -> None:
        under_way = {KEYS[index] for index, _ in self.under_way}
        waits = self.backlog.due_in(self.now) is not None
        assert waits or self.backlog.has_failed or set(self.backlog.unsaved()) <= under_way


TestBacklog = BacklogMachine.TestCase
