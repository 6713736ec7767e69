"""What stands around the cursor, by the text alone: the word, its statement, the string.

The text is looked through from its start to the cursor, as nothing else tells whether the cursor is
in a string. It may be anything: half-written, or no Python at all.
"""

from __future__ import annotations

import re
import sys
from typing import NamedTuple

from groundwork.language.protocol import Source

_LINE_END = re.compile(r"\r\n|\r|\n")
_TOKEN = re.compile(
    r"""
    (?P<string>[rRbBuUfFtT]{0,2}(?:\"{3}|'{3}|\"|'))
    |(?P<number>\d[\w.]*|\.\d\w*)
    |(?P<name>\w+)
    |(?P<comment>\#[^\r\n]*)
    |(?P<continued>\\(?:\r\n|\r|\n))
    |(?P<newline>\r\n|\r|\n)
    |(?P<space>[^\S\r\n]+)
    |(?P<operator>\.\.\.|->|:=|[=!<>]=|\*\*|.)
    """,
    re.VERBOSE | re.DOTALL,
)
_STOPS = r"\\.|\{\{|\{|\Z"
_IN_STRING = {
    **{quote: re.compile(f"{_STOPS}|{quote}", re.DOTALL) for quote in ('"""', "'''")},
    **{quote: re.compile(f"{_STOPS}|{quote}|[\r\n]", re.DOTALL) for quote in ('"', "'")},
}
_WORD = re.compile(r"\w*")
_LAST_WORD = re.compile(r"\w*\Z")
_LONGEST_WORD = 200
_NEW_STATEMENT = re.compile(
    r"[ \t]*(?:(?:def|class|import|return|while|try|with|raise|from)\b|(?P<name>\w+) *=[^=])"
)
"""What cannot begin a line within brackets; a name with `=` only where it is not indented."""

_DEFINITION = re.compile(r"^(?:def|class|async def)\b", re.MULTILINE)
"""What stands in no bracket, and in no string but a very long one."""

_LONG, _TRIED = 20_000, 5
_CLOSING = {")": "(", "]": "[", "}": "{"}
_OPENING = {"(": ")", "[": "]", "{": "}"}
_NESTS_QUOTES = sys.version_info >= (3, 12)


class Token(NamedTuple):
    """A piece of a statement and where it begins; a string is one piece."""

    text: str
    start: int
    kind: str


class Quoted(NamedTuple):
    """The string that the cursor is in: where it begins, where its content does, its quote."""

    start: int
    content: int
    quote: str


class Cursor(NamedTuple):
    """What stands around the cursor.

    The word goes from `start` to `end`. `tokens` are those of the statement in front of the word,
    or of the expression in the braces of a string; `brackets` the places in it of those that are
    open. `quoted` is the string that the cursor is in, if it is in one. `is_silent` tells that it
    is in a comment or a number, `is_in_braces` that it is in an expression within a string.
    """

    text: str
    offset: int
    start: int
    end: int
    tokens: tuple[Token, ...]
    brackets: tuple[int, ...]
    quoted: Quoted | None = None
    is_silent: bool = False
    is_in_braces: bool = False

    @property
    def last(self) -> str:
        """The piece in front of the word; empty at the start of a statement."""
        return self.tokens[-1].text if self.tokens else ""


def cursor_at(source: Source, line: int, column: int) -> Cursor:
    """What stands around that place, or the nearest that the text has."""
    offset = _offset(source.text, line, column)
    return _Reader(source.text).read(offset, _start_before(source.text, offset))


def place_of(text: str, offset: int) -> tuple[int, int]:
    """Line, from 1, and column of what stands there in the text."""
    return len(_LINE_END.findall(text, 0, offset)) + 1, offset - _line_start(text, offset)


class Repair(NamedTuple):
    """What is missing in a text, and where; at the end of a line."""

    offset: int
    text: str


