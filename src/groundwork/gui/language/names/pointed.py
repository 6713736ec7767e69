"""Which name of the code somebody points at."""

from __future__ import annotations

import keyword
import re

from PySide6.QtCore import QPoint

from groundwork.gui.editor.languages import COMMENT_STYLES, F_STYLES, TEXT_STYLES
from groundwork.gui.editor.lines import line_of, line_start
from groundwork.gui.editor.scintilla import Message, Scintilla

_NOWHERE = -1
_BEGINS_OR_ENDS_CODE = re.compile(rb"[{}]")

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
    if style in F_STYLES:
        return (start, end) if _is_in_braces(view, start) else None
    return None if style in TEXT_STYLES | COMMENT_STYLES else (start, end)


def _is_in_braces(view: Scintilla, position: int) -> bool:
    """Whether the place in a text is code between braces, as far as its line shows."""
    before = view.slice(line_start(view, line_of(view, position)), position)
    signs = _BEGINS_OR_ENDS_CODE.findall(before.replace(b"{{", b"").replace(b"}}", b""))
    return bool(signs) and signs[-1] == b"{"
