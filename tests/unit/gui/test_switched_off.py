from __future__ import annotations

from pathlib import Path

import pytest

from groundwork.aids import AIDS, COMPLETION, HINTS, PROBLEMS, SOLUTION
from groundwork.gui.switched_off import lesson_note, switched_off
from groundwork.packs.model import Lesson
from groundwork.policy import Policy


def lesson(*without: str, why: str = "") -> Lesson:
    return Lesson("sets", "one", "Sets", Path("sets.md"), without=without, why=why)


def test_with_nothing_off_nothing_is_said() -> None:
    assert switched_off(Policy(), None) == {}
    assert switched_off(Policy(), lesson()) == {}
    assert lesson_note(lesson()) == ""


def test_the_author_is_named_with_the_reason() -> None:
    off = switched_off(Policy(), lesson(COMPLETION, HINTS, why="Names stay by being typed"))

    assert off == {
        COMPLETION: "Completion is off in this lesson: Names stay by being typed."
        " Its author decided that.",
        HINTS: "Hints are off in this lesson: Names stay by being typed. Its author decided that.",
    }


def test_without_a_reason_the_author_is_named_all_the_same() -> None:
    off = switched_off(Policy(), lesson(PROBLEMS))

    assert off == {PROBLEMS: "Problems are off in this lesson; its author decided that."}


def test_the_word_of_the_machine_comes_first() -> None:
    policy = Policy(off=(SOLUTION,), why="An exam.")

    assert switched_off(policy, lesson(SOLUTION, why="Think.")) == {
        SOLUTION: "The solution is off on this machine: An exam."
        " Whoever looks after it decided that."
    }
    assert switched_off(Policy(off=(HINTS,)), None) == {
        HINTS: "Hints are off on this machine; whoever looks after it decided that."
    }


def test_hints_and_the_solution_are_told_of_together() -> None:
    off = switched_off(Policy(), lesson(HINTS, SOLUTION, PROBLEMS))

    told = "Hints and the solution are off in this lesson; its author decided that."
    assert off[HINTS] == off[SOLUTION] == told
    assert off[PROBLEMS] == "Problems are off in this lesson; its author decided that."


def test_a_policy_that_cannot_be_read_is_said_to_be_the_reason() -> None:
    off = switched_off(Policy(off=AIDS, is_readable=False), None)

    assert [*off] == [*AIDS]
    assert off[COMPLETION] == (
        "Completion is off on this machine: its policy cannot be read."
        " Whoever looks after it can mend that."
    )


@pytest.mark.parametrize(
    ("aids", "beginning"),
    [
        ((COMPLETION,), "Completion is off in this lesson"),
        ((HINTS,), "Hints are off in this lesson"),
        ((COMPLETION, HINTS), "Completion and hints are off in this lesson"),
        (AIDS, "Completion, problems, hints and the solution are off in this lesson"),
    ],
)
def test_the_head_of_the_lesson_names_all_of_them(aids: tuple[str, ...], beginning: str) -> None:
    note = lesson_note(lesson(*aids, why="Try it!"))

    assert note == f"{beginning}: Try it! Its author decided that."