def repairs(text: str, end: int) -> list[Repair]:
    """What is missing for the text to be read as it was meant, from top to bottom.

    Brackets that are never closed, and what a block does that nothing was written in. `end` is
    where the word at the cursor ends: brackets that are opened later may be meant to go on.
    """
    reader = _Reader(text)
    following = _DEFINITION.search(text, end) if len(text) > _LONG else None
    stop = following.start() if following else len(text)
    reader.read(stop, _start_before(text, end))
    reader.note_empty_block(stop)
    missing = reader.frames[0].closing(end)
    line_end = _LINE_END.search(text, end)
    if missing:
        reader.repairs.append(Repair(line_end.start() if line_end else len(text), missing))
    return sorted(reader.repairs)


def _start_before(text: str, offset: int) -> int:
    """Where to begin reading to know what stands there: in a long text not at its start."""
    if len(text) <= _LONG:
        return 0
    starts = [match.start() for match in _DEFINITION.finditer(text, 0, offset)]
    for start in reversed(starts[-_TRIED:]):
        if all(text.count(quote, 0, start) % 2 == 0 for quote in ('"""', "'''")):
            return start
    return 0


def _offset(text: str, line: int, column: int) -> int:
    ends, line = list(_LINE_END.finditer(text)), max(line, 1)
    if line - 1 > len(ends):
        return len(text)
    start = ends[line - 2].end() if line > 1 else 0
    most = ends[line - 1].start() if line - 1 < len(ends) else len(text)
    return min(start + max(column, 0), most)


def _line_start(text: str, offset: int) -> int:
    return max(text.rfind("\n", 0, offset), text.rfind("\r", 0, offset)) + 1


class _Frame:
    """The statement that is read; or the expression in the braces of a string.

    `header` is the first piece of a block's header, and its colon, until anything follows.
    """

    def __init__(self, within: Quoted | None = None) -> None:
        self.within = within
        self.tokens: list[Token] = []
        self.brackets: list[int] = []
        self.header: tuple[Token, Token] | None = None

    def add(self, token: Token) -> None:
        """Take one more piece."""
        text = token.text
        if token.kind == "operator" and text in _CLOSING:
            self._close(_CLOSING[text])
        if token.kind == "operator" and text in "([{":
            self.brackets.append(len(self.tokens))
        self.header = None
        self.tokens.append(token)
        if self._ends_a_header(token):
            self.header = (self.tokens[0], token)
            self.clear()
        elif text == ";" and not self.brackets:
            self.clear()

    def clear(self) -> None:
        """A new statement begins."""
        self.tokens.clear()
        self.brackets.clear()

    def closing(self, end: int) -> str:
        """What closes the brackets that are open and stand in front of `end`."""
        opened = [self.tokens[place] for place in reversed(self.brackets)]
        return "".join(_OPENING[token.text] for token in opened if token.start < end)

    def _close(self, opening: str) -> None:
        places = [place for place in self.brackets if self.tokens[place].text == opening]
        if places:
            del self.brackets[self.brackets.index(places[-1]) :]

    def _ends_a_header(self, token: Token) -> bool:
        """Whether the piece is the colon after which the statements of a block may begin."""
        if token.text != ":" or self.brackets or self.within:
            return False
        first = self.tokens[1] if self.tokens[0].text == "async" else self.tokens[0]
        lambdas = sum(one.text == "lambda" for one in self.tokens)
        colons = sum(one.text == ":" for one in self.tokens)
        return first.text in _HEADERS and colons > lambdas


_HEADERS = frozenset({
    "if", "elif", "else", "for", "while", "with", "try", "except", "finally", "def", "class",
    "match", "case",
})  # fmt: skip


