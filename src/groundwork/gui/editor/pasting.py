"""Pasting: a block of lines comes with the indentation of its new place."""

from __future__ import annotations

from PySide6.QtGui import QGuiApplication

from groundwork.gui.editor.cursors import Stretch, select, stretches
from groundwork.gui.editor.editing import is_writable
from groundwork.gui.editor.lines import (
    bytes_of_text,
    line_end,
    line_of,
    line_start,
    new_line_of,
    text_of_bytes,
)
from groundwork.gui.editor.masked import shows_python, text_across
from groundwork.gui.editor.pasted import reindented
from groundwork.gui.editor.scintilla import Message, Scintilla

_BOX_FORMATS = ("text/x-qscintilla-rectangular", "MSDEVColumnSelect")
"""How QScintilla marks a box of text, which is pasted beside what stands there."""


def paste(view: Scintilla) -> None:
    """Put in what is on the clipboard, as one step that can be undone."""
    at = stretches(view)
    clip = QGuiApplication.clipboard().mimeData()
    is_box = any(clip.hasFormat(name) for name in _BOX_FORMATS)
    if not is_writable(view) or is_box or len(at) > 1 or not shows_python(view):
        view.send(Message.PASTE)
        return
    start = at[0].start
    with view.as_one_change():
        view.send(Message.BEGINUNDOACTION)
        view.send(Message.PASTE)
        _indent_for(view, start, view.send(Message.GETCURRENTPOS))
        view.send(Message.ENDUNDOACTION)
    view.send(Message.SCROLLCARET)


def _indent_for(view: Scintilla, start: int, end: int) -> None:
    """Give the lines that were pasted from `start` to `end` the indentation of their place."""
    line = line_of(view, start)
    before = text_of_bytes(view.slice(line_start(view, line), start))
    is_whole_text = start == 0 and end == view.send(Message.GETLENGTH)
    if before.strip() or not (before or is_whole_text) or text_across(view, line) is not None:
        return
    behind = view.slice(end, line_end(view, line_of(view, end))).strip()
    ends = text_of_bytes(new_line_of(view))
    lines = text_of_bytes(view.slice(start, end)).split(ends)
    fitted = bytes_of_text(ends.join(reindented(lines, len(before), is_followed=bool(behind))))
    view.replace(start, end, fitted)
    cursor = start + len(fitted)
    select(view, [Stretch(cursor, cursor)], 0)
