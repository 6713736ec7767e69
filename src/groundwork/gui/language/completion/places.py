"""The places of a snippet that are still to be filled in."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QKeyEvent

from groundwork.gui.editor.look import SNIPPET_PLACE
from groundwork.gui.editor.scintilla import Message, Updated
from groundwork.gui.language.workplace import Workplace

_STEPS: dict[int, int] = {Qt.Key.Key_Tab: 1, Qt.Key.Key_Backtab: -1}


class SnippetPlaces(QObject):
    """Leads with Tab and Shift+Tab through the places, until Escape or until the cursor leaves."""

    def __init__(self, workplace: Workplace) -> None:
        super().__init__(workplace)
        self._view = workplace.view
        self._places: list[tuple[int, int]] = []
        self._current = 0
        self._end = 0
        self._length = 0
        workplace.code.text_changed.connect(self._on_text_changed)
        workplace.file_shown.connect(self._on_file_shown)
        self._view.updated.connect(self._on_view_updated)

    def begin(self, places: Sequence[tuple[int, int]], end: int) -> None:
        """Select the first place; behind the last comes the position `end`.

        An empty place at the end is where the cursor is to be when all others are filled in.
        """
        self.end()
        *before, (start, stop) = places
        self._places, self._end = (before, start) if start == stop else (list(places), end)
        self._length = self._view.send(Message.GETLENGTH)
        self._current = -1
        self._step(1)

    def end(self) -> None:
        """Lead nowhere any more."""
        if self._places:
            self._places.clear()
            self._clear_marks()

    def takes(self, event: QKeyEvent) -> bool:
        """Answer a key; whether it was one for the places."""
        if not self._places:
            return False
        if event.key() == Qt.Key.Key_Escape:
            self.end()
            return True
        step = _STEPS.get(event.key())
        if step is None or event.modifiers() & ~Qt.KeyboardModifier.ShiftModifier:
            return False
        self._step(step)
        return True

    def _step(self, step: int) -> None:
        wanted = self._current + step
        if wanted < len(self._places):
            self._go_to(max(0, wanted))
        else:
            self.end()
            self._view.send(Message.GOTOPOS, self._end)

    def _go_to(self, index: int) -> None:
        self._current = index
        self._view.send(Message.SETSEL, *self._places[index])
        self._mark()

    def _mark(self) -> None:
        self._clear_marks()
        for start, end in self._places:
            if start < end:
                self._view.send(Message.INDICATORFILLRANGE, start, end - start)

    def _clear_marks(self) -> None:
        self._view.send(Message.SETINDICATORCURRENT, SNIPPET_PLACE)
        self._view.send(Message.INDICATORCLEARRANGE, 0, self._view.send(Message.GETLENGTH))

    def _on_text_changed(self) -> None:
        """The place at the cursor has grown or shrunk, and what follows it has moved."""
        if not self._places:
            return
        self._note_current()
        length = self._view.send(Message.GETLENGTH)
        grown, self._length = length - self._length, length
        start, end = self._places[self._current]
        later = [(first + grown, last + grown) for first, last in self._places[self._current + 1 :]]
        self._places[self._current :] = [(start, end + grown), *later]
        self._end += grown

    @property
    def _is_whole(self) -> bool:
        """Whether the places can still be where they should."""
        borders = [0, *(border for place in self._places for border in place), self._length]
        return borders == sorted(borders)

    def _on_view_updated(self, what: int) -> None:
        if not self._places or not what & (Updated.SELECTION | Updated.CONTENT):
            return
        if not self._note_current() or not self._is_whole:
            self.end()
        elif what & Updated.CONTENT:
            self._mark()

    def _note_current(self) -> bool:
        """Take note of the place that the cursor is in; whether it is in any."""
        cursor = self._view.send(Message.GETCURRENTPOS)
        inside = [i for i, (start, end) in enumerate(self._places) if start <= cursor <= end]
        if inside and self._current not in inside:
            self._current = inside[0]
        return bool(inside)

    def _on_file_shown(self) -> None:
        """Marks stay in the text in which they are, and go when that is shown again."""
        self._places.clear()
        self._clear_marks()
