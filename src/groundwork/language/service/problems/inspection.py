"""Looks at one program for all that is wrong in it."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from itertools import islice, pairwise

from groundwork.language.service.problems.habits import habit_problems
from groundwork.language.service.problems.phrases import explained
from groundwork.language.service.problems.program import Change, Problem, Program, Remedy
from groundwork.language.service.problems.reading import translate
from groundwork.language.service.problems.syntax import Reading, read

_MOST = 100
"""Problems of one file that are told; whoever has more mends the first ones first."""

_MOST_GUESSES, _LONG = 4, 20_000
"""How many mends of a mistake are compared, and the characters of a text for which none are."""

_ECHO = 5
"""How many problems back it is looked whether the same was said."""

_NOT_CALLABLE = re.compile(r"'(\w+)' object is not (?:callable|subscriptable); perhaps you missed")
_ESCAPE = re.compile(r"(?:invalid escape sequence|\")\s*['\"]?(\\.)")


def inspect(program: Program, lesson_imports: str = "") -> list[Problem]:
    """What is wrong in the program, from top to bottom; the offsets are those of its text."""
    problems, doubts = _inspected(program, read(program), lesson_imports)
    for skipped in range(1, _MOST_GUESSES if len(program.text) < _LONG else 1):
        if not doubts:
            break
        reading = read(program, skipped)
        if len(reading.history) != 1 or reading.tree is None:
            break
        others, fewer = _inspected(program, reading, lesson_imports)
        if fewer < doubts:
            problems, doubts = others, fewer
    problems.sort(key=lambda one: (one.start, one.severity, one.end))
    return _without_echoes(problems)[:_MOST]


def _inspected(
    program: Program, reading: Reading, lesson_imports: str
) -> tuple[list[Problem], int]:
    """The problems, and how many more lie on lines that were mended.

    These are not told: either they follow from the mistake there, or they are told when it is
    mended. They are a reason to doubt whether the mend is what was meant.
    """
    if reading.tree is None:
        return [*reading.problems], 0
    mended = {program.line_at(problem.start) for problem in reading.problems}
    found = [_moved_back(reading, one) for one in _of_tree(reading, reading.tree, lesson_imports)]
    others = [one for one in found if program.line_at(one.start) not in mended]
    return [*reading.problems, *others], len(found) - len(others)


def _of_tree(reading: Reading, tree: ast.Module, lesson_imports: str) -> Iterator[Problem]:
    # Pyflakes brings doctest and half of unittest: loaded once there is a program to look at.
    from groundwork.language.service.problems.names import name_problems  # noqa: PLC0415

    program = reading.program
    try:
        yield from name_problems(program, tree, lesson_imports, reading.unread)
        if not reading.unread:
            yield from islice(habit_problems(program, tree), _MOST)
            yield from _when_translated(reading, tree)
    except (RecursionError, MemoryError):
        return  # nested so deeply that nobody wrote it by hand


def _when_translated(reading: Reading, tree: ast.Module) -> Iterator[Problem]:
    """What Python sees only when it translates the program, and what it warns of."""
    program, attempt = reading.program, translate(reading.program, tree)
    if attempt.mistake is not None:
        start, phrase = attempt.mistake.start, explained(program, attempt.mistake)
        end = min(attempt.mistake.end, program.line_end(program.line_at(start)))
        yield Problem(start, end, "error", phrase.topic, phrase.sentence)
    for warned in dict.fromkeys((*reading.warned, *attempt.warned)):
        yield from _warned(program, warned.message, warned.line)


def _warned(program: Program, message: str, line: int) -> Iterator[Problem]:
    if _NOT_CALLABLE.match(message):
        yield _lost_comma(program, line)
    escape = _ESCAPE.search(message)
    if escape and message.startswith(("invalid escape", '"\\')):
        yield from _odd_escape(program, escape.group(1), line)


def _lost_comma(program: Program, line: int) -> Problem:
    start, end = program.code_span(line)
    index = program.token_index(program.line_end(line))
    below = [one for one in program.tokens[index : index + 3] if one.is_code][:1]
    code = [*program.code(line), *below]
    pairs = [
        one
        for one, other in pairwise(code)
        if one.ends_value and not one.is_name and other.text in {"(", "["} and one.end < other.start
    ]
    remedies: tuple[Remedy, ...] = ()
    if len(pairs) == 1:
        start, end = pairs[0].start, pairs[0].end
        remedies = (Remedy("Add “,”", (Change(end, end, ","),)),)
    return Problem(
        start,
        end,
        "warning",
        "missing-comma",
        "A value is followed by a bracket here, as if it were a function or a list. A comma may be "
        "missing between the two.",
        remedies,
    )


def _odd_escape(program: Program, escape: str, line: int) -> Iterator[Problem]:
    for token in program.code(line):
        place = token.text.find(escape)
        if token.kind == "string" and place >= 0 and "r" not in token.text[:2].lower():
            start = token.start + place
            yield Problem(
                start,
                start + len(escape),
                "warning",
                "odd-escape",
                f"“{escape}” has no meaning in a text. For the backslash itself write it twice.",
                (Remedy("Write “\\\\”", (Change(start, start, "\\"),)),),
            )
            return


def _moved_back(reading: Reading, problem: Problem) -> Problem:
    """The problem with its places in the text as it stands."""
    if not reading.history:
        return problem
    start, end = reading.original(problem.start), reading.original(problem.end)
    remedies = tuple(
        Remedy(
            remedy.title,
            tuple(
                Change(reading.original(one.start), reading.original(one.end), one.text)
                for one in remedy.changes
            ),
        )
        for remedy in problem.remedies
    )
    return problem._replace(start=start, end=max(start, end), remedies=remedies)


def _without_echoes(problems: list[Problem]) -> list[Problem]:
    """Of what is said of one place the first alone: an error before a warning.

    A warning that can be mended comes before an error that cannot: they have one cause.
    """
    kept: list[Problem] = []
    for problem in problems:
        if any(_is_told_again(one, problem) for one in kept[-_ECHO:]):
            continue
        last = kept[-1] if kept else None
        if last and last.start == problem.start and problem.remedies and not last.remedies:
            kept.pop()
        kept.append(problem)
    return kept


def _is_told_again(one: Problem, problem: Problem) -> bool:
    """Whether a problem that follows another says no more than that one."""
    if one.topic == problem.topic == "repeated-key" and one.sentence == problem.sentence:
        return True
    is_inside = one.start <= problem.start < max(one.end, one.start + 1)
    is_minor = one.topic == problem.topic or one.severity == "error"
    is_better = problem.remedies and not one.remedies and one.start == problem.start
    return is_inside and is_minor and not is_better
