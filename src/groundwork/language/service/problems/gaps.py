"""Leaves a statement out that cannot be read, so that the rest of the program can be."""

from __future__ import annotations

from collections.abc import Iterator

from groundwork.language.service.problems.program import Change, Program
from groundwork.language.service.problems.reading import Mistake
from groundwork.language.service.problems.tokens import open_brackets

_STANDS_FOR = {
    "else": "else:",
    "elif": "elif 1:",
    "except": "except Exception:",
    "finally": "finally:",
    "try": "try:",
    "def": "def _():",
    "class": "class _:",
    "for": "while 1:",
    "while": "while 1:",
}
_MOST_LINES = 200
_MOST_TEXT = 4000


def gaps(program: Program, mistake: Mistake) -> Iterator[tuple[Change, ...]]:
    """Ways to leave the statement of the mistake out, from the smallest on."""
    line = program.line_at(mistake.start)
    if mistake.message.startswith("expected 'except'"):
        yield from _without_try(program, line)
    yield _left_out(program, line, line)
    yield _left_out(program, line, line, header="if 1:")
    first, last = _statement(program, line)
    if (first, last) != (line, line):
        yield _left_out(program, first, last)
    own = len(program.indentation(first))
    for number in range(last + 1, min(len(program.starts), last + _MOST_LINES) + 1):
        if program.line(number).strip() and len(program.indentation(number)) <= own:
            yield _left_out(program, first, number - 1)
            return


def _without_try(program: Program, line: int) -> Iterator[tuple[Change, ...]]:
    """Another header in the place of the `try` that nothing follows."""
    for number in range(line - 1, max(0, line - _MOST_LINES), -1):
        code = program.code(number)
        if code and code[0].text == "try":
            yield (Change(code[0].start, code[0].end, "if 1"),)


def _statement(program: Program, line: int) -> tuple[int, int]:
    """The first and the last line of the statement that a line belongs to."""
    first = last = line
    start = max(1, line - _MOST_LINES)
    opened = open_brackets(program.tokens_between(program.offset(start), program.offset(line)))
    if opened:
        first = program.line_at(opened[0].start)
    while last < min(len(program.starts), line + _MOST_LINES):
        inside = program.tokens_between(program.offset(first), program.line_end(last))
        if not open_brackets(inside):
            break
        last += 1
    return first, last


def _left_out(program: Program, first: int, last: int, header: str = "") -> tuple[Change, ...]:
    """Something harmless in the place of these lines, which stay as many.

    Where lines are indented below, it is `header`, or a line like the one that is left out.
    """
    code = program.code(first)
    start = program.offset(first) + len(program.indentation(first))
    below = next((n for n in range(last + 1, len(program.starts) + 1) if program.code(n)), 0)
    is_header = below and len(program.indentation(below)) > len(program.indentation(first))
    word = code[0].text if code else ""
    text = (header or _STANDS_FOR.get(word, "if 1:")) if is_header else "pass"
    return (Change(start, program.line_end(last), text + "\n" * (last - first)),)
