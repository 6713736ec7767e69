"""What the editor does to whole lines, each as one step that can be undone."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager

from groundwork.gui.editor.indentation import STEP, next_indentation
from groundwork.gui.editor.languages import COMMENT_STYLES, TEXT_STYLES, TRIPLE_STYLES
from groundwork.gui.editor.lines import (
    bytes_of_text,
    line_end,
    line_of,
    line_start,
    line_text,
    position_of,
    selected_lines,
    text_of_bytes,
)
from groundwork.gui.editor.scintilla import Lexer, Message, Scintilla

_LINES_LOOKED_AT = 200
_BYTES_LOOKED_AT = 10_000
_LINE_END = re.compile(r"\r\n|\r|\n")


@contextmanager
def one_step(view: Scintilla) -> Iterator[None]:
    """Everything that is done inside is undone together; cursor and selection go with the text."""
    ends = [
        _end(view, view.send(message)) for message in (Message.GETANCHOR, Message.GETCURRENTPOS)
    ]
    view.send(Message.BEGINUNDOACTION)
    try:
        yield
    finally:
        view.send(Message.ENDUNDOACTION)
        anchor, cursor = (_position(view, end) for end in ends)
        view.send(Message.SETSEL, anchor, cursor)


def _end(view: Scintilla, position: int) -> tuple[int, int]:
    """One end of the selection: its line, and how far it is from the end of that line.

    Where a line is indented, that distance stays the same. The start of a selected line stays what
    it is, and is told by a distance beyond all lines.
    """
    line = line_of(view, position)
    is_line_start = position == line_start(view, line)
    if is_line_start and not view.send(Message.GETSELECTIONEMPTY):
        return line, view.send(Message.GETLENGTH) + 1
    return line, line_end(view, line) - position


def _position(view: Scintilla, end: tuple[int, int]) -> int:
    line, distance = end
    return max(line_start(view, line), line_end(view, line) - distance)


def toggle_comments(view: Scintilla) -> None:
    """Make the selected lines comments, or code again where they all are comments."""
    from groundwork.gui.editor.comments import comment_edits  # noqa: PLC0415 - not for the first paint

    lines = selected_lines(view)
    edits = comment_edits([text_of_bytes(line_text(view, line)) for line in lines])
    with one_step(view):
        for edit in edits:
            start = position_of(view, lines.start + edit.line, edit.column)
            view.replace(start, start + edit.removed, bytes_of_text(edit.inserted))


def indent_lines(view: Scintilla) -> None:
    """Move the selected lines to the next level of indentation; blank lines among them stay."""
    lines = selected_lines(view)
    with one_step(view):
        for line in lines:
            if len(lines) == 1 or line_text(view, line).strip():
                levels = view.send(Message.GETLINEINDENTATION, line) // STEP
                view.send(Message.SETLINEINDENTATION, line, (levels + 1) * STEP)


def dedent_lines(view: Scintilla) -> None:
    """Move the selected lines to the level of indentation before theirs."""
    with one_step(view):
        for line in selected_lines(view):
            levels = (view.send(Message.GETLINEINDENTATION, line) + STEP - 1) // STEP
            view.send(Message.SETLINEINDENTATION, line, max(0, levels - 1) * STEP)


def indent_new_line(view: Scintilla) -> None:
    """Indent the line that Enter has just begun, as the lines before it ask for."""
    cursor = view.send(Message.GETCURRENTPOS)
    line = line_of(view, cursor)
    before = line_text(view, line - 1)
    if not before.strip():
        _push_down(view, line, len(before))
        return
    view.send(Message.SETLINEINDENTATION, line, _wanted_indentation(view, line))
    view.send(Message.GOTOPOS, view.send(Message.GETLINEINDENTPOSITION, line))


def _push_down(view: Scintilla, line: int, spaces: int) -> None:
    """Enter before the first word of a line pushes the line down as it stands."""
    indentation = spaces + view.send(Message.GETLINEINDENTATION, line)
    with one_step(view):
        view.send(Message.SETLINEINDENTATION, line - 1, 0)
        view.send(Message.SETLINEINDENTATION, line, indentation)


def _wanted_indentation(view: Scintilla, line: int) -> int:
    end = line_end(view, line - 1)
    own = view.send(Message.GETLINEINDENTATION, line - 1)
    if view.send(Message.GETLEXER) != Lexer.PYTHON:
        return own
    view.send(Message.COLOURISE, view.send(Message.GETENDSTYLED), end + 1)
    if view.send(Message.GETSTYLEAT, end) in TRIPLE_STYLES:
        return own
    first = max(line_start(view, line - _LINES_LOOKED_AT), end - _BYTES_LOOKED_AT)
    return next_indentation(_code(view, line_start(view, line_of(view, first)), end))


def _code(view: Scintilla, start: int, end: int) -> list[str]:
    """The lines from `start` to `end` with texts and comments made meaningless."""
    text = view.slice(start, end).decode("latin-1")
    styles = view.styles(start, end)
    signs = (_masked(sign, style) for sign, style in zip(text, styles, strict=True))
    return _LINE_END.split("".join(signs))


def _masked(sign: str, style: int) -> str:
    if sign in "\r\n":
        return sign
    return "0" if style in TEXT_STYLES else " " if style in COMMENT_STYLES else sign
