from __future__ import annotations

from pathlib import Path

import pytest

from groundwork.gui.home.outlook import outlook, time_words
from groundwork.learner.states import LessonProgress, WorkState
from groundwork.packs.model import Chapter, Lesson, LessonAddress, Pack

BEGUN, DONE, HELPED = WorkState.BEGUN, WorkState.DONE, WorkState.DONE_WITH_HELP


def lesson(id_: str, chapter: str) -> Lesson:
    return Lesson(id_, chapter, id_.upper(), Path())


PACK = Pack(
    "p", "P", "1", Path(),
    (
        Chapter("one", "One", (lesson("a", "one"), lesson("b", "one"))),
        Chapter("two", "Two", (lesson("c", "two"), lesson("d", "two"))),
    ),
)  # fmt: skip


def seen(**states: tuple[WorkState, str]) -> dict[LessonAddress, LessonProgress]:
    """The progress of lessons: state, and the day when each was worked on last."""
    return {
        LessonAddress("p", id_): LessonProgress(state, seconds=60, seen_at=day)
        for id_, (state, day) in states.items()
    }


def ways(progress: dict[LessonAddress, LessonProgress]) -> tuple[str, str]:
    found = outlook(PACK, progress)
    left = found.left.title if found.left is not None else ""
    return left, found.following.title if found.following is not None else ""


@pytest.mark.parametrize(
    ("progress", "expected"),
    [
        ({}, ("", "A")),
        ({"a": (BEGUN, "1")}, ("A", "B")),
        ({"a": (BEGUN, "1"), "c": (BEGUN, "2")}, ("C", "D")),
        ({"a": (BEGUN, "2"), "c": (BEGUN, "1")}, ("A", "B")),
        ({"a": (BEGUN, "1"), "c": (DONE, "2")}, ("A", "D")),
        ({"d": (DONE, "1")}, ("", "A")),
        ({"a": (DONE, "1"), "b": (HELPED, "1"), "c": (DONE, "1"), "d": (DONE, "1")}, ("", "")),
    ],
)
def test_what_comes_next(
    progress: dict[str, tuple[WorkState, str]], expected: tuple[str, str]
) -> None:
    assert ways(seen(**progress)) == expected


def test_chapters_are_counted() -> None:
    progress = seen(a=(DONE, "1"), b=(HELPED, "1"), c=(BEGUN, "1"))
    progress[LessonAddress("p", "c")] = LessonProgress(BEGUN, 2, 1, 30)
    progress[LessonAddress("other", "d")] = LessonProgress(DONE, 9, 9, 900)
    found = outlook(PACK, progress)
    one, two = found.chapters
    assert (one.done, one.lessons, one.state) == (2, 2, HELPED)
    assert (two.done, two.lessons, two.state) == (0, 2, BEGUN)
    assert (two.exercises, two.questions) == (2, 1)
    assert (found.done, found.lessons, found.seconds) == (2, 4, 150)
    assert not found.is_new
    assert outlook(PACK, {}).is_new


@pytest.mark.parametrize(
    ("seconds", "words"),
    [
        (0, ""), (59, ""), (60, "1 min"), (3599, "59 min"), (3600, "1 h"), (4800, "1 h 20 min"),
        (36_000, "10 h"), (39_000, "10 h"), (36_000_000, "10,000 h"),
    ],
)  # fmt: skip
def test_time_is_told_in_words(seconds: int, words: str) -> None:
    assert time_words(seconds) == words
