"""How the code of a solution is written, so that learners see one style.

The rule is our own and short, for formatters differ from version to version: it compiles; it is
indented by four spaces; no tabs, and no blanks at the ends of lines; lines have at most 88
characters; at most two empty lines follow each other; the file ends with the end of a line.
"""

from __future__ import annotations

import io
import tokenize
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass

from groundwork.packs.model import SourceFile
from groundwork.packs.python_text import fault_line, syntax_fault

LONGEST_LINE = 88
_INDENT = 4
_MOST_EMPTY_LINES = 2


@dataclass(frozen=True, slots=True)
class FormatFault:
    """Something about the form of a file; `sentence` goes on after a colon."""

    line: int
    sentence: str
    remedy: str


def format_faults(file: SourceFile) -> tuple[FormatFault, ...]:
    """What is against the rule in a Python file, from top to bottom; of each kind the first."""
    faults: dict[str, FormatFault] = {}
    for fault in (*_of_code(file.text), *_of_lines(file.text)):
        faults.setdefault(fault.remedy, fault)
    return tuple(sorted(faults.values(), key=lambda fault: fault.line))


def _of_code(text: str) -> Iterator[FormatFault]:
    fault = syntax_fault(text, "exec")
    if fault:
        line = fault_line(text)
        yield FormatFault(line, f"line {line} is no Python ({fault}).", "Mend it.")
        return
    for line, indent in _indents(text):
        if "\t" not in indent and len(indent) % _INDENT:
            sentence = f"line {line} is indented by {len(indent)} spaces."
            yield FormatFault(line, sentence, "Indent by four spaces, and four more.")


def _indents(text: str) -> Iterator[tuple[int, str]]:
    """Each line that begins a block, and what stands before its first word."""
    with suppress(tokenize.TokenError, SyntaxError):  # it reads some odd texts in its own way
        for token in tokenize.generate_tokens(io.StringIO(text).readline):
            if token.type == tokenize.INDENT:
                yield token.start[0], token.string


def _of_lines(text: str) -> Iterator[FormatFault]:
    lines = text.split("\n")
    empty = 0
    for number, line in enumerate(lines, 1):
        empty = 0 if line.strip() else empty + 1
        if "\t" in line[: len(line) - len(line.lstrip())]:
            yield FormatFault(number, f"line {number} begins with a tab.", "Indent with spaces.")
        if line != line.rstrip():
            yield FormatFault(number, f"blanks stand at the end of line {number}.", "Delete them.")
        if len(line) > LONGEST_LINE:
            sentence = f"line {number} has {len(line)} characters; {LONGEST_LINE} are the most."
            yield FormatFault(number, sentence, "Divide it.")
        if empty == _MOST_EMPTY_LINES + 1 and number < len(lines):
            yield FormatFault(
                number, f"line {number} is the third empty one in a row.", "Leave two at most."
            )
    if text and (not text.endswith("\n") or text.endswith("\n\n")):
        sentence = "its last line does not end, or empty lines follow it."
        yield FormatFault(len(lines), sentence, "End the file with one line end.")
