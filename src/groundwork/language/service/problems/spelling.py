"""Which words may be slips of the finger for which others."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import SequenceMatcher

_LONG = 6
_LIKE_ENOUGH = 0.75


def is_slip(written: str, meant: str) -> bool:
    """Whether one slip makes one word of the other.

    A slip is a letter too many, too few, another one, or two in the wrong order; in long words
    there may be two. A word of one letter may be the rest of one of two.
    """
    if abs(len(written) - len(meant)) > 1 + (len(meant) >= _LONG):
        return False
    if min(len(written), len(meant)) < 2:  # noqa: PLR2004 - one letter is like every other
        return len(meant) == 2 and len(written) == 1 and written in meant  # noqa: PLR2004
    return distance(written, meant) <= 1 + (len(meant) >= _LONG and written[0] == meant[0])


def distance(one: str, other: str) -> int:
    """How many letters are to be put in, taken out, replaced or swapped with the next one."""
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, left in enumerate(one, start=1):
        before, last, row = row, before, [i]
        for j, right in enumerate(other, start=1):
            cost = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (left != right))
            is_swap = i > 1 and j > 1 and left == other[j - 2] and one[i - 2] == right
            row.append(min(cost, last[j - 2] + 1) if is_swap else cost)
    return row[-1]


def closest(written: str, known: Iterable[str]) -> str:
    """The one known name that is likely meant; empty where there is none, or no single one."""
    scored = sorted(
        ((_likeness(written, name), name) for name in set(known) if name != written), reverse=True
    )
    if not scored or scored[0][0] < _LIKE_ENOUGH:
        return ""
    is_single = len(scored) == 1 or scored[1][0] < scored[0][0]
    return scored[0][1] if is_single else ""


def _likeness(written: str, name: str) -> float:
    """From 0 for names that have nothing to do with each other to 1 for the same."""
    if written.lower() == name.lower():
        return 0.99
    if abs(len(written) - len(name)) > max(len(written), len(name)) // 3 + 1:
        return 0.0
    steps = distance(written, name)
    longest = max(len(written), len(name))
    if steps > max(1, longest // 4) and written.rstrip("s") != name.rstrip("s"):
        return 0.0
    if longest <= 2:  # noqa: PLR2004 - i, j, x and y are all alike
        return 0.0
    is_same_letters = steps == 1 and (len(written) != len(name) or sorted(written) == sorted(name))
    likeness = max(1 - steps / longest, _LIKE_ENOUGH if is_same_letters else 0.0)
    return likeness + 0.01 * SequenceMatcher(None, written, name).ratio()
