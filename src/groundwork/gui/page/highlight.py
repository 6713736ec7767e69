"""Which role of the theme colours which stretch of code."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from groundwork.gui.page.python_tokens import Token, tokens

ROLES = ("comment", "keyword", "string", "number", "function", "class_name", "builtin")
"""The roles of the theme that a stretch can have."""

_LARGEST = 100_000
"""Characters; a longer text stays plain, because reading it would stall the page."""

_PYTHON = frozenset({"python", "python3", "py", "pyi"})
_VALUES = frozenset({"toml", "json"})
_ROLES_OF_VALUES = frozenset({"comment", "string", "number"})


@dataclass(frozen=True, slots=True)
class Stretch:
    """A piece of one line in one role; places count as Qt counts them, in UTF-16 units."""

    start: int
    length: int
    role: str


def language_of(file_name: str) -> str:
    """The language of a file by its ending, as a listing would name it."""
    return file_name.rpartition(".")[2].lower() if "." in file_name else ""


def coloured_lines(code: str, language: str) -> list[list[Stretch]]:
    """For every line of `code`, the stretches that are not in the colour of plain text.

    Python has all colours, files of settings and of data have those of their values; lines of any
    other language have no stretches.
    """
    lines: list[list[Stretch]] = [[] for _ in range(code.count("\n") + 1)]
    if len(code) > _LARGEST:
        return lines
    if language in _PYTHON:
        _add(lines, code, tokens(code))
    elif language in _VALUES:
        _add(lines, code, (one for one in tokens(code) if one[2] in _ROLES_OF_VALUES))
    return lines


def _add(lines: list[list[Stretch]], code: str, found: Iterable[Token]) -> None:
    number, line_start = 0, 0
    for start, end, role in found:
        number += code.count("\n", line_start, start)
        line_start = code.rfind("\n", 0, start) + 1
        begin = start - line_start
        for row, part in enumerate(code[start:end].split("\n"), start=number):
            if part:
                before = _units(code[line_start : line_start + begin])  # 0 on a further line
                lines[row].append(Stretch(before, _units(part), role))
            begin = 0


def _units(text: str) -> int:
    return len(text) if text.isascii() else len(text.encode("utf-16-le", "surrogatepass")) // 2
