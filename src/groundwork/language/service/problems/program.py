"""A program as those see it who look for what is wrong in it."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from functools import cached_property
from typing import NamedTuple

from groundwork.language.protocol import Span
from groundwork.language.service.problems.tokens import Token, tokens_of

_LONGEST = 40
_LINE_END = re.compile(r"\r\n|\r")


class Change(NamedTuple):
    """What stands from offset `start` to `end` gives way to `text`."""

    start: int
    end: int
    text: str


class Remedy(NamedTuple):
    """A certain way to mend a problem; `changes` are in the order of the text."""

    title: str
    changes: tuple[Change, ...]


class Problem(NamedTuple):
    """Something wrong from offset `start` to `end`; `severity` is `error` or `warning`."""

    start: int
    end: int
    severity: str
    topic: str
    sentence: str
    remedies: tuple[Remedy, ...] = ()


def shortened(name: str) -> str:
    """A name as it can stand in a sentence, whatever its length."""
    return name if len(name) <= _LONGEST else name[: _LONGEST - 1] + "…"


class Program:
    """A text with its lines and words; all line ends are one sign here, lines count from 1."""

    def __init__(self, text: str) -> None:
        self.text = _LINE_END.sub("\n", text) if "\r" in text else text

    @cached_property
    def starts(self) -> list[int]:
        """The offset at which each line begins."""
        return [0, *(match.end() for match in re.finditer("\n", self.text))]

    @cached_property
    def tokens(self) -> list[Token]:
        """The words, signs, texts and comments, without blanks."""
        return tokens_of(self.text)

    @cached_property
    def _token_starts(self) -> list[int]:
        return [token.start for token in self.tokens]

    def line_at(self, offset: int) -> int:
        """The line in which an offset lies."""
        return bisect_right(self.starts, offset)

    def offset(self, line: int, column: int = 0) -> int:
        """The offset of a place; the nearest where there is no such place."""
        line = min(max(1, line), len(self.starts))
        return min(self.starts[line - 1] + max(0, column), self.line_end(line))

    def offset_of_bytes(self, line: int, column: int) -> int:
        """The same where the column counts bytes, as those of syntax trees do."""
        text = self.line(line)
        if text.isascii():
            return self.offset(line, column)
        before = text.encode("utf-8", "surrogatepass")[:column]
        return self.offset(line, len(before.decode("utf-8", "ignore")))

    def line_end(self, line: int) -> int:
        """The offset behind the last sign of a line."""
        return self.starts[line] - 1 if line < len(self.starts) else len(self.text)

    def line(self, line: int) -> str:
        """The text of a line."""
        start = self.starts[min(max(1, line), len(self.starts)) - 1]
        return self.text[start : self.line_end(min(max(1, line), len(self.starts)))]

    def indentation(self, line: int) -> str:
        """The blanks at the start of a line."""
        text = self.line(line)
        return text[: len(text) - len(text.lstrip(" \t\f"))]

    def token_index(self, offset: int) -> int:
        """The index of the first token that ends behind the offset; past the last if none does."""
        index = max(0, bisect_right(self._token_starts, offset) - 1)
        while index < len(self.tokens) and self.tokens[index].end <= offset:
            index += 1
        return index

    def tokens_between(self, start: int, end: int) -> list[Token]:
        """The tokens that begin from `start` on and before `end`."""
        first = bisect_right(self._token_starts, start - 1)
        return self.tokens[first : bisect_right(self._token_starts, end - 1)]

    def code(self, line: int) -> list[Token]:
        """The tokens that begin on a line, without comments and the line's end."""
        start = self.offset(line)
        return [one for one in self.tokens_between(start, self.line_end(line)) if one.is_code]

    def code_span(self, line: int) -> tuple[int, int]:
        """From the first sign of a line to the end of its code; all of it where it has none."""
        code = self.code(line)
        if code:
            return code[0].start, min(code[-1].end, self.line_end(line))
        start = self.offset(line) + len(self.indentation(line))
        return start, max(start, self.line_end(line))

    def span(self, start: int, end: int) -> Span:
        """Offsets as lines and columns."""
        first, last = self.line_at(start), self.line_at(end)
        return Span(first, start - self.starts[first - 1], last, end - self.starts[last - 1])

    def changed(self, changes: Sequence[Change]) -> Program:
        """The program after these changes."""
        return Program(changed_text(self.text, changes))


def changed_text(text: str, changes: Sequence[Change]) -> str:
    """The text after the changes, which are in order and do not overlap."""
    pieces, reached = [], 0
    for change in changes:
        pieces += [text[reached : change.start], change.text]
        reached = change.end
    return "".join([*pieces, text[reached:]])


def offset_before(changes: Sequence[Change], offset: int) -> int:
    """Where an offset of the changed text was before the changes."""
    shift = 0
    for change in changes:
        start = change.start + shift
        if offset <= start:
            break
        if offset < start + len(change.text):
            return min(change.start + offset - start, change.end)
        shift += len(change.text) - (change.end - change.start)
    return offset - shift
