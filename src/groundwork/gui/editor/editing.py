"""What the editor does to whole lines, each as one step that can be undone."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager

from groundwork.gui.editor.line_edits import (
    LineEdit,
    comment_edits,
    dedent_edits,
    indent_edits,
)
from groundwork.gui.editor.lines import (
    bytes_of_text,
    line_end,
    line_of,
    line_start,
    position_of,
    selected_lines,
    text_of_bytes,
)
from groundwork.gui.editor.scintilla import Message, Scintilla

_FEW_LINES = 300
_LINE_END_KEPT = re.compile(r"(\r\n|\r|\n)")


@contextmanager
def one_step(view: Scintilla) -> Iterator[None]:
    """What is done inside is told and undone as one; cursor and selection go with the text."""
    anchor = _end(view, view.send(Message.GETANCHOR))
    cursor = _end(view, view.send(Message.GETCURRENTPOS))
    with view.as_one_change():
        view.send(Message.BEGINUNDOACTION)
        try:
            yield
        finally:
            view.send(Message.ENDUNDOACTION)
            view.send(Message.SETSEL, _position(view, anchor), _position(view, cursor))


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


def undo(view: Scintilla) -> None:
    """Take back the last step."""
    if is_writable(view) and view.send(Message.CANUNDO):
        with view.as_one_change():
            view.send(Message.UNDO)


def redo(view: Scintilla) -> None:
    """Do again what was taken back last."""
    if is_writable(view) and view.send(Message.CANREDO):
        with view.as_one_change():
            view.send(Message.REDO)


def is_writable(view: Scintilla) -> bool:
    """Whether the text may be changed."""
    return not view.send(Message.GETREADONLY)


def toggle_comments(view: Scintilla) -> None:
    """Make the selected lines comments, or code again where they all are comments."""
    _edit_lines(view, comment_edits)


def indent_lines(view: Scintilla) -> None:
    """Move the selected lines to the next level of indentation."""
    _edit_lines(view, indent_edits)


def dedent_lines(view: Scintilla) -> None:
    """Move the selected lines to the level of indentation before theirs."""
    _edit_lines(view, dedent_edits)


def indent_several_lines(view: Scintilla) -> bool:
    """Indent the selected lines if there are several; whether there were."""
    is_answered = is_writable(view) and len(selected_lines(view)) > 1
    if is_answered:
        indent_lines(view)
    return is_answered


def _edit_lines(view: Scintilla, wanted: Callable[[Sequence[str]], list[LineEdit]]) -> None:
    selected = selected_lines(view)
    start, end = line_start(view, selected.start), line_end(view, selected.stop - 1)
    pieces = _LINE_END_KEPT.split(text_of_bytes(view.slice(start, end)))
    edits = wanted(pieces[::2])
    if not edits or not is_writable(view):
        return
    with one_step(view):
        if len(edits) <= _FEW_LINES:
            _edit_one_by_one(view, selected.start, edits)
        else:
            for edit in edits:
                pieces[2 * edit.line] = edit.applied(pieces[2 * edit.line])
            view.replace(start, end, bytes_of_text("".join(pieces)))


def _edit_one_by_one(view: Scintilla, first: int, edits: list[LineEdit]) -> None:
    """Change no more than the edits do, so that folds stay."""
    for edit in edits:
        start = position_of(view, first + edit.line, edit.column)
        end = position_of(view, first + edit.line, edit.column + edit.removed)
        view.replace(start, end, bytes_of_text(edit.inserted))
