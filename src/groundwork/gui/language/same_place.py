"""Finds the place in a program again after its form has changed."""

from __future__ import annotations

_FORM = frozenset(" \t\r\n\f,()'\"\\;")
"""What a formatter puts in and takes out; everything else stays in its order."""


def same_place(before: str, after: str, place: int) -> int:
    """The place in `after` that `place` is in `before`, two texts that differ in form alone.

    It is told by how many signs stand before it that are no matter of form.
    """
    wanted = sum(sign not in _FORM for sign in before[:place])
    follows_sign = place > 0 and before[place - 1] not in _FORM
    passed = 0
    for index, sign in enumerate(after):
        if passed == wanted and (follows_sign or sign not in _FORM):
            return index
        passed += sign not in _FORM
    return len(after)
