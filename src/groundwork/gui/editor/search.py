"""Finds text in text: as it stands, as whole words, or as a pattern.

Patterns are those of QRegularExpression, which are close to Python's own. It gives up on a pattern
that would take for ever, so no pattern can hold up the window.
"""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice, takewhile

from PySide6.QtCore import QRegularExpression, QRegularExpressionMatch

_PIECE = re.compile(r"\\(?:(\d{1,2})|g<(\w+)>|(.))", re.DOTALL)
_REACHES = (1 << 16, 1 << 20, 1 << 62)
"""How many bytes before a place are searched for the last match there, if none is nearer."""

_ESCAPES = {"n": "\n", "t": "\t"}


class PatternError(ValueError):
    """What is searched for is not a pattern; the text is a sentence that says why."""


@dataclass(frozen=True, slots=True)
class Query:
    """What is searched for, and how."""

    text: str
    is_case_sensitive: bool = False
    is_whole_word: bool = False
    is_pattern: bool = False


@dataclass(frozen=True, slots=True)
class Replacement:
    """A match, as bytes of the text in UTF-8, and the text that takes its place."""

    start: int
    end: int
    text: str


def matches(query: Query, text: str, limit: int) -> list[tuple[int, int]]:
    """The first `limit` matches as start and end, in bytes of the text as UTF-8.

    Raises:
        PatternError: the query is no pattern.
    """
    return list(islice(_matches_from(query, text, 0), limit))


def match_after(query: Query, text: str, byte: int) -> tuple[int, int] | None:
    """The first match that begins at `byte` or later; None where there is none.

    Raises:
        PatternError: the query is no pattern.
    """
    return next(_matches_from(query, text, byte), None)


def match_before(query: Query, text: str, byte: int) -> tuple[int, int] | None:
    """The last match that ends at `byte` or earlier; None where there is none.

    Raises:
        PatternError: the query is no pattern.
    """
    for reach in _REACHES:
        found = _matches_from(query, text, max(0, byte - reach))
        before = deque(takewhile(lambda match: match[1] <= byte, found), maxlen=1)
        if before:
            return before[0]
    return None


def replacements(query: Query, text: str, template: str) -> Iterator[Replacement]:
    r"""Every match with its replacement; for a pattern `\1`, `\g<name>`, `\n` mean something in it.

    Raises:
        PatternError: the query is no pattern.
    """
    place = _Places(text)
    for match in _found(query, text):
        fresh = _expanded(template, match) if query.is_pattern else template
        yield Replacement(place.of(match.capturedStart()), place.of(match.capturedEnd()), fresh)


def _matches_from(query: Query, text: str, byte: int) -> Iterator[tuple[int, int]]:
    place = _Places(text)
    for match in _found(query, text, _unit_of(text, byte)):
        yield place.of(match.capturedStart()), place.of(match.capturedEnd())


def _found(query: Query, text: str, unit: int = 0) -> Iterator[QRegularExpressionMatch]:
    found = _expression(query).globalMatch(text, unit)
    while found.hasNext():
        match = found.next()
        if match.capturedLength():
            yield match


def _expression(query: Query) -> QRegularExpression:
    pattern = query.text if query.is_pattern else QRegularExpression.escape(query.text)
    options = QRegularExpression.PatternOption.UseUnicodePropertiesOption
    if query.is_pattern:
        options |= QRegularExpression.PatternOption.MultilineOption
    if not query.is_case_sensitive:
        options |= QRegularExpression.PatternOption.CaseInsensitiveOption
    _check(QRegularExpression(pattern, options))
    return QRegularExpression(
        rf"(?<!\w)(?:{pattern})(?!\w)" if query.is_whole_word else pattern, options
    )


def _check(expression: QRegularExpression) -> None:
    if not expression.isValid():
        raise PatternError(
            f"This is not a pattern yet: {expression.errorString()}, "
            f"at character {expression.patternErrorOffset() + 1}."
        )


def _expanded(template: str, match: QRegularExpressionMatch) -> str:
    def piece(found: re.Match[str]) -> str:
        number, name, sign = found.groups()
        if number:
            return match.captured(int(number))
        return match.captured(name) if name else _ESCAPES.get(sign, sign)

    return _PIECE.sub(piece, template)


def _unit_of(text: str, byte: int) -> int:
    """The unit of UTF-16 that begins at that byte of UTF-8, or before it within a character."""
    if text.isascii():
        return byte
    return len(text.encode()[:byte].decode("utf-8", "ignore").encode("utf-16-le")) // 2


class _Places:
    """Tells bytes of UTF-8 from Qt's units of UTF-16, for one place after another, ascending."""

    def __init__(self, text: str) -> None:
        self._is_plain = text.isascii()
        self._units = b"" if self._is_plain else text.encode("utf-16-le", "surrogatepass")
        self._unit = self._byte = 0

    def of(self, unit: int) -> int:
        """The byte at which that unit begins."""
        if self._is_plain:
            return unit
        passed = self._units[2 * self._unit : 2 * unit].decode("utf-16-le", "replace")
        self._byte += len(passed.encode())
        self._unit = unit
        return self._byte
