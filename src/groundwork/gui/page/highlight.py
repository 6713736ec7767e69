"""Which role of the theme colours which stretch of code.

Pygments reads the code; its token types become the roles that the editor uses too. It is loaded
when the first code is coloured, which is after the first screen of a lesson is painted.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pygments.lexer import Lexer
    from pygments.token import _TokenType

_LARGEST = 20_000
"""Characters; a longer text stays plain, because reading it would stall the page."""

_ROLE_BY_KIND = {
    "Comment": "comment",
    "Keyword": "keyword",
    "Operator.Word": "keyword",
    "Literal.String": "string",
    "Literal.String.Interpol": "",
    "Literal.Number": "number",
    "Name.Function": "function",
    "Name.Decorator": "function",
    "Name.Class": "class_name",
    "Name.Exception": "class_name",
    "Name.Tag": "keyword",
    "Name.Attribute": "function",
    "Name.Builtin": "builtin",
    "Name.Builtin.Pseudo": "",
    "Generic.Heading": "keyword",
    "Generic.Prompt": "comment",
    "Generic.Error": "bad",
    "Generic.Traceback": "bad",
}
ROLES = frozenset(role for role in _ROLE_BY_KIND.values() if role)
"""The roles of the theme that a stretch can have."""

_PLAIN_LANGUAGES = frozenset({"", "text", "txt", "plain", "output", "csv"})


@dataclass(frozen=True, slots=True)
class Stretch:
    """A piece of one line in one role; places count as Qt counts them, in UTF-16 units."""

    start: int
    length: int
    role: str


def is_loaded() -> bool:
    """Whether colouring costs only the reading of the code, and no loading of Pygments."""
    return "pygments.lexers.python" in sys.modules


def language_of(file_name: str) -> str:
    """The language of a file by its ending, as a listing would name it."""
    return file_name.rpartition(".")[2].lower() if "." in file_name else ""


def coloured_lines(code: str, language: str) -> list[list[Stretch]]:
    """For every line of `code`, the stretches that are not in the colour of plain text.

    A language that is not known gives lines without stretches.
    """
    lexer = _lexer(language) if len(code) <= _LARGEST else None
    if lexer is None:
        return [[] for _ in code.split("\n")]
    return _lines(
        (_role(token_type), text) for _, token_type, text in lexer.get_tokens_unprocessed(code)
    )


def _lines(pieces: Iterable[tuple[str, str]]) -> list[list[Stretch]]:
    lines: list[list[Stretch]] = [[]]
    place = 0
    for role, text in pieces:
        for number, part in enumerate(text.split("\n")):
            if number:
                lines.append([])
                place = 0
            length = _units(part)
            if length and role:
                lines[-1].append(Stretch(place, length, role))
            place += length
    return lines


def _units(text: str) -> int:
    return len(text) if text.isascii() else len(text.encode("utf-16-le", "surrogatepass")) // 2


@cache
def _role(token_type: _TokenType) -> str:
    """The role of the nearest kind above `token_type` that has one; empty for plain text."""
    names = str(token_type).split(".")[1:]
    kinds = (".".join(names[:length]) for length in range(len(names), 0, -1))
    return next((_ROLE_BY_KIND[kind] for kind in kinds if kind in _ROLE_BY_KIND), "")


@cache
def _lexer(language: str) -> Lexer | None:
    if language in _PLAIN_LANGUAGES:
        return None
    if language in {"python", "py"}:
        from pygments.lexers.python import PythonLexer  # noqa: PLC0415 - only a page with code pays

        return PythonLexer()
    from pygments.lexers import get_lexer_by_name  # noqa: PLC0415 - only a page with code pays
    from pygments.util import ClassNotFound  # noqa: PLC0415 - only a page with code pays

    try:
        return get_lexer_by_name(language)
    except ClassNotFound:
        return None
