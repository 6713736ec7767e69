"""Finds text in text: as it stands, as whole words, or as a pattern.

Patterns are those of QRegularExpression, which are close to Python's own. It gives up on a pattern
that would take for ever, so no pattern can hold up the window.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from PySide6.QtCore import QRegularExpression, QRegularExpressionMatch

_PIECE = re.compile(r"\\(?:(\d{1,2})|g<(\w+)>|(.))", re.DOTALL)
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
    place = _Places(text)
    return [
        (place.of(match.capturedStart()), place.of(match.capturedEnd()))
        for match in islice(_found(query, text), limit)
    ]


def replacements(query: Query, text: str, template: str) -> Iterator[Replacement]:
    r"""Every match with its replacement; for a pattern `\1`, `\g<name>`, `\n` mean something in it.

    Raises:
        PatternError: the query is no pattern.
    """
    place = _Places(text)
    for match in _found(query, text):
        fresh = _expanded(template, match) if query.is_pattern else template
        yield Replacement(place.of(match.capturedStart()), place.of(match.capturedEnd()), fresh)


def _found(query: Query, text: str) -> Iterator[QRegularExpressionMatch]:
    found = _expression(query).globalMatch(text)
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
