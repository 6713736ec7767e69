"""More cursors than one: above and below, at the next place of what is selected, at a click."""

from __future__ import annotations

from collections.abc import Iterator
from typing import cast

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QMouseEvent

from groundwork.gui.editor.cursors import Stretch, main_stretch, select, stretches
from groundwork.gui.editor.lines import line_and_column, line_of, position_of
from groundwork.gui.editor.scintilla import Message, Scintilla

_MOST = 500
"""Cursors beyond which nobody sees what is written at them all."""

_SHIFT, _CTRL, _ALT, _LEFT = 0x02000000, 0x04000000, 0x08000000, 1
"""Modifiers and a button of `Qt`, whose name would bring in all of it before the first key."""


class ManyCursors(QObject):
    """Lets the learner have several cursors: what is typed goes to all of them.

    A click while Alt is held adds one, or takes it away; drawing then selects a box. With Shift the
    box begins where the cursor is.
    """

    def __init__(self, view: Scintilla) -> None:
        super().__init__(view)
        self._view = view
        self._before: list[Stretch] = []
        self._corner: int | None = None
        self._answers = {
            QEvent.Type.MouseButtonPress: self._on_pressed,
            QEvent.Type.MouseMove: self._on_moved,
            QEvent.Type.MouseButtonRelease: self._on_released,
        }
        view.area.viewport().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Whether the event is kept from Scintilla."""
        del watched
        answer = self._answers.get(event.type())
        return answer(cast("QMouseEvent", event)) if answer else False

    def _on_pressed(self, event: QMouseEvent) -> bool:
        self._corner = None
        held = event.modifiers().value
        if event.button().value != _LEFT or held not in {_CTRL, _ALT, _ALT | _SHIFT}:
            return False
        position = self._position(event)
        self._view.area.setFocus()
        if held == _CTRL:  # it leads to where names come from, and adds no cursors elsewhere
            self._view.send(Message.GOTOPOS, position)
            return True
        self._before = stretches(self._view)
        self._corner = position if held == _ALT else self._before[main_stretch(self._view)].anchor
        if held != _ALT:
            self._draw_box(position)
        return True

    def _on_moved(self, event: QMouseEvent) -> bool:
        if self._corner is None:
            return False
        position = self._position(event)
        if position != self._corner or not self._before:
            self._draw_box(position)
        return True

    def _on_released(self, event: QMouseEvent) -> bool:
        if self._corner is None:
            return False
        if self._before and self._corner == self._position(event):
            self._toggle(self._before, self._corner)
        self._before, self._corner = [], None
        return True

    def _position(self, event: QMouseEvent) -> int:
        place = event.position().toPoint()
        return self._view.send(Message.POSITIONFROMPOINT, place.x(), place.y())

    def _draw_box(self, position: int) -> None:
        """Select the box from the corner to a position; it is no click any more."""
        self._before = []
        self._view.send(Message.SETRECTANGULARSELECTIONANCHOR, self._corner or 0)
        self._view.send(Message.SETRECTANGULARSELECTIONCARET, position)
        self._view.send(Message.SCROLLCARET)

    def _toggle(self, before: list[Stretch], position: int) -> None:
        """Add a cursor where there was none, or take away the one that is there."""
        others = [one for one in before if not one.start <= position <= one.end]
        is_taken = len(others) < len(before)
        chosen = others if is_taken else [*before, Stretch(position, position)]
        select(self._view, chosen or before, max(0, len(chosen) - 1))


def add_above(view: Scintilla) -> None:
    """Add a cursor in the line above, the next one that can be seen."""
    _add_cursor(view, -1)


def add_below(view: Scintilla) -> None:
    """Add a cursor in the line below, the next one that can be seen."""
    _add_cursor(view, 1)


def _add_cursor(view: Scintilla, step: int) -> None:
    present = stretches(view)
    column = line_and_column(view, present[0].cursor)[1]
    lines = [line_of(view, one.cursor) for one in present]
    line = (max(lines) if step > 0 else min(lines)) + step
    while 0 <= line < view.send(Message.GETLINECOUNT):
        if view.send(Message.GETLINEVISIBLE, line):
            position = position_of(view, line, column)
            _add(view, present, Stretch(position, position))
            return
        line += step


def select_next(view: Scintilla) -> None:
    """Select the words at the cursors; if there is a selection, the next place of its text too."""
    present = stretches(view)
    main = present[main_stretch(view)]
    if main.is_empty:
        words = [_word_at(view, one) if one.is_empty else one for one in present]
        select(view, words, main_stretch(view))
        return
    taken = {one.start for one in present}
    found = next((one for one in _places(view, main) if one.start not in taken), None)
    if found is not None:
        _add(view, present, found)


def keep_one(view: Scintilla) -> bool:
    """Have one cursor again, the last one; whether there were several."""
    present = stretches(view)
    if len(present) > 1:
        select(view, [present[main_stretch(view)]], 0)
    return len(present) > 1


def _add(view: Scintilla, present: list[Stretch], one: Stretch) -> None:
    if len(present) < _MOST:
        view.send(Message.ENSUREVISIBLEENFORCEPOLICY, line_of(view, one.cursor))
        select(view, [*present, one], len(present))
        view.send(Message.SCROLLCARET)


def _places(view: Scintilla, main: Stretch) -> Iterator[Stretch]:
    """Where the text of a selection stands elsewhere, from behind it round to it again.

    A whole word is found as a whole word alone.
    """
    text = view.slice(0, view.send(Message.GETLENGTH))
    wanted = text[main.start : main.end]
    is_word = _is_word(view, main.start, main.end)
    for first, last in ((main.end, len(text)), (0, main.start)):
        place = text.find(wanted, first, last)
        while place >= 0:
            end = place + len(wanted)
            if not is_word or _is_word(view, place, end):
                yield Stretch(place, end)
            place = text.find(wanted, end, last)


def _word_at(view: Scintilla, cursor: Stretch) -> Stretch:
    start = view.send(Message.WORDSTARTPOSITION, cursor.cursor, 1)
    return Stretch(start, view.send(Message.WORDENDPOSITION, cursor.cursor, 1))


def _is_word(view: Scintilla, start: int, end: int) -> bool:
    begins = view.send(Message.WORDSTARTPOSITION, start, 1) == start
    return begins and view.send(Message.WORDENDPOSITION, start, 1) == end
