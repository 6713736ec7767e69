"""The words of a program, whatever state it is in."""

from __future__ import annotations

import keyword
import re
from collections.abc import Iterable
from typing import NamedTuple

NAME, NUMBER, STRING, UNCLOSED, COMMENT, NEWLINE, SIGN = (
    "name",
    "number",
    "string",
    "unclosed",
    "comment",
    "newline",
    "sign",
)
"""The kinds of tokens; `unclosed` is a text whose last quote is missing."""

OPENING, CLOSING = "([{", ")]}"
CLOSER = dict(zip(OPENING, CLOSING, strict=True))
OPENER = dict(zip(CLOSING, OPENING, strict=True))

_PREFIX = r"(?:[rR][bBfF]?|[bBfF][rR]?|[uU])?"
_TOKEN = re.compile(
    rf"""
      (?P<comment>\#[^\n]*)
    | (?P<string>{_PREFIX}(?:\"\"\"(?:\\.|[^\\])*?\"\"\"|'''(?:\\.|[^\\])*?'''))
    | (?P<open_triple>{_PREFIX}(?:\"\"\"|''').*)
    | (?P<short>{_PREFIX}(?:"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'))
    | (?P<open_short>{_PREFIX}["'][^\n]*)
    | (?P<name>[^\W\d]\w*)
    | (?P<number>\.?\d(?:[\w.]|(?<=[eE])[+-](?=\d))*)
    | (?P<newline>\n)
    | (?P<blank>[ \t\f]+|\\\n)
    | (?P<sign>\*\*=|//=|>>=|<<=|\.\.\.|->|:=|==|!=|<=|>=|\*\*|//|<<|>>|[-+*/%&|^@]=|.)
    """,
    re.VERBOSE | re.DOTALL,
)
_KINDS = {"open_triple": UNCLOSED, "short": STRING, "open_short": UNCLOSED}
_QUOTE = re.compile(r"\"\"\"|'''|\"|'")


class Token(NamedTuple):
    """A word, a sign, a text or a comment."""

    kind: str
    text: str
    start: int
    end: int

    @property
    def is_code(self) -> bool:
        """Whether it is something that Python obeys."""
        return self.kind not in {COMMENT, NEWLINE}

    @property
    def is_keyword(self) -> bool:
        """Whether it is a word of Python's own."""
        return self.kind == NAME and keyword.iskeyword(self.text)

    @property
    def is_name(self) -> bool:
        """Whether it is a word that programs may give to their things."""
        return self.kind == NAME and not keyword.iskeyword(self.text)

    @property
    def quote(self) -> str:
        """The sign with which a text begins, without the letters before it."""
        match = _QUOTE.search(self.text)
        return match.group() if match else ""

    @property
    def ends_value(self) -> bool:
        """Whether a value may end with it."""
        constants = {"True", "False", "None"}
        is_value = self.kind in {NUMBER, STRING} or self.is_name or self.text in constants
        return is_value or (self.kind == SIGN and self.text in CLOSING)

    @property
    def begins_value(self) -> bool:
        """Whether a value may begin with it."""
        starters = {"True", "False", "None", "not", "lambda", "await"}
        is_value = self.kind in {NUMBER, STRING} or self.is_name or self.text in starters
        return is_value or (self.kind == SIGN and self.text in OPENING)


def tokens_of(text: str) -> list[Token]:
    """All tokens of a text, without blanks; it need not be a program."""
    found = []
    for match in _TOKEN.finditer(text):
        kind = match.lastgroup or SIGN
        if kind != "blank":
            start, end = match.span()
            found.append(Token(_KINDS.get(kind, kind), match.group(), start, end))
    return found


def open_brackets(tokens: Iterable[Token]) -> list[Token]:
    """The brackets that are still open after the tokens, the innermost last."""
    stack: list[Token] = []
    for token in tokens:
        if token.kind != SIGN:
            continue
        if token.text in OPENING:
            stack.append(token)
        elif token.text in CLOSING and stack and stack[-1].text == OPENER[token.text]:
            stack.pop()
    return stack
