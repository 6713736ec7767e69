"""Puts the file in the editor into the usual form when that is asked for."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject

from groundwork.gui.editor.lines import (
    bytes_of_text,
    line_of,
    replace_whole_text,
    whole_text,
)
from groundwork.gui.editor.menu import Offer
from groundwork.gui.editor.scintilla import Message, Scintilla
from groundwork.gui.language.same_place import same_place
from groundwork.gui.language.workplace import Workplace
from groundwork.language.protocol import Answer, Format, Formatted, Refused, Source

KEY = "Ctrl+Shift+I"

_NO_PYTHON = "Nothing was formatted: only Python files of your own can be, up to 300 KB."
_READ_ONLY = "Nothing was formatted: this file can only be read."
_FAILED = "Nothing was formatted: it took too long, or went wrong. You can try it again."
_DONE = "The file is in the usual form now"
_WAS_DONE = "The file is in the usual form already"


class Formatter(QObject):
    """Asks for the usual form of a file, and puts it in as one step that can be undone.

    An answer about a text that has changed meanwhile is let go.
    """

    def __init__(self, workplace: Workplace) -> None:
        super().__init__(workplace)
        self._workplace = workplace
        workplace.code.keys.add({KEY: self.format})
        workplace.code.offers.append(
            Offer(f"Format the file\t{KEY}", self.format, self._is_possible)
        )

    def format(self) -> None:
        """Put the file into the usual form, or say why not."""
        source = self._workplace.source()
        if source is None:
            self._workplace.tell(_NO_PYTHON)
        elif not self._is_possible():
            self._workplace.tell(_READ_ONLY)
        else:
            self._workplace.ask(Format(source), partial(self._on_answered, source))

    def _is_possible(self) -> bool:
        is_writable = not self._workplace.view.send(Message.GETREADONLY)
        return is_writable and self._workplace.source() is not None

    def _on_answered(self, source: Source, answer: Answer) -> None:
        if isinstance(answer, Formatted) and self._is_possible():
            is_other = answer.text != source.text
            if is_other:
                _put_in(self._workplace.view, answer.text)
            self._workplace.tell(_DONE if is_other else _WAS_DONE)
        else:
            sentence = answer.sentence if isinstance(answer, Refused) else ""
            self._workplace.tell(sentence or _FAILED)


def _put_in(view: Scintilla, text: str) -> None:
    """Put the text in; the cursor stays at its place in the code, and that where it is seen."""
    before = whole_text(view)
    cursor = view.send(Message.GETCURRENTPOS)
    seen_at = _row(view, cursor) - view.send(Message.GETFIRSTVISIBLELINE)
    place = len(view.slice(0, cursor).decode("utf-8", "replace"))
    with view.as_one_change():
        view.send(Message.BEGINUNDOACTION)
        replace_whole_text(view, text)
        view.send(Message.ENDUNDOACTION)
    cursor = len(bytes_of_text(text[: same_place(before, text, place)]))
    view.send(Message.SETSELECTION, cursor, cursor)
    view.send(Message.SETFIRSTVISIBLELINE, max(0, _row(view, cursor) - seen_at))
    view.send(Message.SCROLLCARET)


def _row(view: Scintilla, position: int) -> int:
    """The row of the screen that a position is in, counted from the start of the text."""
    return view.send(Message.VISIBLEFROMDOCLINE, line_of(view, position))
