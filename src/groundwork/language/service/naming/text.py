"""Lines and words of a program, counted as the editor counts them."""

from __future__ import annotations

import re
import tokenize
from bisect import bisect_left
from collections.abc import Iterator
from typing import NamedTuple
from unicodedata import normalize

_LINE_END = re.compile(r"\r\n|\r|\n")


class Word(NamedTuple):
    """A word of a program; lines count from 1 and columns from 0, in characters."""

    line: int
    column: int
    text: str


class Text:
    """A program as lines and, where Python can divide it, as words."""

    def __init__(self, text: str) -> None:
        self.lines = _LINE_END.split(text)
        self._words: list[Word] | None = None

    def plain(self) -> str:
        """The text with the line ends that Python gives it itself."""
        return "\n".join(self.lines)

    def column(self, line: int, offset: int) -> int:
        """The column of a place that Python tells in bytes of UTF-8."""
        text = self.lines[line - 1]
        return offset if text.isascii() else len(text.encode()[:offset].decode(errors="replace"))

    def stands_at(self, name: str, line: int, column: int) -> bool:
        """Whether the name, and no longer one, stands there; however its letters are composed."""
        if not 0 < line <= len(self.lines) or column < 0:
            return False
        return normalize("NFKC", word_from(self.lines[line - 1], column)) == name

    def first(self, name: str, line: int, column: int) -> Word | None:
        """The first word at that place or behind it that is the name."""
        words = self._all()
        start = bisect_left(words, (line, column))
        return next((word for word in words[start:] if word.text == name), None)

    def last(self, name: str, line: int, column: int) -> Word | None:
        """The last word before that place that is the name."""
        words = self._all()
        end = bisect_left(words, (line, column))
        return next((word for word in reversed(words[:end]) if word.text == name), None)

    def _all(self) -> list[Word]:
        if self._words is None:
            self._words = list(self._divided())
        return self._words

    def _divided(self) -> Iterator[Word]:
        lines = iter([line + "\n" for line in self.lines])
        try:
            for token in tokenize.generate_tokens(lambda: next(lines, "")):
                if token.type == tokenize.NAME:
                    yield Word(*token.start, normalize("NFKC", token.string))
        except (tokenize.TokenError, SyntaxError):
            return  # what comes before it is known


def word_from(line: str, column: int) -> str:
    """The letters, digits and underscores from that column on."""
    end = column
    while end < len(line) and (line[end].isalnum() or line[end] == "_" or _continues(line[end])):
        end += 1
    return line[column:end]


def _continues(sign: str) -> bool:
    """Whether a sign, as one that stands over a letter, may be in a name but not begin one."""
    return not sign.isascii() and f"a{sign}".isidentifier()
