"""A solution in pieces: how much of it is seen step by step, and its lines out of order."""

from __future__ import annotations

from collections.abc import Sequence
from random import Random


def steps(solution: str, starter: str) -> list[int]:
    """How many lines of the solution are seen after each step.

    The first entry is what is seen from the start: the lines that the starter begins with, too.
    Each step adds the next line that the learner does not have yet, with the empty lines, comments
    and lines of the starter before it; the last step shows all.
    """
    lines, known = solution.splitlines(), set(starter.splitlines())
    counts = [0]
    for number, line in enumerate(lines):
        is_new = bool(line.strip()) and line not in known and not line.lstrip().startswith("#")
        if is_new:
            counts.append(number + 1)
        elif len(counts) == 1:
            counts[0] = number + 1
    counts[-1] = max(counts[-1], len(lines))
    return counts


def puzzle(solution: str, seed: str) -> list[str]:
    """The lines of the solution that are not empty, out of order; the same each time for a seed."""
    lines = [line.rstrip() for line in solution.splitlines() if line.strip()]
    shuffled = list(lines)
    random = Random(seed)  # noqa: S311 - a puzzle, no secret
    for _ in range(10):
        random.shuffle(shuffled)
        if shuffled != lines:
            break
    return shuffled


def right_lines(answer: Sequence[str], solution: str) -> int:
    """How many lines from the top on stand where they stand in the solution."""
    lines = [line.rstrip() for line in solution.splitlines() if line.strip()]
    pairs = zip(answer, lines, strict=False)
    return next((n for n, (one, other) in enumerate(pairs) if one != other), len(lines))
