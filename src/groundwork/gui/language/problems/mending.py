"""Carries out what mends a problem."""

from __future__ import annotations

from groundwork.gui.editor.editing import is_writable, one_step
from groundwork.gui.editor.lines import bytes_of_text, position_of
from groundwork.gui.editor.scintilla import LineEnd, Message, Scintilla
from groundwork.language.protocol import Fix

_LINE_ENDS = {LineEnd.CRLF: "\r\n", LineEnd.CR: "\r", LineEnd.LF: "\n"}


def mend(view: Scintilla, fix: Fix) -> None:
    """Make the changes of the fix in the text that it is about, as one step that can be undone."""
    if not is_writable(view):
        return
    line_ending = _LINE_ENDS[LineEnd(view.send(Message.GETEOLMODE))]
    places = [
        (
            position_of(view, edit.span.line - 1, edit.span.column),
            position_of(view, edit.span.end_line - 1, edit.span.end_column),
            bytes_of_text(edit.text.replace("\n", line_ending)),
        )
        for edit in fix.edits
    ]
    with one_step(view):
        for start, end, text in sorted(places, reverse=True):
            view.replace(start, end, text)
