"""Lines that begin too far left or too far right, and tabs among blanks."""

from __future__ import annotations

import re
from collections.abc import Iterator

from groundwork.language.protocol import EMPTY_BLOCK
from groundwork.language.service.problems.mends.mend import Mend, insertion, mend
from groundwork.language.service.problems.program import Change, Program
from groundwork.language.service.problems.reading import Mistake

_STEP = 4
_CONTINUING = frozenset({"else", "elif", "except", "finally", "case"})
_HEADER = re.compile(r"after (?:'(\w+)' statement|(\w+) definition)(?: \S+)? on line (\d+)")
_BLANKS = " \t\f"


def mends(program: Program, mistake: Mistake) -> Iterator[Mend]:
    """What may have been meant where the indentation does not fit."""
    line = program.line_at(mistake.start)
    if mistake.message.startswith("expected an indented block"):
        yield from _too_far_left(program, mistake, line)
    elif mistake.message.startswith("unexpected indent"):
        yield from _too_far_right(program, line)
    elif mistake.message.startswith("unindent does not match"):
        yield from _between(program, line)
    elif "tabs" in mistake.message:
        yield from _tabs(program, line)
    elif program.code(line) and program.code(line)[0].text in _CONTINUING:
        yield from _apart(program, line)


def _too_far_left(program: Program, mistake: Mistake, line: int) -> Iterator[Mend]:
    match = _HEADER.search(mistake.message)
    header = int(match.group(3)) if match else line - 1
    word = program.code(header)[0].text if program.code(header) else "this line"
    below = _next_code_line(program, header)
    code = program.code(below) if below else []
    is_left = below and _width(program, below) <= _width(program, header)
    is_apart = any(not program.line(number).strip() for number in range(header + 1, below))
    if is_left and not is_apart and code[0].text not in _CONTINUING:
        wanted = program.indentation(header) + " " * _STEP
        start, end = program.code_span(below)
        for lines in ([below], _block(program, below)):
            yield mend(
                start,
                end,
                "missing-indentation",
                f"What belongs to “{word}” on line {header} is indented: put {_STEP} blanks more "
                "before this line, and before the others that belong to it.",
                f"Indent line {below}",
                *_shifted(program, lines, program.indentation(below), wanted),
            )
    colon = program.code(header)[-1]
    start, end = program.code_span(header)
    yield mend(
        start,
        end,
        EMPTY_BLOCK,
        f"Below “{word}” a line is missing that belongs to it, indented by {_STEP} blanks. "
        "“pass” stands for doing nothing.",
        "Add “pass”",
        insertion(colon.end, "\n" + program.indentation(header) + " " * _STEP + "pass"),
    )


def _next_code_line(program: Program, line: int) -> int:
    for number in range(line + 1, len(program.starts) + 1):
        if program.code(number):
            return number
    return 0


def _width(program: Program, line: int) -> int:
    return len(program.indentation(line).expandtabs(8))


def _block(program: Program, line: int) -> list[int]:
    """The line, with all that is indented further below it."""
    own, lines = _width(program, line), [line]
    for number in range(line + 1, len(program.starts) + 1):
        if program.line(number).strip() and _width(program, number) <= own:
            break
        lines.append(number)
    return [number for number in lines if program.line(number).strip()]


def _shifted(program: Program, lines: list[int], old: str, new: str) -> list[Change]:
    """Give the lines another indentation at their start."""
    return [
        Change(program.offset(line), program.offset(line) + len(old), new)
        for line in lines
        if program.line(line).startswith(old)
    ]


def _too_far_right(program: Program, line: int) -> Iterator[Mend]:
    above = next((n for n in range(line - 1, 0, -1) if program.code(n)), 0)
    wanted = program.indentation(above) if above else ""
    own = program.indentation(line)
    run = [line]
    for number in range(line + 1, len(program.starts) + 1):
        if program.line(number).strip() and not program.line(number).startswith(own):
            break
        run.append(number)
    lines = [number for number in run if program.line(number).strip()]
    start, end = program.code_span(line)
    where = f"as far left as line {above}" if above else "at the left edge"
    for count in (len(lines), 1):
        yield mend(
            start,
            end,
            "unexpected-indentation",
            f"This line is indented, but nothing above it asks for that. It begins {where}.",
            f"Move line {line} left" if count == 1 else f"Move {count} lines left",
            *_shifted(program, lines[:count], own, wanted),
        )


def _between(program: Program, line: int) -> Iterator[Mend]:
    """Its indentation lies between two that are in use: take the nearer one."""
    yield from _above_between(program, line)
    own = program.indentation(line)
    above = (number for number in range(line - 1, 0, -1) if program.code(number))
    levels = [program.indentation(number) for number in above]
    nearest = sorted(dict.fromkeys(levels), key=lambda one: abs(len(one) - len(own)))
    start, end = program.code_span(line)
    for level in nearest[:3]:
        title = f"Indent line {line} by {len(level)}" if level else f"Move line {line} to the left"
        for lines in ([line], _block(program, line)):
            yield mend(
                start,
                end,
                "uneven-indentation",
                "This line begins neither where the lines above it begin nor where the line that "
                "they belong to does. Lines that belong together begin in the same column.",
                title,
                *_shifted(program, lines, own, level),
            )


def _above_between(program: Program, line: int) -> Iterator[Mend]:
    """Not this line is in between, but those above it, which are no whole steps to the right."""
    own = program.indentation(line)
    above = next((n for n in range(line - 1, 0, -1) if program.code(n)), 0)
    strange = program.indentation(above) if above else ""
    if len(own) % _STEP or not len(strange) % _STEP or len(strange) <= len(own):
        return
    first = above
    while first > 1 and program.indentation(first - 1).startswith(strange):
        first -= 1
    start, end = program.code_span(first)
    lines = [number for number in range(first, above + 1) if program.line(number).strip()]
    yield mend(
        start,
        end,
        "uneven-indentation",
        f"This line begins further right than line {line}, which belongs to the same block. Lines "
        "that belong together begin in the same column.",
        f"Indent it as line {line}",
        *_shifted(program, lines, strange, own),
    )


def _apart(program: Program, line: int) -> Iterator[Mend]:
    """`else` and its like in another column than what they belong to."""
    word = program.code(line)[0]
    wanted = {"else": {"if", "elif", "for", "while", "try", "except"}, "elif": {"if", "elif"}}
    starters = wanted.get(word.text, {"try", "except"})
    tried = set()
    for number in range(line - 1, 0, -1):
        code, level = program.code(number), program.indentation(number)
        if code and code[0].text in starters and level not in tried:
            tried.add(level)
            yield mend(
                word.start,
                word.end,
                "uneven-indentation",
                f"“{word.text}” begins in the same column as the “{code[0].text}” that it belongs "
                f"to, which may be the one on line {number}.",
                f"Indent it as line {number}",
                *_shifted(program, [line], program.indentation(line), level),
            )


def _tabs(program: Program, line: int) -> Iterator[Mend]:
    start, end = program.code_span(line)
    for width in (_STEP, 2 * _STEP):
        changes = [
            Change(program.offset(n), program.offset(n) + len(own), own.expandtabs(width))
            for n in range(1, len(program.starts) + 1)
            if "\t" in (own := program.indentation(n))
        ]
        yield mend(
            start,
            end,
            "mixed-tabs",
            "Some lines are indented with tabs and others with blanks. They look alike, but Python "
            "cannot tell what belongs together.",
            "Use blanks on all lines",
            *changes,
        )
