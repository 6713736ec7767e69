"""Parses programs, also such as are being written."""

from __future__ import annotations

import ast
import re

from groundwork.language.service.naming.text import Text

_MOST_LINES_LEFT_OUT = 20
_HEADER = re.compile(r"expected an indented block after .* on line (\d+)")


def parsed(text: Text) -> ast.Module | None:
    """The program; None where it is none."""
    return _tree(text.plain()) if text.lines else None


def parsed_in_part(text: Text) -> ast.Module | None:
    """The program without the lines that keep it from being one; None where they are too many."""
    lines = list(text.lines)
    left_out: set[int] = set()
    for _ in range(_MOST_LINES_LEFT_OUT):
        try:
            return _tree_of("\n".join(lines))
        except SyntaxError as error:
            index = _line_to_leave_out(lines, left_out, _faulty_line(error))
            if index is None:
                return None
            left_out.add(index)
            lines[index] = _instead(lines[index], error)
        except (ValueError, RecursionError, MemoryError):
            return None
    return None


def fault_line(text: Text) -> int:
    """The line that keeps a text from being a program; 0 where none does."""
    try:
        _tree_of(text.plain())
    except SyntaxError as error:
        return error.lineno or 1
    except (ValueError, RecursionError, MemoryError):
        return 1
    return 0


def _tree(text: str) -> ast.Module | None:
    try:
        return _tree_of(text)
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return None


def _tree_of(text: str) -> ast.Module:
    return compile(text, "<program>", "exec", ast.PyCF_ONLY_AST, dont_inherit=True)  # type: ignore[return-value]


def _faulty_line(error: SyntaxError) -> int:
    """The line to leave out: of a block that is not there yet, the one that begins it."""
    header = _HEADER.search(error.msg)
    return int(header.group(1)) if header else error.lineno or 1


def _instead(line: str, error: SyntaxError) -> str:
    """What may stand where the line did: a statement as deep, unless that is wrong."""
    is_depth_wrong = isinstance(error, IndentationError) and not _HEADER.search(error.msg)
    return "" if is_depth_wrong else line[: len(line) - len(line.lstrip())] + "pass"


def _line_to_leave_out(lines: list[str], left_out: set[int], number: int) -> int | None:
    """The line of a fault, or the nearest before it that is still in, as an index."""
    for index in range(min(number, len(lines)) - 1, -1, -1):
        if index not in left_out and lines[index].strip():
            return index
    return None
