"""The clipboard: what several cursors copy goes back to several, and blocks fit their place."""

from __future__ import annotations

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication

from groundwork.gui.editor.cursors import Change, Stretch, change, select, stretches
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

_OWN_FORMAT = "application/x-pyside6-qsci-text"
"""How the bridge marks text that comes from an editor, so that it is pasted as it is."""

_PIECES_FORMAT = "application/x-groundwork-pieces"
"""How many cursors it was copied at."""

_BOX_FORMATS = ("text/x-qscintilla-rectangular", "MSDEVColumnSelect")
"""How QScintilla marks a box of text, which is pasted beside what stands there."""


def copy(view: Scintilla) -> bool:
    """Copy what several cursors have selected, a line for each; whether there are several."""
    at = sorted(stretches(view))
    if len(at) == 1 or view.send(Message.SELECTIONISRECTANGLE):
        return False
    text = "\n".join(text_of_bytes(view.slice(one.start, one.end)) for one in at)
    clip = QMimeData()
    clip.setText(text)
    clip.setData(_OWN_FORMAT, b"1")
    clip.setData(_PIECES_FORMAT, str(len(at)).encode())
    QGuiApplication.clipboard().setMimeData(clip)
    return True


def cut(view: Scintilla) -> bool:
    """Cut what several cursors have selected, a line for each; whether there are several."""
    is_answered = is_writable(view) and copy(view)
    if is_answered:
        view.send(Message.CLEAR)
    return is_answered


def paste(view: Scintilla) -> None:
    """Put in what is on the clipboard, as one step that can be undone."""
    at = stretches(view)
    clip = QGuiApplication.clipboard().mimeData()
    is_box = any(clip.hasFormat(name) for name in _BOX_FORMATS)
    if is_writable(view) and clip.data(_PIECES_FORMAT).data() == str(len(at)).encode():
        _paste_pieces(view, at, clip.text().split("\n"))
    elif not is_writable(view) or is_box or len(at) > 1 or not shows_python(view):
        view.send(Message.PASTE)
    else:
        _paste_block(view, at[0].start)
    view.send(Message.SCROLLCARET)


def _paste_pieces(view: Scintilla, at: list[Stretch], pieces: list[str]) -> None:
    """Give each cursor what was copied at one, from the top down."""
    texts = [bytes_of_text(piece) for piece in pieces]
    pairs = zip(sorted(at), texts, strict=False)
    changes = [Change(one.start, one.end, text, len(text), len(text)) for one, text in pairs]
    change(view, changes, len(changes) - 1)


def _paste_block(view: Scintilla, start: int) -> None:
    with view.as_one_change():
        view.send(Message.BEGINUNDOACTION)
        view.send(Message.PASTE)
        _indent_for(view, start, view.send(Message.GETCURRENTPOS))
        view.send(Message.ENDUNDOACTION)


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
