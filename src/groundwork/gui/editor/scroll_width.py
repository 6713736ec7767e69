"""How far the text can be scrolled sideways: Scintilla lets that grow, but never shrink."""

from __future__ import annotations

from groundwork.gui.editor.lines import line_end, line_start, visible_lines
from groundwork.gui.editor.scintilla import Message, Scintilla

_SLACK = 80
"""Pixels that Scintilla keeps free behind the cursor when it scrolls to it."""


def shrink_scroll_width(view: Scintilla) -> None:
    """Scroll back from where no visible line reaches any more, and let no more be scrolled to."""
    edges = [
        (_x(view, line_start(view, line)), _x(view, line_end(view, line)))
        for line in visible_lines(view)
    ]
    if not edges:
        return
    offset = view.send(Message.GETXOFFSET)
    widest = max(end - start for start, end in edges)
    room = view.area.viewport().width() - (edges[0][0] + offset)
    if offset > max(0, widest - room + _SLACK):
        offset = max(0, widest - room)
        view.send(Message.SETXOFFSET, offset)
    view.send(Message.SETSCROLLWIDTH, max(1, widest, offset + room if offset else 0))


def _x(view: Scintilla, position: int) -> int:
    """How far from the left edge of the view a position is painted, in pixels."""
    return view.send(Message.POINTXFROMPOSITION, 0, position)
