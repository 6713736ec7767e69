"""Which name of the code somebody points at."""

from __future__ import annotations

import keyword

from PySide6.QtCore import QPoint

from groundwork.gui.editor.languages import COMMENT_STYLES, TEXT_STYLES
from groundwork.gui.editor.scintilla import Message, Scintilla

_NOWHERE = -1

Span = tuple[int, int]
"""Where something begins and ends in the text, in bytes."""


def name_under(view: Scintilla, point: QPoint) -> Span | None:
    """The name of the code that is painted at that point of the view; None where none is."""
    position = view.send(Message.CHARPOSITIONFROMPOINTCLOSE, point.x(), point.y())
    return None if position == _NOWHERE else name_around(view, position)


def name_around(view: Scintilla, position: int) -> Span | None:
    """The name of the code that the position is in or next to; no keyword, no word of a text."""
    start = view.send(Message.WORDSTARTPOSITION, position, 1)
    end = view.send(Message.WORDENDPOSITION, position, 1)
    word = view.slice(start, end).decode("utf-8", "replace")
    if not word.isidentifier() or keyword.iskeyword(word):
        return None
    style = view.send(Message.GETSTYLEAT, start)
    return None if style in TEXT_STYLES | COMMENT_STYLES else (start, end)
