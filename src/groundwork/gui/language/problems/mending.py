"""Carries out what mends a problem."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from groundwork.gui.editor.editing import is_writable
from groundwork.gui.editor.lines import bytes_of_text, position_of
from groundwork.gui.editor.scintilla import LineEnd, Message, Scintilla
from groundwork.language.protocol import Edit, Fix

_LINE_ENDS = {LineEnd.CRLF: "\r\n", LineEnd.CR: "\r", LineEnd.LF: "\n"}


class _Change(NamedTuple):
    start: int
    end: int
    text: bytes


def mend(view: Scintilla, fix: Fix) -> None:
    """Make the changes of the fix in the text that it is about, as one step that can be undone.

    Cursor and selection go with the text that they are in.
    """
    if not is_writable(view):
        return
    changes = sorted(_change(view, edit) for edit in fix.edits)
    anchor, cursor = view.send(Message.GETANCHOR), view.send(Message.GETCURRENTPOS)
    with view.as_one_change():
        view.send(Message.BEGINUNDOACTION)
        for change in reversed(changes):
            view.replace(*change)
        view.send(Message.ENDUNDOACTION)
        view.send(Message.SETSEL, _moved(anchor, changes), _moved(cursor, changes))


def _change(view: Scintilla, edit: Edit) -> _Change:
    line_ending = _LINE_ENDS[LineEnd(view.send(Message.GETEOLMODE))]
    return _Change(
        position_of(view, edit.span.line - 1, edit.span.column),
        position_of(view, edit.span.end_line - 1, edit.span.end_column),
        bytes_of_text(edit.text.replace("\n", line_ending)),
    )


def _moved(position: int, changes: Sequence[_Change]) -> int:
    """Where a position is after the changes."""
    shift = 0
    for start, end, text in changes:
        if position >= end:
            shift += len(text) - (end - start)
        elif position > start:
            return start + shift + min(position - start, len(text))
    return position + shift
