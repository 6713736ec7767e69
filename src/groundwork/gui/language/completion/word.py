"""The word at the cursor, and what kind of text it stands in."""

from __future__ import annotations

import re
from enum import Enum, auto
from typing import NamedTuple

from groundwork.gui.editor.languages import COMMENT_STYLES, TEXT_STYLES
from groundwork.gui.editor.lines import (
    bytes_of_text,
    line_end,
    line_of,
    line_start,
    position_of,
    text_of_bytes,
)
from groundwork.gui.editor.scintilla import Message, PythonStyle, Scintilla

_START_OF_NAME = re.compile(r"\w*")
_BRACE = re.compile(r"(?<!\{)(?:\{\{)*\{[^{}]*\Z")
_FORMAT = re.compile(r"[:!][^=\]]*\Z")
_F_STYLES = frozenset(
    {
        PythonStyle.F_STRING,
        PythonStyle.F_CHARACTER,
        PythonStyle.F_TRIPLE,
        PythonStyle.F_TRIPLE_DOUBLE,
    }
)
_LONGEST_OPENING = 4
"""Bytes of what opens a text: a quote and the letters before it, as in `rb"`."""


class Ground(Enum):
    """What a place in a program is part of."""

    CODE = auto()
    NUMBER = auto()
    TEXT = auto()
    COMMENT = auto()


class Word(NamedTuple):
    """What stands around the cursor in its line; `start` and `cursor` are positions in bytes.

    `before` is the line up to the word, `typed` the word up to the cursor, `rest` what of the word
    stands behind it, and `behind` the line from the cursor on.
    """

    line: int
    start: int
    cursor: int
    before: str
    typed: str
    rest: str
    behind: str

    @property
    def column(self) -> int:
        """The column of the cursor, in characters."""
        return len(self.before) + len(self.typed)

    def since(self, start: int) -> str:
        """What stands from a position of this line up to the cursor."""
        left = bytes_of_text(self.before + self.typed)
        return text_of_bytes(left[len(left) - (self.cursor - start) :])

    def after(self, text: str) -> int:
        """The position behind `text`, which follows the cursor."""
        return self.cursor + len(bytes_of_text(text))


def word_at_cursor(view: Scintilla) -> Word:
    """The word that the cursor touches; an empty one where it touches none."""
    cursor = view.send(Message.GETCURRENTPOS)
    line = line_of(view, cursor)
    left = text_of_bytes(view.slice(line_start(view, line), cursor))
    behind = text_of_bytes(view.slice(cursor, line_end(view, line)))
    word, rest = _name_at_end(left), _START_OF_NAME.match(behind)
    return Word(
        line=line,
        start=cursor - len(bytes_of_text(word)),
        cursor=cursor,
        before=left[: len(left) - len(word)],
        typed=word,
        rest=rest.group() if rest else "",
        behind=behind,
    )


def _name_at_end(text: str) -> str:
    start = len(text)
    while start and (text[start - 1].isalnum() or text[start - 1] == "_"):
        start -= 1
    return text[start:]


def ground_at(view: Scintilla, position: int) -> Ground:
    """What the character before `position` is part of."""
    style = _style_before(view, position)
    if style in TEXT_STYLES:
        return Ground.CODE if _is_in_braces(view, position, style) else Ground.TEXT
    if style in COMMENT_STYLES:
        return Ground.COMMENT
    return Ground.NUMBER if style == PythonStyle.NUMBER else Ground.CODE


def is_behind_opening_quote(view: Scintilla, position: int) -> bool:
    """Whether a text begins right before `position`."""
    start = position
    while start > max(0, position - _LONGEST_OPENING) and _style_before(view, start) in TEXT_STYLES:
        start -= 1
    opening = view.slice(start, position)
    return bool(re.fullmatch(rb"[rRbBfFuU]{0,2}[\"']", opening))


def position_in(view: Scintilla, word: Word, column: int) -> int:
    """The position of a column in the line of the word."""
    return position_of(view, word.line, column)


def _is_in_braces(view: Scintilla, position: int, style: int) -> bool:
    """Whether the place is in what an f-string puts in: in `{…}`, and not in its format."""
    if style not in _F_STYLES:
        return False
    left = text_of_bytes(view.slice(line_start(view, line_of(view, position)), position))
    opened = _BRACE.search(left)
    return opened is not None and not _FORMAT.search(opened.group())


def _style_before(view: Scintilla, position: int) -> int:
    """The style of the character before `position`, also where nothing was painted yet."""
    if position == 0:
        return PythonStyle.DEFAULT
    styled = view.send(Message.GETENDSTYLED)
    if styled < position:
        view.send(Message.COLOURISE, styled, position)
    return view.send(Message.GETSTYLEAT, position - 1)
