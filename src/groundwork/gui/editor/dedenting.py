"""Which lines go back to the statement that they belong to, once their first word is there."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from groundwork.gui.editor.indentation import statement_lines

_COMPLETE = re.compile(
    r"[ \t]*(?P<word>else|finally)[ \t]*:|[ \t]*(?P<open>elif|except|case)\b(?:[ ]|.*:)"
)
_WORD = re.compile(r"[ \t]*(?:async[ \t]+)?(?P<word>\w+)")
_OWNERS = {
    "elif": frozenset({"if", "elif"}),
    "else": frozenset({"if", "elif", "for", "while", "except"}),
    "except": frozenset({"try", "except"}),
    "finally": frozenset({"try", "except"}),
    "case": frozenset({"case"}),
}
_WITH_ELSE = _OWNERS["else"] | {"try"}
_BORDERS = frozenset({"def", "class", "match"})
"""Statements in whose body nothing belongs to what stands around them."""

_Statement = tuple[int, str]
"""How far a statement is indented, and its first word."""


def dedented(lines: Sequence[str]) -> int | None:
    """How many spaces belong before the last of `lines`; None where it may stay where it is.

    `lines` end at the cursor, behind the sign that was typed. In them the characters of texts and
    comments have been replaced, so that words are what they seem.
    """
    complete = _COMPLETE.fullmatch(lines[-1])
    starts = statement_lines(lines)
    if not complete or not starts or starts[-1] != len(lines) - 1:
        return None
    owners = _OWNERS[complete["word"] or complete["open"]]
    own = _indentation(lines[-1])
    level = own
    for indentation, word in _above([lines[start] for start in starts[:-1]]):
        if indentation == own and level == own and word in owners:
            return None
        if indentation >= level:
            continue
        level = indentation
        if word in owners:
            return indentation
        if word in _BORDERS:
            return None
    return None


def _above(lines: Sequence[str]) -> Iterator[_Statement]:
    """The statements from the last one up; an `else` counts as what it belongs to."""
    others: int | None = None
    for line in reversed(lines):
        match = _WORD.match(line)
        indentation, word = _indentation(line), match["word"] if match else ""
        if others is not None and not _may_own(indentation, word, others):
            continue
        others = indentation if word == "else" else None
        if others is None:
            yield indentation, word


def _may_own(indentation: int, word: str, others: int) -> bool:
    """Whether an `else` at the indentation `others` may belong to a statement, or to none."""
    return indentation < others or (indentation == others and word in _WITH_ELSE)


def _indentation(line: str) -> int:
    return len(line) - len(line.lstrip())
