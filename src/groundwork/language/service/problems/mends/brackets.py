"""Brackets that are never closed, closed with the wrong sign, or never opened."""

from __future__ import annotations

import builtins
import itertools
from collections.abc import Iterator

from groundwork.language.service.problems.mends.mend import Mend, insertion, mend
from groundwork.language.service.problems.program import Change, Program
from groundwork.language.service.problems.reading import Mistake
from groundwork.language.service.problems.tokens import (
    CLOSER,
    CLOSING,
    NAME,
    NUMBER,
    OPENER,
    SIGN,
    STRING,
    Token,
    open_brackets,
)

_MOST_LINES = 40
_MOST_PLACES = 40
_MOST_SHOWN = 8
_STATEMENT = frozenset(
    {"def", "class", "return", "import", "while", "with", "try", "raise", "pass", "break", "print"}
)


def mends(program: Program, mistake: Mistake) -> Iterator[Mend]:
    """What may have been meant where brackets do not match."""
    index = program.token_index(mistake.start)
    at_mistake = program.tokens[index] if index < len(program.tokens) else None
    is_closer = at_mistake is not None and at_mistake.kind == SIGN and at_mistake.text in CLOSING
    if "does not match" in mistake.message and at_mistake is not None and is_closer:
        yield from _wrong_closer(program, index)
    elif mistake.message.startswith("unmatched") and at_mistake is not None and is_closer:
        yield from _unopened(program, at_mistake)
    else:
        yield from _unclosed(program, mistake)


def _unclosed(program: Program, mistake: Mistake) -> Iterator[Mend]:
    """Close what is open at the end of one of the lines from the bracket to the mistake."""
    until = mistake.end + ("never closed" in mistake.message)
    index = program.token_index(max(until - 1, mistake.start))
    opened = open_brackets(program.tokens[: index + 1]) or open_brackets(program.tokens[:index])
    if not opened:
        return
    first = program.line_at(opened[-1].start)
    last = min(len(program.starts), max(first, program.line_at(mistake.start)) + _MOST_LINES)
    start = program.token_index(program.offset(program.line_at(opened[0].start)))
    for line in range(first, last + 1):
        code = program.code(line)
        if line > first and code and code[0].text in _STATEMENT:
            break
        if code:
            yield from _closed_on(program, code, start)
    yield from _closed_within(program, opened[-1])


def _closed_within(program: Program, opener: Token) -> Iterator[Mend]:
    """Close the bracket behind one of the words after it on its line."""
    line_end = program.line_end(program.line_at(opener.start))
    for token in program.tokens_between(opener.start, line_end)[:_MOST_PLACES]:
        if token.is_code:
            yield _closing(program, [opener], token.end)


def _closed_on(program: Program, code: list[Token], start: int) -> Iterator[Mend]:
    """Close what is open behind the last word of a line, or before the colon there."""
    ends = [code[-1].end]
    if code[-1].text == ":" and len(code) > 1:
        ends.insert(0, code[-2].end)
    for end in ends:
        opened = open_brackets(_until(program.tokens[start:], end))
        for count in range(len(opened), 0, -1):
            yield _closing(program, opened[-count:], end)


def _until(tokens: list[Token], end: int) -> Iterator[Token]:
    for token in tokens:
        if token.end > end:
            return
        yield token


def _closing(program: Program, opened: list[Token], end: int) -> Mend:
    closers = "".join(CLOSER[token.text] for token in reversed(opened))
    line = program.line_at(opened[0].start)
    last = program.code(line)[-1]
    is_tall = program.line_at(end) > line and last is opened[0] and len(opened) == 1
    text = "\n" + program.indentation(line) + closers if is_tall else closers
    if len(opened) == 1:
        sentence = f"This bracket “{opened[0].text}” is never closed: “{closers}” is missing."
    else:
        sentence = (
            f"{len(opened)} brackets are never closed, beginning with this “{opened[0].text}”."
        )
    place = opened[0]
    title = f"Add “{closers}”" if len(closers) < _MOST_SHOWN else "Close them"
    return mend(place.start, place.end, "unclosed-bracket", sentence, title, insertion(end, text))


