"""What the editor does to whole lines, each as one step that can be undone."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager

from groundwork.gui.editor.cursors import Stretch, blocks, main_stretch, select, stretches
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
    text_of_bytes,
)
from groundwork.gui.editor.scintilla import Message, Scintilla

_FEW_LINES = 300
_LINE_END = re.compile(r"\r\n|\r|\n")
_LINE_END_KEPT = re.compile(r"(\r\n|\r|\n)")


@contextmanager
def one_step(view: Scintilla) -> Iterator[None]:
    """What is done inside is told and undone as one; cursors and selections go with the text."""
    at, main = stretches(view), main_stretch(view)
    ends = [(_end(view, one.anchor, one), _end(view, one.cursor, one)) for one in at]
    with view.as_one_change():
        view.send(Message.BEGINUNDOACTION)
        try:
            yield
        finally:
            view.send(Message.ENDUNDOACTION)
            moved = [Stretch(_position(view, a), _position(view, c)) for a, c in ends]
            select(view, moved, main)


def _end(view: Scintilla, position: int, of: Stretch) -> tuple[int, int]:
    """One end of a selection: its line, and how far it is from the end of that line.

    Where a line is indented, that distance stays the same. The start of a selected line stays what
    it is, and is told by a distance beyond all lines.
    """
    line = line_of(view, position)
    is_line_start = position == line_start(view, line)
    if is_line_start and not of.is_empty:
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
    is_answered = is_writable(view) and any(len(block.lines) > 1 for block in blocks(view))
    if is_answered:
        indent_lines(view)
    return is_answered


def _edit_lines(view: Scintilla, wanted: Callable[[Sequence[str]], list[LineEdit]]) -> None:
    """Edit the lines of every selection, all of them looked at together."""
    numbers: list[int] = []
    lines: list[str] = []
    for block in blocks(view):
        start, end = line_start(view, block.lines.start), line_end(view, block.lines.stop - 1)
        numbers += block.lines
        lines += _LINE_END.split(text_of_bytes(view.slice(start, end)))
    edits = wanted(lines)
    if not edits or not is_writable(view):
        return
    with one_step(view):
        if len(edits) <= _FEW_LINES:
            _edit_one_by_one(view, numbers, edits)
        else:
            _edit_at_once(view, numbers, lines, edits)


def _edit_one_by_one(view: Scintilla, numbers: Sequence[int], edits: list[LineEdit]) -> None:
    """Change no more than the edits do, so that folds stay."""
    for edit in edits:
        line = numbers[edit.line]
        start = position_of(view, line, edit.column)
        end = position_of(view, line, edit.column + edit.removed)
        view.replace(start, end, bytes_of_text(edit.inserted))


def _edit_at_once(
    view: Scintilla, numbers: Sequence[int], lines: Sequence[str], edits: list[LineEdit]
) -> None:
    """Put all lines from the first to the last in again, which is quicker where they are many."""
    start, end = line_start(view, numbers[0]), line_end(view, numbers[-1])
    pieces = _LINE_END_KEPT.split(text_of_bytes(view.slice(start, end)))
    for edit in edits:
        place = 2 * (numbers[edit.line] - numbers[0])
        pieces[place] = edit.applied(lines[edit.line])
    view.replace(start, end, bytes_of_text("".join(pieces)))
