"""What an author or an administrator has switched off, as the learner meets it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel

from groundwork import paths
from groundwork.aids import COMPLETION, PROBLEMS

from .conftest import OpenOn
from .exercises import exercise
from .lessons import example
from .seat import ALT, CTRL, Key, Seat

FROM_MEMORY = """\
---
title: From memory
without: completion, hints
why: Names stay by being typed.
---
"""
WHY = "Names stay by being typed. Its author decided that."

Lay = Callable[[str], None]


@pytest.fixture
def policy(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Lay:
    """Lays down a policy for this machine."""
    file = tmp_path / "machine" / "policy.toml"
    monkeypatch.setenv(paths.POLICY_VARIABLE, str(file))

    def lay(text: str) -> None:
        file.parent.mkdir()
        file.write_text(text, encoding="utf-8")

    return lay


def words(seat: Seat) -> str:
    labels = seat.window.findChildren(QLabel)
    return "\n".join(label.text() for label in labels if label.isVisible())


def test_the_page_says_what_its_author_has_switched_off_and_why(open_on: OpenOn) -> None:
    seat = open_on(FROM_MEMORY + exercise(hints=("Multiply.",)))

    seat.wait(lambda: f"Completion and hints are off in this lesson: {WHY}" in words(seat))
    workplace = seat.app.language.workplace
    assert workplace.allowed == {PROBLEMS}
    assert workplace.why(COMPLETION) == f"Completion is off in this lesson: {WHY}"
    assert workplace.why(PROBLEMS) == ""
    seat.wait(lambda: f"Hints are off in this lesson: {WHY}" in words(seat))
    assert seat.button("Show a hint (1 left)") is None


def test_what_is_off_goes_with_the_example_in_the_editor(open_on: OpenOn) -> None:
    plain = example("free", "print(1)")
    lessons = {
        "one/memory": FROM_MEMORY + example("strict", "print(2)"),
        "one/reading": "Nothing to run here.",
        "one/plain": plain,
    }
    seat = open_on(lessons)
    allowed = {COMPLETION, PROBLEMS}
    workplace = seat.app.language.workplace
    seat.wait(lambda: workplace.allowed == {PROBLEMS})

    seat.click_row("Reading")
    seat.wait(lambda: seat.lesson == "Reading")
    assert workplace.allowed == {PROBLEMS}

    seat.click_row("Plain")
    seat.wait_for_example("free")
    seat.wait(lambda: workplace.allowed == allowed)


def test_the_policy_of_a_machine_holds_in_every_lesson(policy: Lay, open_on: OpenOn) -> None:
    policy('[off]\nproblems = true\nhints = true\nwhy = "An exam"')
    seat = open_on(exercise(hints=("Multiply.",)))
    workplace = seat.app.language.workplace
    told = "are off on this machine: An exam. Whoever looks after it decided that."

    seat.wait(lambda: workplace.allowed == {COMPLETION})
    assert workplace.why(PROBLEMS) == f"Problems {told}"
    seat.wait(lambda: f"Hints {told}" in words(seat))
    assert seat.banner == ""


def test_a_policy_that_cannot_be_read_is_told_and_counts_as_strict(
    policy: Lay, open_on: OpenOn
) -> None:
    policy("[off\n")
    seat = open_on(example("free", "print(1)"))

    seat.wait(lambda: seat.app.language.workplace.allowed == frozenset())
    assert seat.banner.startswith(
        "The policy of this machine has a fault: it cannot be read from line 1 on"
    )


def test_what_lessons_have_taught_so_far_is_known(open_on: OpenOn) -> None:
    lessons = {
        "one/loops": example("loop", "for x in 'ab':\n    print(x)"),
        "one/choices": example("choice", "if True:\n    print(1)"),
    }
    seat = open_on(lessons)
    workplace = seat.app.language.workplace

    seat.wait(lambda: workplace.taught == ("for",))
    seat.click_row("Choices")
    seat.wait(lambda: workplace.taught == ("for", "if"))


def test_completion_that_is_off_says_so_when_it_is_asked_for(open_on: OpenOn) -> None:
    seat = open_on(FROM_MEMORY + example("strict", "print(2)"))
    seat.wait(lambda: seat.app.language.workplace.allowed == {PROBLEMS})
    seat.press(Key.Key_E, ALT)
    seat.press(Key.Key_Space, CTRL)
    seat.wait_for_status(f"Completion is off in this lesson: {WHY}")