def _wrong_closer(program: Program, index: int) -> Iterator[Mend]:
    wrong = program.tokens[index]
    opened = open_brackets(program.tokens[:index])
    if not opened:
        return
    opener = opened[-1]
    right = CLOSER[opener.text]
    yield mend(
        wrong.start,
        wrong.end,
        "wrong-bracket",
        f"This “{wrong.text}” closes a “{opener.text}”, which needs “{right}”.",
        f"Write “{right}”",
        Change(wrong.start, wrong.end, right),
    )
    inside = [token for token in program.tokens[:index] if token.start >= opener.start]
    for token in inside[::-1][:_MOST_PLACES]:
        if token.is_code:
            yield mend(
                opener.start,
                opener.end,
                "unclosed-bracket",
                f"This bracket “{opener.text}” is not closed before “{wrong.text}”: “{right}” is "
                "missing.",
                f"Add “{right}”",
                insertion(token.end, right),
            )
    yield from _unopened(program, wrong)


def _superfluous(wrong: Token) -> Mend:
    return mend(
        wrong.start,
        wrong.end,
        "unopened-bracket",
        f"This “{wrong.text}” closes a bracket that was never opened. Either it is one too many, "
        f"or a “{OPENER[wrong.text]}” is missing before it.",
        f"Remove this “{wrong.text}”",
        Change(wrong.start, wrong.end, ""),
    )


def _unopened(program: Program, wrong: Token) -> Iterator[Mend]:
    opener = OPENER[wrong.text]
    line = program.code(program.line_at(wrong.start))
    code = [one for one in line if one.end <= wrong.start]
    after = [one.text for one in line if one.start >= wrong.end]
    is_followed = bool(after) and after[0] not in {":", ",", *CLOSING}
    for place, blanks in _openings(program, code, wrong.text, is_followed=is_followed):
        yield mend(
            wrong.start,
            wrong.end,
            "unopened-bracket",
            f"This “{wrong.text}” closes a bracket that was never opened: “{opener}” is missing "
            "before it.",
            f"Add “{opener}”",
            Change(place, place + blanks, opener),
        )
    yield from _opened_above(program, wrong)
    yield _superfluous(wrong)


def _opened_above(program: Program, wrong: Token) -> Iterator[Mend]:
    """A bracket at the start of its line closes what a line above, as far left, was to open."""
    line, opener = program.line_at(wrong.start), OPENER[wrong.text]
    indentation = program.indentation(line)
    if program.code(line)[0] is not wrong and program.code(line)[0].start != wrong.start:
        return
    for number in range(line - 1, max(0, line - _MOST_LINES), -1):
        code = program.code(number)
        if code and program.indentation(number) == indentation:
            blank = "" if code[-1].is_name else " "
            yield mend(
                code[-1].start,
                code[-1].end,
                "unopened-bracket",
                f"The “{wrong.text}” on line {line} closes a bracket that was never opened: "
                f"“{opener}” is missing here.",
                f"Add “{opener}”",
                insertion(code[-1].end, blank + opener),
            )
            return


def _openings(
    program: Program, code: list[Token], closer: str, *, is_followed: bool
) -> Iterator[tuple[int, int]]:
    """Where the bracket may have been opened, and how many blanks it takes the place of."""
    if closer != "}":
        yield from _behind_names(program, code)
    if closer != ")":
        for token in code:
            if token.text in {"=", "return", "in", "(", ",", ":", "+=", "print"}:
                yield token.end + (token.text not in {"(", "[", ":"}), 0
    elif is_followed:
        for token, following in itertools.pairwise(code):
            if token.text in {"=", "return", "(", "in", "+", "*", "-", "/", "and", "or", "if"}:
                yield following.start, 0


def _behind_names(program: Program, code: list[Token]) -> Iterator[tuple[int, int]]:
    """Behind a name that is followed by a value, or that has grown together with it."""
    for token, following in itertools.pairwise(code):
        is_value = following.kind in {NAME, STRING, NUMBER} or following.text == "{"
        if token.is_name and is_value:
            if following.kind == STRING and token.text[-1] in "fr" and len(token.text) > 1:
                yield token.end - 1, 0
            yield token.end, following.start - token.end
    known = {token.text for token in program.tokens if token.kind == NAME}
    for index, token in enumerate(code):
        is_defined = index == 1 and code[0].text == "def"
        for cut in _seams(token, known, is_defined=is_defined):
            yield token.start + cut, 0


def _seams(token: Token, known: set[str], *, is_defined: bool) -> Iterator[int]:
    """Where a word may be cut in two that are known: `printprice` is `print` and `price`.

    Of a function that is defined here the name need not be known yet.
    """
    if not token.is_name:
        return
    for cut in range(len(token.text) - 1, 0, -1):
        left, right = token.text[:cut], token.text[cut:]
        is_callable = is_defined or left in known or callable(getattr(builtins, left, None))
        if is_callable and (right in known or right.isdigit() or hasattr(builtins, right)):
            yield cut
