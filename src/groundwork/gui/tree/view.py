"""The tree itself: keys, clicks and what is expanded."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from PySide6.QtCore import QAbstractItemModel, QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QTreeView, QWidget

from groundwork.gui.tree.model import KEY_ROLE

_ENTER_KEYS = {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space}
_FILTER_KEYS = {Qt.Key.Key_Backspace, Qt.Key.Key_Escape}
_COMMANDS = (
    Qt.KeyboardModifier.ControlModifier
    | Qt.KeyboardModifier.AltModifier
    | Qt.KeyboardModifier.MetaModifier
)


class LessonView(QTreeView):
    """A tree of full-width rows, where one click or Enter opens.

    Signals:
        row_entered: a row was clicked, or Enter or Space was pressed on it.
        typed: a key was pressed that is meant for the filter: text, Backspace or Escape.
    """

    row_entered = Signal(QModelIndex)
    typed = Signal(object)

    def __init__(self, model: QAbstractItemModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setModel(model)
        self.setAccessibleName("Lessons")
        self.setProperty("role", "bare")  # the ring is drawn round the row
        self.setHeaderHidden(True)
        self.setIndentation(0)
        self.setRootIsDecorated(False)
        self.setUniformRowHeights(True)
        self.setExpandsOnDoubleClick(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.clicked.connect(self.row_entered)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens, typing and Escape go to the filter, the rest moves about."""
        has_command = bool(event.modifiers() & _COMMANDS)
        if event.key() in _ENTER_KEYS and not has_command:
            self.row_entered.emit(self.currentIndex())
        elif not has_command and _is_typing(event):
            self.typed.emit(event)
        else:
            super().keyPressEvent(event)

    def toggle(self, index: QModelIndex) -> None:
        """Expand a pack or chapter, or collapse it."""
        self.setExpanded(index, not self.isExpanded(index))

    def bring_into_view(self, index: QModelIndex) -> None:
        """Scroll only if the row is not wholly visible, and then show what surrounds it too."""
        if not self.viewport().rect().contains(self.visualRect(index)):
            self.scrollTo(index, QAbstractItemView.ScrollHint.PositionAtCenter)

    def expanded_keys(self) -> list[str]:
        """The keys of the expanded packs and chapters, from top to bottom."""
        return [index.data(KEY_ROLE) for index in self._branches() if self.isExpanded(index)]

    def expand_keys(self, keys: Iterable[str]) -> None:
        """Expand the packs and chapters with these keys and no others."""
        wanted = set(keys)
        for index in self._branches():
            self.setExpanded(index, index.data(KEY_ROLE) in wanted)

    def expand_rows(self, limit: int) -> None:
        """Expand from the top until about `limit` lessons are open."""
        for index in self._branches():
            if limit <= 0:
                return
            self.expand(index)
            if index.parent().isValid():
                limit -= self.model().rowCount(index)

    def first_lesson(self) -> QModelIndex:
        """The uppermost lesson; invalid where there is none."""
        index = QModelIndex()
        for _ in range(3):
            index = self.model().index(0, 0, index)
        return index

    def _branches(self) -> Iterator[QModelIndex]:
        """Every pack, each followed by its chapters."""
        model = self.model()
        for row in range(model.rowCount()):
            pack = model.index(row, 0)
            yield pack
            for place in range(model.rowCount(pack)):
                yield model.index(place, 0, pack)


def _is_typing(event: QKeyEvent) -> bool:
    text = event.text()
    return bool(text and text.isprintable()) or event.key() in _FILTER_KEYS
