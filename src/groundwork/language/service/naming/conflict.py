"""What a new name would do to a program, found out by reading it again with that name.

A renamed program means the same if only those names still mean the same that did before.
"""

from __future__ import annotations

import builtins
from collections.abc import Sequence

from groundwork.language.protocol import Edit, Source
from groundwork.language.service.naming.meaning import own_pairs
from groundwork.language.service.naming.program import Found, Key, Program, joined, place_key
from groundwork.language.service.naming.text import Text

_RENAMED: Key = ("renamed",)


def conflict(program: Program, edits: Sequence[Edit], new: str) -> str:
    """A sentence about what the new name would break or hide; empty where all stays as it was."""
    after = Program([_edited_source(file.source, edits) for file in program.files])
    before_leaders = joined(own_pairs(program, new))
    leaders = joined(own_pairs(after, new))
    met: dict[Key, tuple[Key, Found]] = {}
    for found in after.named(new):
        place = found.occurrence.place
        before = _before(found, edits)
        key = before_leaders.get(before, before)
        known, first = met.setdefault(leaders[place_key(found.file.name, *place)], (key, found))
        if known != key:
            return _clash(new, first if known != _RENAMED else found)
    return _listed(program, edits) or _shadow(new)


def edited(text: str, edits: Sequence[Edit]) -> str:
    """The text with changes within its lines, of which none touches another."""
    lines = Text(text).lines
    for edit in sorted(edits, key=lambda one: one.span.column, reverse=True):
        span = edit.span
        line = lines[span.line - 1]
        lines[span.line - 1] = line[: span.column] + edit.text + line[span.end_column :]
    return "\n".join(lines)


def _edited_source(source: Source, edits: Sequence[Edit]) -> Source:
    own = [edit for edit in edits if edit.file == source.name]
    return Source(source.folder, source.name, edited(source.text, own))


def _before(found: Found, edits: Sequence[Edit]) -> Key:
    """The place that a name of the changed program had; or that it was renamed."""
    line, column = found.occurrence.place
    own = [edit for edit in edits if (edit.file, edit.span.line) == (found.file.name, line)]
    shift = 0
    for edit in sorted(own, key=lambda one: one.span.column):
        start = edit.span.column + shift
        if start == column:
            return _RENAMED
        if start < column:
            shift += len(edit.text) - (edit.span.end_column - edit.span.column)
    return place_key(found.file.name, line, column - shift)


def _clash(new: str, other: Found) -> str:
    place = f"line {other.occurrence.line} of {other.file.name}"
    if hasattr(builtins, new) and not other.occurrence.is_binding:
        return f"{new} is a name of Python's own that {place} uses: it would be another there."
    return f"{new} is a name already, in {place}: the two would become one."


def _listed(program: Program, edits: Sequence[Edit]) -> str:
    """Whether a file lists the name for those who import all of it; there it is a text."""
    for file in program.files:
        spans = [edit.span for edit in edits if edit.file == file.name]
        words = {file.text.lines[one.line - 1][one.column : one.end_column] for one in spans}
        for name in words & file.listed:
            return f"__all__ in {file.name} names {name} in a text, which stays as it is."
    return ""


def _shadow(new: str) -> str:
    if hasattr(builtins, new):
        return f"{new} is also a name of Python's own, which could not be used here any more."
    return ""
