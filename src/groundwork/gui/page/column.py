"""Where rows of different heights stand below one another, without knowing what is in them."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(slots=True)
class _Row:
    gap: int
    height: int


class Column:
    """Rows from top to bottom, each with the gap above it; all measures are whole pixels.

    A place is a number that survives every change of width: the whole part names a row, the rest
    says how far into the row and the gap above it.
    """

    def __init__(self, rows: Iterable[tuple[int, int]], foot: int) -> None:
        """Take the gap and the height of every row; `foot` stays free below the last one."""
        self._rows = [_Row(gap, height) for gap, height in rows]
        self._foot = foot
        self._edges = [0]
        self._add_up(0)

    @property
    def height(self) -> int:
        """The height of all rows with their gaps, and the foot."""
        return self._edges[-1] + self._foot

    def top(self, index: int) -> int:
        """Where the row begins, below its gap."""
        return self._edges[index] + self._rows[index].gap

    def row_height(self, index: int) -> int:
        """How high the row is, without its gap."""
        return self._rows[index].height

    def set_row_height(self, index: int, height: int) -> None:
        """Make a row higher or lower; those below it move."""
        if self._rows[index].height != height:
            self._rows[index].height = height
            self._add_up(index)

    def rows_between(self, top: int, bottom: int) -> range:
        """The rows of which something, be it the gap, lies between two heights."""
        first = min(self._row_at(top), len(self._rows))
        last = min(self._row_at(bottom), len(self._rows) - 1)
        return range(first, last + 1)

    def place_at(self, y: int) -> float:
        """The place at a height; the number of rows where it is below all of them."""
        if y >= self._edges[-1]:
            return float(len(self._rows))
        row = self._row_at(y)
        start, end = self._edges[row], self._edges[row + 1]
        return row + (y - start) / (end - start)

    def y_of(self, place: float) -> int:
        """The height of a place; one that does not exist is the nearest that does."""
        place = min(max(place, 0.0), float(len(self._rows)))
        row = int(place)
        if row == len(self._rows):
            return self._edges[-1]
        start, end = self._edges[row], self._edges[row + 1]
        return start + round((place - row) * (end - start))

    def _row_at(self, y: int) -> int:
        return max(0, bisect_right(self._edges, y) - 1)

    def _add_up(self, first: int) -> None:
        del self._edges[first + 1 :]
        edge = self._edges[first]
        for row in self._rows[first:]:
            edge += row.gap + row.height
            self._edges.append(edge)
