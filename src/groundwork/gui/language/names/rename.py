"""Gives a name of the program another one, in all files of the example."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import partial

from PySide6.QtCore import QObject

from groundwork.gui.editor.editing import is_writable
from groundwork.gui.editor.lines import line_and_column, text_of_bytes
from groundwork.gui.editor.replacing import Replacement
from groundwork.gui.editor.scintilla import Message
from groundwork.gui.language.names.pointed import name_around
from groundwork.gui.language.names.preview import Preview
from groundwork.gui.language.names.rename_field import RenameField
from groundwork.gui.language.workplace import Workplace
from groundwork.language.protocol import Answer, Edit, Edits, Refused, Rename

_NO_NAME = "Put the cursor on a name of your program to rename it"
_READ_ONLY = "This file can be read here, not changed"
_NO_ANSWER = "That took too long; nothing was renamed"
_STALE = "The files have changed meanwhile; nothing was renamed"


class Renaming(QObject):
    """Asks for another name, shows every change, and makes them all or none."""

    def __init__(self, workplace: Workplace) -> None:
        super().__init__(workplace)
        self._workplace = workplace
        self._field: RenameField | None = None

    def begin(self) -> None:
        """Let the name at the cursor be edited, where it can have another one."""
        view, source = self._workplace.view, self._workplace.source()
        span = name_around(view, view.send(Message.GETCURRENTPOS))
        if not is_writable(view):
            self._workplace.tell(_READ_ONLY)
            return
        if source is None or span is None:
            self._workplace.tell(_NO_NAME)
            return
        view.send(Message.SCROLLCARET)
        line, column = line_and_column(view, span[0])
        name = text_of_bytes(view.slice(*span))
        question = Rename(source, line + 1, column, name, self._workplace.others())
        self._workplace.ask(question, partial(self._on_asked, question, span[0]))

    def _on_asked(self, question: Rename, position: int, answer: Answer) -> None:
        """The worker has told whether there can be another name, and in how many places."""
        if isinstance(answer, Edits):
            field = self._field = self._field or RenameField(self._workplace)
            field.ask(question.new_name, answer.edits, position, partial(self._try, question))
        elif isinstance(answer, Refused):
            self._workplace.tell(answer.sentence or _NO_ANSWER)
        else:
            self._workplace.tell(_NO_NAME)

    def _try(self, question: Rename, new_name: str) -> None:
        wanted = Rename(question.source, question.line, question.column, new_name, question.others)
        old_name = question.new_name
        self._workplace.ask(wanted, partial(self._on_tried, old_name, new_name))

    def _on_tried(self, old_name: str, new_name: str, answer: Answer) -> None:
        if self._field is None or self._field.isHidden():
            return
        if not isinstance(answer, Edits):
            sentence = answer.sentence if isinstance(answer, Refused) else ""
            self._field.tell(sentence or _NO_ANSWER)
            return
        self._field.put_away()
        texts = self._workplace.pane.texts()
        preview = Preview(old_name, new_name, answer, texts, self._workplace)
        preview.agreed.connect(partial(self._apply, texts))
        preview.open()

    def _apply(self, texts: Mapping[str, str], edits: Sequence[Edit]) -> None:
        pane = self._workplace.pane
        if pane.texts() != texts:
            self._workplace.tell(_STALE)
            return
        replacements: dict[str, list[Replacement]] = defaultdict(list)
        for edit in edits:
            span = edit.span
            one = Replacement(span.line, span.column, span.end_column, edit.text)
            replacements[edit.file].append(one)
        is_done = pane.replace_words(replacements)
        files = f" in {len(replacements)} files" if len(replacements) > 1 else ""
        done = f"Renamed in {_counted(len(edits), 'place')}{files}; Undo takes it back file by file"
        self._workplace.tell(done if is_done else _READ_ONLY)


def _counted(count: int, noun: str) -> str:
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"