class _Reader:
    """Reads a text up to the cursor."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.frames = [_Frame()]
        self.repairs: list[Repair] = []
        self._offset = 0
        self._quoted: Quoted | None = None

    def read(self, offset: int, position: int = 0) -> Cursor:
        """What stands around that place; reading begins at `position`, where a statement does."""
        self._offset = offset
        while position < offset and self._quoted is None:
            match = _TOKEN.match(self.text, position)
            if match is None:
                break
            kind = match.lastgroup or ""
            if kind in ("name", "number", "comment") and match.end() >= offset:
                return self._in_word(match, kind)
            take = {"string": self._take_string, "newline": self._take_newline}.get(kind)
            position = take(match) if take else self._take(match, kind)
        return self._cursor(offset, offset) if self._quoted is None else self._in_string()

    def _take(self, match: re.Match[str], kind: str) -> int:
        """Take a piece of code; where the next begins, as all of these say."""
        frame = self.frames[-1]
        if kind in ("name", "number", "operator"):
            if frame.within and not frame.brackets and match.group() in ("}", ":"):
                self.frames.pop()
                return self._rest(frame.within, match.end())
            self._add(Token(match.group(), match.start(), kind))
        return match.end()

    def _add(self, token: Token) -> None:
        self.note_empty_block(token.start)
        self.frames[-1].add(token)

    def note_empty_block(self, offset: int) -> None:
        """Repair a block in which nothing is written where the next statement begins there."""
        header = self.frames[-1].header
        if header is not None:
            first, colon = (token.start for token in header)
            is_further_in = self._column(offset) > self._column(first)
            if _LINE_END.search(self.text, colon, offset) and not is_further_in:
                self.repairs.append(Repair(colon + 1, " pass"))

    def _column(self, offset: int) -> int:
        return offset - _line_start(self.text, offset)

    def _take_newline(self, match: re.Match[str]) -> int:
        frame = self.frames[-1]
        if frame.within and len(frame.within.quote) == 1:
            self.frames.pop()  # newer Pythons let the braces go on, but nobody writes that
            return match.start()
        if frame.within:
            return match.end()
        if not frame.brackets or self._is_broken_off(match.end()):
            if frame.brackets:
                self.repairs.append(Repair(match.start(), frame.closing(match.start())))
            frame.clear()
        return match.end()

    def _is_broken_off(self, position: int) -> bool:
        """Whether a statement begins there although the one before has open brackets."""
        match = _NEW_STATEMENT.match(self.text, position)
        if match is None:
            return False
        column = self._column(self.frames[-1].tokens[0].start)
        return match["name"] is None or match.start("name") - position <= column

    def _take_string(self, match: re.Match[str]) -> int:
        quote = match.group().lstrip("rRbBuUfFtT")
        within = self.frames[-1].within
        if within and quote.startswith(within.quote) and not _NESTS_QUOTES:
            self.frames.pop()
            return self._end(within, match.end() - len(quote) + len(within.quote))
        return self._rest(Quoted(match.start(), match.end(), quote), match.end())

    def _rest(self, quoted: Quoted, position: int) -> int:
        """Read on in the string, up to its end or its next braces; or the cursor is in it."""
        prefix = self.text[quoted.start : quoted.content].lower()
        is_format = "f" in prefix or "t" in prefix
        for match in _IN_STRING[quoted.quote].finditer(self.text, position):
            found = match.group()
            is_past = match.start() >= self._offset
            if is_past or (match.end() > self._offset and found != quoted.quote):
                break
            if found == "{" and is_format:
                self.frames.append(_Frame(quoted))
                return match.end()
            if found == quoted.quote:
                return self._end(quoted, match.end())
            if found in ("", "\r", "\n"):
                return self._end(quoted, match.start())
        self._quoted = quoted
        return position

    def _end(self, quoted: Quoted, position: int) -> int:
        self._add(Token(self.text[quoted.start : position], quoted.start, "string"))
        return position

    def _in_string(self) -> Cursor:
        before = self.text[max(0, self._offset - _LONGEST_WORD) : self._offset]
        word = _LAST_WORD.search(before)
        length = len(word.group()) if word else 0
        return self._cursor(self._offset - length, self._offset)

    def _in_word(self, match: re.Match[str], kind: str) -> Cursor:
        return self._cursor(match.start(), match.end())._replace(is_silent=kind != "name")

    def _cursor(self, start: int, end: int) -> Cursor:
        word = _WORD.match(self.text, end)
        frame = self.frames[-1]
        return Cursor(
            self.text,
            self._offset,
            start,
            word.end() if word else end,
            tuple(frame.tokens),
            tuple(frame.brackets),
            self._quoted,
            is_in_braces=frame.within is not None,
        )
