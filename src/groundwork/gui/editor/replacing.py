"""Puts words into the place of others, here and there in a text, as one step."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from groundwork.gui.editor.lines import bytes_of_text, position_of
from groundwork.gui.editor.scintilla import Message, Scintilla


class Replacement(NamedTuple):
    """What stands between two columns of a line gives way to `text`; lines count from 1."""

    line: int
    start: int
    end: int
    text: str


def replace_all(view: Scintilla, replacements: Sequence[Replacement]) -> None:
    """Make them as one step that can be undone; cursor and folds stay where they are."""
    with view.as_one_change():
        view.send(Message.BEGINUNDOACTION)
        for one in sorted(replacements, reverse=True):  # what comes before it stays where it is
            start = position_of(view, one.line - 1, one.start)
            end = position_of(view, one.line - 1, one.end)
            view.replace(start, end, bytes_of_text(one.text))
        view.send(Message.ENDUNDOACTION)
