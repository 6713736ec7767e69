"""What a place in a line of Python is: code, a comment, or a text with its quotes."""

from __future__ import annotations

import re
from typing import NamedTuple

_OPENING, _CLOSING = "([{", ")]}"
_QUOTES = re.compile(r"""'''|\"""|'|\"""")
_WORD = re.compile(r"\w+")
_PREFIX = re.compile(r"[rRbBuUfFtT]{1,2}(?=['\"])")
_WITH_FIELDS = frozenset("fFtT")


class Text(NamedTuple):
    """A text that is open: its quotes, and whether braces in it hold fields.

    `is_escaped`: what comes next is taken as it is, because a backslash stands before it.
    """

    quotes: str
    has_fields: bool = False
    is_escaped: bool = False


class CodePlace(NamedTuple):
    """A place; in code where it is neither in a comment nor in a text."""

    text: Text | None = None
    is_comment: bool = False

    @property
    def is_code(self) -> bool:
        """Whether what is written here is code."""
        return self.text is None and not self.is_comment


class _Field(NamedTuple):
    """A field in the braces of a text: how many brackets are open in it, or that its format is."""

    opened: int = 0
    is_format: bool = False


def place_in_code(before: str, outer: Text | None = None) -> CodePlace:
    """What the place behind `before` is; the line begins inside the text `outer`, if there is one.

    `before` is a line up to the place. Fields of f-strings are code, as they are to Python.
    """
    reader = _Reader(before, outer)
    while reader.index < len(before):
        if reader.text is not None:
            reader.step_in_text(reader.text)
        elif before[reader.index] == "#" and not reader.frames:
            return CodePlace(is_comment=True)
        else:
            reader.step_in_code()
    return CodePlace(reader.text)


class _Reader:
    """Goes through a line; `frames` are the texts that are open, and the fields in them."""

    def __init__(self, line: str, outer: Text | None) -> None:
        self.line = line
        self.index = 0
        self.frames: list[Text | _Field] = [outer] if outer is not None else []

    @property
    def text(self) -> Text | None:
        """The text that goes on here; the format of a field belongs to it."""
        top = self.frames[-1] if self.frames else None
        if isinstance(top, _Field):
            return self._innermost() if top.is_format else None
        return top

    def _innermost(self) -> Text:
        return next(frame for frame in reversed(self.frames) if isinstance(frame, Text))

    def step_in_text(self, text: Text) -> None:
        sign = self.line[self.index]
        if sign == "\\":
            self._escape()
        elif self.line.startswith(text.quotes, self.index):
            self._close(text)
        else:
            if text.has_fields and sign in "{}":
                self._brace(sign)
            self.index += 1

    def step_in_code(self) -> None:
        line, index = self.line, self.index
        word = _WORD.match(line, index)
        prefix = _PREFIX.match(line, index)
        if word and not prefix:
            self.index = word.end()
            return
        quotes = _QUOTES.match(line, prefix.end() if prefix else index)
        if quotes:
            has_fields = bool(prefix and _WITH_FIELDS.intersection(prefix.group()))
            self.frames.append(Text(quotes.group(), has_fields))
            self.index = quotes.end()
            return
        if self.frames:
            self._step_in_field(line[index])
        self.index += 1

    def _escape(self) -> None:
        """A backslash, with what stands behind it."""
        self.index += 2
        if self.index > len(self.line) and isinstance(self.frames[-1], Text):
            self.frames[-1] = self.frames[-1]._replace(is_escaped=True)

    def _close(self, text: Text) -> None:
        """The text ends, with whatever field is open in it."""
        while not isinstance(self.frames.pop(), Text):
            pass
        self.index += len(text.quotes)

    def _brace(self, sign: str) -> None:
        top = self.frames[-1]
        if isinstance(top, _Field) and sign == "}":
            self.frames.pop()
        elif isinstance(top, Text) and self.line.startswith(2 * sign, self.index):
            self.index += 1  # two of them stand for one
        elif sign == "{":
            self.frames.append(_Field())

    def _step_in_field(self, sign: str) -> None:
        top = self.frames[-1]
        if not isinstance(top, _Field):
            return
        if sign in _OPENING:
            self.frames[-1] = _Field(top.opened + 1)
        elif sign in _CLOSING and top.opened:
            self.frames[-1] = _Field(top.opened - 1)
        elif sign == "}":
            self.frames.pop()
        elif sign == ":" and not top.opened:
            self.frames[-1] = _Field(is_format=True)
