"""Where a reader is when the page is changed under their eyes."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile


def kept_place(before: Sequence[object], after: Sequence[object], place: float) -> float:
    """The place in the rows `after` at which stands what stood at `place` in those `before`.

    A place is that of a `column.Column`: its whole part names a row. Where that row itself is one
    that was changed, the place is in what has come for it.
    """
    same_above = _common(before, after)
    room = min(len(before), len(after)) - same_above
    same_below = min(_common(before[::-1], after[::-1]), room)
    row = int(place)
    if row < same_above or not before:
        return place
    if row >= len(before) - same_below:
        return place + len(after) - len(before)
    last = max(len(after) - same_below - 1, 0)
    return place if row <= last else float(last)


def _common(some: Sequence[object], others: Sequence[object]) -> int:
    """How many rows from the first on are the same."""
    pairs = zip(some, others, strict=False)
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))
