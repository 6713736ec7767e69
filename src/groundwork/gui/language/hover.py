"""Tells what a name is when it is pointed at, or asked about by key."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent

from groundwork.aids import COMPLETION
from groundwork.gui.editor.lines import line_and_column
from groundwork.gui.editor.scintilla import Message
from groundwork.gui.language.pointing import Pointing
from groundwork.gui.language.workplace import Workplace
from groundwork.language.protocol import Answer, Describe, Description

if TYPE_CHECKING:
    from groundwork.gui.language.card import Card

Source = Callable[[int], str]
"""Says in safe HTML what there is to know about a position of the text, in bytes; empty: nothing.
It is asked at once and answers from memory."""

_MODIFIERS = frozenset({Qt.Key.Key_Shift, Qt.Key.Key_Control, Qt.Key.Key_Alt, Qt.Key.Key_Meta})
_STEPS = {
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_PageUp: -8,
    Qt.Key.Key_PageDown: 8,
}


class Hover(QObject):
    """Shows a card over the name that the pointer rests on, or the cursor touches.

    It stays while the pointer is on the name or in the card. Any key puts it away; opened by key,
    it is scrolled with the arrow keys.

    Signals:
        link_chosen: the address of a link of one of the sources that was pressed.
    """

    link_chosen = Signal(str)

    def __init__(self, workplace: Workplace) -> None:
        super().__init__(workplace)
        self._workplace = workplace
        self._view = workplace.view
        self._sources: list[Source] = []
        self._card: Card | None = None
        self._wanted: int | None = None
        self._was_key = False
        self._pointing = Pointing(self._view)
        self._pointing.rested.connect(self._on_pointing_rested)
        self._pointing.left.connect(self.put_away)
        workplace.text_changed.connect(self._on_workplace_text_changed)
        workplace.file_shown.connect(self.put_away)
        workplace.allowed_changed.connect(self.put_away)
        workplace.code.keys.add({"Ctrl+I": self.show_here})
        workplace.code.keys.show_first(self._take_key)

    @property
    def text(self) -> str:
        """What is shown, without its looks; empty while nothing is."""
        return self._card.text if self._card and self._is_shown else ""

    @property
    def _is_shown(self) -> bool:
        return self._card is not None and not self._card.isHidden()

    def add_source(self, source: Source) -> None:
        """Ask this one too; what it says stands before what the name is."""
        self._sources.append(source)

    def show_here(self) -> None:
        """Tell what stands at the cursor."""
        self._was_key = True
        self._look_up(self._view.send(Message.GETCURRENTPOS))

    def put_away(self) -> None:
        """Show nothing, and nothing that is still to come."""
        self._wanted = None
        self._pointing.keep(None)
        if self._card:
            self._card.put_away()

    def _look_up(self, position: int) -> None:
        self._wanted = position
        said = [html for html in (source(position) for source in self._sources) if html]
        if said:
            self._show(position, said)
        source = self._workplace.source()
        if source is None or COMPLETION not in self._workplace.allowed:
            return
        line, column = line_and_column(self._view, position)
        self._workplace.ask(
            Describe(source, line + 1, column), lambda answer: self._tell(position, said, answer)
        )

    def _tell(self, position: int, said: list[str], answer: Answer) -> None:
        if self._wanted == position and isinstance(answer, Description):
            self._show(position, [*said, *self._described(answer, is_below=bool(said))])

    def _described(self, answer: Description, *, is_below: bool) -> list[str]:
        from groundwork.gui.language.described import (  # noqa: PLC0415 - not before the first key
            sections_of,
            shortened,
        )

        shown = shortened(answer) if is_below else answer
        return sections_of(shown, self._workplace.appearance.theme)

    def _show(self, position: int, sections: list[str]) -> None:
        span = self._span(position)
        self._pointing.keep(None if self._was_key else span)
        card = self._made_card()
        card.show_sections(sections, span.start)
        if self._was_key:
            from groundwork.gui.exercise.spoken import announce  # noqa: PLC0415 - seldom needed

            announce(self._view.area, card.text)

    def _made_card(self) -> Card:
        if self._card is None:
            from groundwork.gui.language.card import Card  # noqa: PLC0415 - not before the first key

            self._card = Card(self._workplace, "What this is")
            self._card.closed.connect(self.put_away)
            self._card.link_chosen.connect(self.link_chosen)
            self._pointing.watch(self._card)
        return self._card

    def _span(self, position: int) -> range:
        start = self._view.send(Message.WORDSTARTPOSITION, position, 1)
        end = self._view.send(Message.WORDENDPOSITION, position, 1)
        return range(start, max(end, position + 1))

    def _take_key(self, event: QKeyEvent) -> bool:
        if not self._is_shown or event.key() in _MODIFIERS:
            return False
        steps = _STEPS.get(Qt.Key(event.key()), 0)
        is_plain = not event.modifiers().value
        if self._card and self._was_key and is_plain and steps and self._card.scroll_by(steps):
            return True
        self.put_away()
        return event.key() == Qt.Key.Key_Escape

    def _on_workplace_text_changed(self) -> None:
        self._pointing.stop()
        self.put_away()

    def _on_pointing_rested(self, position: int) -> None:
        if self._view.window().isActiveWindow():
            self._was_key = False
            self._look_up(position)
