"""Lines of code as rows of a list, with what is meant marked in them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt, Signal

Mark = tuple[int, int]
"""Where something marked begins and ends in a line, in characters."""

Index = QModelIndex | QPersistentModelIndex

_LONGEST = 200
_BEFORE_MARK = 60
_UNSEEN = dict.fromkeys((*range(32), 127, 8232, 8233), " ")


class Line(NamedTuple):
    """A line as it is shown, and what is marked in it."""

    text: str
    marks: tuple[Mark, ...] = ()

    def cut(self, seen: str) -> Line:
        """The line as it is seen where there is no room for all of it: `seen` ends in dots."""
        if seen == self.text:
            return self
        end = len(seen) - 1
        kept = ((start, min(stop, end)) for start, stop in self.marks if start < end)
        return Line(seen, tuple(kept))


class Row(NamedTuple):
    """One row: a heading, or a line with its number; `after` is what the line becomes.

    `kind` is that of a symbol, as in completions; `behind` stands at the right edge. What is
    `is_optional` can be ticked, and is not at first.
    """

    line: Line
    number: int = 0
    after: Line | None = None
    kind: str = ""
    depth: int = 0
    behind: str = ""
    is_heading: bool = False
    is_optional: bool = False

    @property
    def spoken(self) -> str:
        """The row for those who hear it."""
        place = f"line {self.number}: " if self.number else ""
        becomes = f", becomes {self.after.text}" if self.after else ""
        return " ".join(filter(None, (self.kind, f"{place}{self.line.text}{becomes}", self.behind)))


class Rows(QAbstractListModel):
    """The rows of a list.

    Signals:
        ticked: an optional row was ticked, or is so no more.
    """

    ticked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._rows: Sequence[Row] = ()
        self._ticked: set[int] = set()

    def show(self, rows: Sequence[Row]) -> None:
        """Have these rows, none of them ticked."""
        self.beginResetModel()
        self._rows, self._ticked = rows, set()
        self.endResetModel()

    @property
    def rows(self) -> Sequence[Row]:
        """All rows."""
        return self._rows

    def is_ticked(self, index: int) -> bool:
        """Whether the row was ticked."""
        return index in self._ticked

    def rowCount(self, parent: Index | None = None) -> int:
        """How many rows there are."""
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """What is spoken, and whether it is ticked; the rest is painted."""
        row = self._rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return row.spoken
        if role == Qt.ItemDataRole.CheckStateRole and row.is_optional:
            is_ticked = index.row() in self._ticked
            return Qt.CheckState.Checked if is_ticked else Qt.CheckState.Unchecked
        return None

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Tick a row, or take the tick back."""
        if role != Qt.ItemDataRole.CheckStateRole:
            return False
        if Qt.CheckState(value) == Qt.CheckState.Checked:
            self._ticked.add(index.row())
        else:
            self._ticked.discard(index.row())
        self.dataChanged.emit(index, index)
        self.ticked.emit()
        return True

    def flags(self, index: Index) -> Qt.ItemFlag:
        """A heading cannot be selected."""
        row = self._rows[index.row()] if index.isValid() else None
        if row is None or row.is_heading:
            return Qt.ItemFlag.NoItemFlags
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return flags | Qt.ItemFlag.ItemIsUserCheckable if row.is_optional else flags


def shown_line(text: str, marks: Sequence[Mark]) -> Line:
    """A line without its indentation, cut so that what is marked first is seen."""
    plain = text.translate(_UNSEEN)
    start = len(plain) - len(plain.lstrip())
    first = marks[0][0] if marks else 0
    sign = ""
    if first - start > _BEFORE_MARK:
        start, sign = first - _BEFORE_MARK // 2, "\u2026"
    shift = len(sign) - start
    shown = sign + plain[start : start + _LONGEST].rstrip()
    inside = ((begin + shift, end + shift) for begin, end in marks)
    return Line(shown, tuple(mark for mark in inside if mark[0] >= 0 and mark[1] <= len(shown)))
