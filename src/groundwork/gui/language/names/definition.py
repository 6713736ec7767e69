"""Leads from a name to where it is defined."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from groundwork.gui.editor.lines import line_and_column
from groundwork.gui.editor.scintilla import Message
from groundwork.gui.language.names.journey import Journey
from groundwork.gui.language.names.pointed import name_around
from groundwork.gui.language.workplace import Workplace
from groundwork.language.protocol import Answer, Define, Place, Places, Refused

_NO_ANSWER = "That took too long; you can try it again"


class Definition(QObject):
    """Asks where a name is defined, and goes there.

    Signals:
        uses_wanted: the name is defined where it stands, so its uses are what is looked for.
    """

    uses_wanted = Signal()

    def __init__(self, workplace: Workplace, journey: Journey) -> None:
        super().__init__(workplace)
        self._workplace = workplace
        self._journey = journey

    def go(self) -> None:
        """Go to the definition of the name at the cursor."""
        self.go_from(self._workplace.view.send(Message.GETCURRENTPOS))

    def go_from(self, position: int) -> None:
        """Go to the definition of the name at that place of the text."""
        source, view = self._workplace.read(), self._workplace.view
        name = name_around(view, position)
        if source is None or name is None:
            return
        line, column = line_and_column(view, name[0])
        here = Place(source.name, line + 1, column)
        question = Define(source, here.line, column)
        self._workplace.ask(question, lambda answer: self._on_answered(here, answer))

    def _on_answered(self, here: Place, answer: Answer) -> None:
        if isinstance(answer, Refused):
            self._workplace.tell(answer.sentence or _NO_ANSWER)
        elif isinstance(answer, Places):
            if here in answer.places:
                self._journey.go(here, self.uses_wanted.emit)
            else:
                self._journey.go(answer.places[0])
