"""Duplicating, deleting and joining lines, those of every cursor there is, as one step each."""

from __future__ import annotations

from groundwork.gui.editor.cursors import (
    Block,
    Change,
    Stretch,
    blocks,
    change,
    main_stretch,
    select,
)
from groundwork.gui.editor.editing import is_writable
from groundwork.gui.editor.line_edits import joined
from groundwork.gui.editor.lines import (
    bytes_of_text,
    line_end,
    line_of,
    line_start,
    line_text,
    new_line_of,
)
from groundwork.gui.editor.scintilla import Message, Scintilla


def duplicate_above(view: Scintilla) -> None:
    """Put a copy above the lines, with the selections in it."""
    _duplicate(view, goes_down=False)


def duplicate_below(view: Scintilla) -> None:
    """Put a copy below the lines, with the selections in it."""
    _duplicate(view, goes_down=True)


def _duplicate(view: Scintilla, *, goes_down: bool) -> None:
    """Double the lines; the selections are in the copies below, or stay above them."""
    if not is_writable(view):
        return
    ends = new_line_of(view)
    changes, selected, moved = [], [], 0
    for block in blocks(view):
        start, end = line_start(view, block.lines.start), line_end(view, block.lines.stop - 1)
        copy = ends + view.slice(start, end)
        changes.append(Change(end, end, copy, 0, 0))
        offset = moved + (len(copy) if goes_down else 0)
        selected += [Stretch(one.anchor + offset, one.cursor + offset) for one in block.inside]
        moved += len(copy)
    change(view, changes, 0)
    select(view, selected, len(selected) - 1)
    view.send(Message.SCROLLCARET)


def move_up(view: Scintilla) -> None:
    """Let the lines change places with the one above them."""
    _move(view, -1)


def move_down(view: Scintilla) -> None:
    """Let the lines change places with the one below them."""
    _move(view, 1)


def _move(view: Scintilla, step: int) -> None:
    """Lines that can go no further stay, and those of other cursors move all the same."""
    if not is_writable(view):
        return
    ends, last = new_line_of(view), view.send(Message.GETLINECOUNT)
    changes: list[Change] = []
    selected: list[Stretch] = []
    for block in blocks(view, touching=True):
        lines, inside = block
        passed = lines.start - 1 if step < 0 else lines.stop
        if not 0 <= passed < last:
            selected += inside
            continue
        start, end = line_start(view, lines.start), line_end(view, lines.stop - 1)
        text, other = view.slice(start, end), line_text(view, passed)
        pieces = (text, other) if step < 0 else (other, text)
        first = line_start(view, min(passed, lines.start))
        changes.append(Change(first, max(end, line_end(view, passed)), ends.join(pieces), 0, 0))
        moved = step * (len(other) + len(ends))
        selected += [Stretch(one.anchor + moved, one.cursor + moved) for one in inside]
    if changes:
        change(view, changes, 0)
        select(view, selected, len(selected) - 1)
        view.send(Message.SCROLLCARET)


def delete_lines(view: Scintilla) -> None:
    """Take the lines away; each cursor goes to the line below, in its column."""
    if not is_writable(view):
        return
    changes = [_deletion(view, block) for block in blocks(view)]
    change(view, changes, len(changes) - 1)
    view.send(Message.SCROLLCARET)


def join_lines(view: Scintilla) -> None:
    """Make the lines one, or join the one of a cursor with that below it."""
    if not is_writable(view):
        return
    last = view.send(Message.GETLINECOUNT) - 1
    changes = [_joined(view, block) for block in blocks(view) if block.lines.start < last]
    if changes:
        change(view, changes, main_stretch(view))
        view.send(Message.SCROLLCARET)


def _deletion(view: Scintilla, block: Block) -> Change:
    start = line_start(view, block.lines.start)
    below = line_start(view, block.lines.stop)
    if block.lines.stop < view.send(Message.GETLINECOUNT):
        column = block.inside[-1].cursor - line_start(view, line_of(view, block.inside[-1].cursor))
        length = line_end(view, block.lines.stop) - below
        return Change(start, below, b"", min(column, length), min(column, length))
    before = line_end(view, block.lines.start - 1) if block.lines.start else 0
    return Change(before, view.send(Message.GETLENGTH), b"", 0, 0)


def _joined(view: Scintilla, block: Block) -> Change:
    lines = range(block.lines.start, max(block.lines.stop, block.lines.start + 2))
    text, place = joined([line_text(view, line).decode("utf-8", "replace") for line in lines])
    cursor = len(text[:place].encode())
    start, end = line_start(view, lines.start), line_end(view, lines.stop - 1)
    return Change(start, end, bytes_of_text(text), cursor, cursor)
