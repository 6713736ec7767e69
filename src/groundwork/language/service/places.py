"""What kind of thing can stand where the cursor is, by the pieces of the statement before it."""

from __future__ import annotations

from enum import Enum, auto
from keyword import iskeyword

from groundwork.language.service.cursor import Cursor, Token

_VALUES = frozenset({"None", "True", "False", "..."})
_CLOSING = frozenset({")", "]", "}"})
_ALONE = frozenset(("else", "try", "finally", "pass", "break", "continue"))
_TARGET = frozenset({"(", "[", ",", "*"})


class Place(Enum):
    """What kind of thing can stand at a cursor."""

    NOTHING = auto()
    IMPORT = auto()
    ATTRIBUTE = auto()
    NEW_METHOD = auto()
    JOINING = auto()
    """Behind a value, where only `and`, `if` and the like can follow."""

    STATEMENT = auto()
    VALUE = auto()
    EXCEPTION = auto()
    DECORATOR = auto()
    TYPE = auto()
    ITERABLE = auto()


def place_at(cursor: Cursor) -> Place:  # noqa: PLR0911 - one line for each place
    """What can stand there."""
    tokens, last = cursor.tokens, cursor.last
    if cursor.is_silent:
        return Place.NOTHING
    if not tokens:
        return Place.VALUE if cursor.is_in_braces else Place.STATEMENT
    if last in ("as", "class"):
        return Place.NOTHING
    if tokens[0].text in ("import", "from"):
        return Place.IMPORT
    if last == ".":
        return Place.ATTRIBUTE if len(tokens) > 1 and ends_value(tokens[-2]) else Place.NOTHING
    if last == "def":
        return Place.NEW_METHOD
    if _is_target(cursor) or (len(tokens) == 1 and last in _ALONE):
        return Place.NOTHING
    if ends_value(tokens[-1]) and not _is_soft_keyword(tokens):
        return Place.JOINING
    return _expected(cursor)


def ends_value(token: Token) -> bool:
    """Whether a value may end with the piece."""
    if token.kind == "name":
        return not iskeyword(token.text) or token.text in _VALUES
    return token.kind in ("string", "number") or token.text in _CLOSING or token.text == "..."


def _is_soft_keyword(tokens: tuple[Token, ...]) -> bool:
    return len(tokens) == 1 and tokens[0].text in ("match", "case", "type")


def _is_target(cursor: Cursor) -> bool:
    """Whether a name that is written there is a new one."""
    tokens, last = cursor.tokens, cursor.last
    words = [token.text for token in tokens]
    if last in ("for", "lambda"):
        return True
    if last not in (*_TARGET, "**"):
        return False
    if words[0] == "def" or words[:2] == ["async", "def"]:
        return len(cursor.brackets) == 1 and last in ("(", ",", "*", "**")
    for word in reversed(words):
        if word in ("in", ":", "="):
            break
        if word in ("for", "lambda"):
            return True
    return False


def _expected(cursor: Cursor) -> Place:
    tokens, last = cursor.tokens, cursor.last
    first = tokens[0].text
    if last == "@" and len(tokens) == 1:
        return Place.DECORATOR
    if last in ("raise", "except") or (first == "except" and last in ("(", ",")):
        return Place.EXCEPTION
    if last == "->" or (first == "class" and last in ("(", ",")):
        return Place.TYPE
    if last == ":" and _is_annotation(cursor):
        return Place.TYPE
    return Place.ITERABLE if last == "in" and "for" in _words(tokens) else Place.VALUE


def _words(tokens: tuple[Token, ...]) -> set[str]:
    return {token.text for token in tokens}


def _is_annotation(cursor: Cursor) -> bool:
    words = [token.text for token in cursor.tokens]
    if words[0] == "def" or words[:2] == ["async", "def"]:
        return len(cursor.brackets) == 1
    return not cursor.brackets and "lambda" not in words
