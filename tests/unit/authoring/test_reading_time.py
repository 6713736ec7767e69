"""How long a lesson takes to read."""

from __future__ import annotations

from pathlib import Path

import pytest

from groundwork.authoring.reading_time import reading_minutes, reading_problems
from groundwork.packs.model import (
    Callout,
    CalloutKind,
    Example,
    Heading,
    Lesson,
    Listing,
    Page,
    Prose,
    SourceFile,
)

PROSE = Prose("", "word " * 200)
CODE = "x = 1\n\n" * 30
EXAMPLE = Example("e", "", (SourceFile("main.py", CODE), SourceFile("b.py", CODE)), "main.py")


@pytest.mark.parametrize(
    ("block", "minutes"),
    [
        (PROSE, 1),
        (Heading(2, "word " * 20, "a", ""), 0.1),
        (Listing("python", CODE), 1),
        (EXAMPLE, 2),
        (Callout(CalloutKind.TIP, "", (PROSE, PROSE)), 2),
    ],
)
def test_words_and_lines_take_their_time(
    block: Prose | Heading | Listing | Example | Callout, minutes: float
) -> None:
    assert reading_minutes(Page((block,))) == pytest.approx(minutes)


@pytest.mark.parametrize(("minutes", "is_told"), [(0, False), (2, True), (3, False), (9, False)])
def test_a_lesson_that_says_less_is_told(minutes: int, *, is_told: bool) -> None:
    lesson = Lesson("lists", "first", "Lists", Path("lists.md"), minutes=minutes)
    problems = [*reading_problems(lesson, Page((PROSE, PROSE, PROSE)))]

    assert bool(problems) is is_told
    if is_told:
        assert problems[0].sentence == ("The lesson says 2 minutes, and reading it takes about 3.")
