"""Exercises as the reader of packs makes them, and answers to them."""

from __future__ import annotations

from textwrap import dedent

from groundwork.checking.answer import check_answer
from groundwork.checking.verdicts import CheckVerdict, Verdicts
from groundwork.packs.checks import AnyCheck, Limits
from groundwork.packs.exercises import Exercise, WrongAnswer
from groundwork.packs.model import SourceFile

LIMITS = Limits(seconds=10.0, memory=256 << 20, output=1 << 20)
QUICK = Limits(seconds=1.0, memory=256 << 20, output=1 << 20)


def exercise(
    *checks: AnyCheck,
    solution: str = "",
    wrong: dict[str, str] | None = None,
    limits: Limits = LIMITS,
) -> Exercise:
    """An exercise of one file."""
    known = tuple(
        WrongAnswer(name, (source_file(text),), ()) for name, text in (wrong or {}).items()
    )
    return Exercise(
        id="the-exercise",
        title="The exercise",
        task=(),
        files=(source_file(""),),
        main="main.py",
        solution=(source_file(solution),),
        checks=checks,
        wrong_answers=known,
        limits=limits,
    )


def source_file(text: str) -> SourceFile:
    return SourceFile("main.py", dedent(text))


def verdicts_on(asked: Exercise, answer: str, **others: str) -> Verdicts:
    """What comes of an answer; `others` are more files, by name without the `.py`."""
    files = {"main.py": dedent(answer)}
    files |= {f"{name}.py": dedent(text) for name, text in others.items()}
    return check_answer(asked, files)


def verdict_on(check: AnyCheck, answer: str, **more: str) -> CheckVerdict:
    """What a single check says."""
    verdicts = verdicts_on(exercise(check), answer, **more)
    assert verdicts.problem == ""
    return verdicts.checks[0]
