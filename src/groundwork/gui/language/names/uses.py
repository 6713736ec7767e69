"""Lists where the files of the example use a name."""

from __future__ import annotations

from PySide6.QtCore import QObject

from groundwork.gui.editor.lines import line_and_column
from groundwork.gui.editor.scintilla import Message
from groundwork.gui.language.names.journey import Journey
from groundwork.gui.language.names.pointed import name_around
from groundwork.gui.language.names.use_list import UseList
from groundwork.gui.language.workplace import Workplace
from groundwork.language.protocol import Answer, FindUses, Place, Use, Uses


class FoundUses(QObject):
    """Asks for all uses of the name at the cursor and lists them over the code."""

    def __init__(self, workplace: Workplace, journey: Journey) -> None:
        super().__init__(workplace)
        self._workplace = workplace
        self._journey = journey
        self._list: UseList | None = None

    def show(self) -> None:
        """List the uses of the name at the cursor."""
        view, source = self._workplace.view, self._workplace.source()
        name = name_around(view, view.send(Message.GETCURRENTPOS))
        if name is None or source is None:
            self._tell_nothing()
            return
        view.send(Message.SCROLLCARET)
        line, column = line_and_column(view, name[0])
        here = Place(source.name, line + 1, column)
        question = FindUses(source, here.line, column, self._workplace.others())
        self._workplace.ask(question, lambda answer: self._on_answered(here, name[0], answer))

    def _tell_nothing(self) -> None:
        if self._workplace.pane.library_file:
            self._workplace.tell("Uses are looked for in the files of the example")
        else:
            self._workplace.tell("Put the cursor on a name to see where it is used")

    def _on_answered(self, here: Place, position: int, answer: Answer) -> None:
        if not isinstance(answer, Uses) or not answer.uses:
            self._tell_nothing()
            return
        if self._list is None:
            self._list = UseList(self._workplace)
            self._list.use_chosen.connect(self._on_list_use_chosen)
        self._list.show_uses(answer, self._workplace.pane.texts(), here, position)

    def _on_list_use_chosen(self, use: Use) -> None:
        self._journey.go(Place(use.file, use.span.line, use.span.column))
