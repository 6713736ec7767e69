"""Exercises as they stand in lessons, each as small as its test allows."""

from __future__ import annotations

from .lessons import FENCE

STARTER = "def double(number):\n    return number\n"
SOLUTION = "def double(number):\n    return number * 2\n"
CHECKS = """\
[[checks]]
kind = "call"
call = "double(0)"
expect = "0"

[[checks]]
kind = "call"
call = "double(3)"
expect = "6"
says = "Twice as much is asked for."

[[checks]]
kind = "output"
title = "It prints nothing by itself"
expect = ""
"""
SQUARES = "def double(number):\n    return number * number\n"


def fence(head: str, text: str) -> str:
    return f"{FENCE}{head}\n{text.rstrip()}\n{FENCE}\n\n"


def exercise(  # noqa: PLR0913 - the parts of an exercise, each with a default
    exercise_id: str = "double",
    *,
    title: str = "Twice as much",
    task: str = "Write `double`, which gives twice its number.",
    starter: str = STARTER,
    solution: str = SOLUTION,
    checks: str = CHECKS,
    hints: tuple[str, ...] = (),
    more: str = "",
) -> str:
    """An exercise; `more` are further fences."""
    parts = [
        fence(f'python exercise id={exercise_id} title="{title}"', starter),
        fence(f"markdown task id={exercise_id}", task),
        fence(f"python solution id={exercise_id}", solution) if solution else "",
        fence(f"toml checks id={exercise_id}", checks) if checks else "",
        *(fence(f"markdown hint id={exercise_id}", hint) for hint in hints),
        more,
    ]
    return "".join(parts)


WRONG = fence(
    'python wrong id=double name=square says="A square is twice its number only for 0 and 2."',
    SQUARES,
)
