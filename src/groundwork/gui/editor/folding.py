"""Folds lines away under the line that heads them."""

from __future__ import annotations

from collections.abc import Iterator

from groundwork.gui.editor.lines import line_of
from groundwork.gui.editor.scintilla import FOLD_HEADER, Message, Scintilla

_NONE = -1
_SIGN = " \u22ef ".encode()


def is_header(view: Scintilla, line: int) -> bool:
    """Whether lines below fold under `line`."""
    return bool(view.send(Message.GETFOLDLEVEL, line) & FOLD_HEADER)


def toggle_fold(view: Scintilla, line: int) -> None:
    """Fold the lines under `line` away, or show them again; a folded line shows three dots."""
    if is_header(view, line):
        view.send(Message.TOGGLEFOLDSHOWTEXT, line, _SIGN)


def fold_here(view: Scintilla) -> None:
    """Fold away the block that the cursor is in, and put the cursor on its header."""
    line = line_of(view, view.send(Message.GETCURRENTPOS))
    header = line if is_header(view, line) else view.send(Message.GETFOLDPARENT, line)
    if header != _NONE and view.send(Message.GETFOLDEXPANDED, header):
        view.send(Message.GOTOPOS, view.send(Message.GETLINEENDPOSITION, header))
        toggle_fold(view, header)


def unfold_here(view: Scintilla) -> None:
    """Show again what is folded away under the line of the cursor."""
    line = line_of(view, view.send(Message.GETCURRENTPOS))
    if is_header(view, line) and not view.send(Message.GETFOLDEXPANDED, line):
        toggle_fold(view, line)


def folded_lines(view: Scintilla) -> Iterator[int]:
    """The lines whose blocks are folded away."""
    line = view.send(Message.CONTRACTEDFOLDNEXT, 0)
    while line != _NONE:
        yield line
        line = view.send(Message.CONTRACTEDFOLDNEXT, line + 1)
