from __future__ import annotations

import pytest

from groundwork.gui.exercise.pieces import puzzle, right_lines, steps

STARTER = "def double(number):\n    # your code\n    return number\n"
SOLUTION = """\
def double(number):
    # twice
    twice = number * 2

    return twice
"""


def test_what_the_starter_begins_with_is_seen_from_the_start() -> None:
    assert steps(SOLUTION, STARTER)[0] == 2


def test_each_step_brings_one_line_that_is_new_and_the_last_all() -> None:
    assert steps(SOLUTION, STARTER) == [2, 3, 5]


def test_lines_of_the_starter_come_along_with_the_next_new_one() -> None:
    assert steps("a\nx\nb\ny\nc\n", "a\nb\nc\n") == [1, 2, 5]


def test_of_a_file_that_is_new_nothing_is_seen_at_first() -> None:
    assert steps("a\nb\n", "") == [0, 1, 2]


def test_an_empty_solution_is_seen_at_once() -> None:
    assert steps("", "a\n") == [0]


@pytest.mark.parametrize("text", [SOLUTION, "a\nb\n", "b\na\nb\n", "one\n\n\ntwo\nthree\n"])
def test_a_puzzle_has_every_line_and_not_the_order(text: str) -> None:
    lines = [line for line in text.splitlines() if line.strip()]
    shuffled = puzzle(text, "main.py")
    assert sorted(shuffled) == sorted(lines)
    assert shuffled != lines
    assert shuffled == puzzle(text, "main.py")


def test_lines_that_are_the_same_may_change_places() -> None:
    assert right_lines(["x", "x", "y"], "x\nx\ny\n") == 3


def test_lines_count_as_right_down_to_the_first_that_is_not() -> None:
    assert right_lines(["a", "c", "b"], "a\nb\nc\n") == 1
    assert right_lines(["b", "a"], "a\nb\n") == 0
