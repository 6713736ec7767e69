"""Texts without their last quote, or without their first."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from groundwork.language.service.problems.mends.mend import Mend, insertion, mend
from groundwork.language.service.problems.program import Change, Program
from groundwork.language.service.problems.reading import Mistake
from groundwork.language.service.problems.tokens import STRING, UNCLOSED, Token

_ENDS = ")]}:,; "
_OTHER = {"'": '"', '"': "'"}
_BEFORE_TEXT = frozenset({"(", "[", "{", ",", "=", "==", "!=", ":", "+", "in", "return", "print"})
_TRIPLE = 3
_MOST_LINES = 30


def mends(program: Program, mistake: Mistake) -> Iterator[Mend]:
    """What may have been meant where a text does not end."""
    line = program.line_at(mistake.start)
    code = program.code(line)
    unclosed = next((token for token in code if token.kind == UNCLOSED), None)
    if unclosed is None:
        return
    if len(unclosed.quote) == _TRIPLE:
        yield from _triple(program, unclosed)
        return
    before = [token for token in code if token.end <= unclosed.start]
    yield from _other_quote(unclosed)
    yield from _apostrophe(unclosed, before)
    yield from _closed(unclosed)
    yield from _closed_earlier(unclosed, before)
    yield from _opened(program, unclosed, before)


def _unclosed(token: Token, quote: str, *changes: Change) -> Mend:
    return mend(
        token.start,
        token.end,
        "unclosed-text",
        f"This text has no end: the closing quote {quote} is missing.",
        f"Add {quote}",
        *changes,
    )


def _closed(token: Token) -> Iterator[Mend]:
    """Close it before the brackets and signs at the end of the line, or behind them."""
    text = token.text.rstrip()
    first = len(token.text) - len(token.text.lstrip("rRbBfFuU")) + 1
    start = len(text)
    while start > first and text[start - 1] in _ENDS:
        start -= 1
    inside = (cut for cut in range(first, start) if text[cut] in _ENDS and text[cut - 1] != " ")
    for cut in (*range(start, len(text) + 1), *inside):
        yield _unclosed(token, token.quote, insertion(token.start + cut, token.quote))


def _other_quote(token: Token) -> Iterator[Mend]:
    """It begins with one kind of quote and ends with the other."""
    other = _OTHER[token.quote]
    place = token.text.rfind(other)
    if place > 0 and not token.text[place + 1 :].strip(_ENDS):
        yield mend(
            token.start,
            token.end,
            "mixed-quotes",
            f"This text begins with {token.quote} and ends with {other}. Both must be the same.",
            f"End it with {token.quote}",
            Change(token.start + place, token.start + place + 1, token.quote),
        )


def _apostrophe(token: Token, before: list[Token]) -> Iterator[Mend]:
    """An apostrophe in a text ends it: 'it's'. The other quotes let it be."""
    texts = [one for one in before if one.kind == STRING and one.quote == "'"]
    if token.quote != "'" or not texts or '"' in token.text:
        return
    text = texts[-1]
    if '"' not in text.text:
        yield mend(
            text.start,
            token.start + 1,
            "apostrophe",
            "The apostrophe inside this text ends it. Put the text into double quotes.",
            "Use double quotes",
            Change(text.start + text.text.index("'"), text.start + text.text.index("'") + 1, '"'),
            Change(token.start, token.start + 1, '"'),
        )


def _closed_earlier(token: Token, before: list[Token]) -> Iterator[Mend]:
    """A text before it on the line took the quote that was to begin this one."""
    for text in (one for one in before[::-1] if one.kind == STRING):
        opening = text.text.index(text.quote) + 1
        for cut in range(opening + 1, len(text.text)):
            is_end = text.text[cut] in _ENDS.strip()
            if text.quote == token.quote and is_end and text.text[cut - 1] != " ":
                yield _unclosed(text, text.quote, insertion(text.start + cut, text.quote))


def _opened(program: Program, token: Token, before: list[Token]) -> Iterator[Mend]:
    """The quote at its start is the one that ends a text without a beginning."""
    separated = [one for left, one in pairwise(before) if left.text in _BEFORE_TEXT]
    rest = [one for one in before[::-1] if one not in separated]
    for one in (*separated[::-1], *rest):
        is_filled = one.text[0] == "f" and "{" in program.text[one.start : token.start]
        for place in (one.start + 1, one.start) if is_filled else (one.start,):
            yield mend(
                place,
                token.start + 1,
                "unopened-text",
                f"This text has no beginning: the opening quote {token.quote} is missing.",
                f"Add {token.quote}",
                insertion(place, token.quote),
            )
        if one.kind == STRING and one.quote == token.quote:
            inside = one.start + len(one.text) - 1
            yield _opened_between(token, inside)


def _opened_between(token: Token, quote: int) -> Mend:
    """The text before ends too early: its last quote belongs to a text that lacks its first."""
    return mend(
        quote,
        token.start + 1,
        "unopened-text",
        f"Between these two texts a quote {token.quote} is missing.",
        f"Add {token.quote}",
        insertion(quote, token.quote),
    )


def _triple(program: Program, token: Token) -> Iterator[Mend]:
    """Close it at the end of one of its lines; quotes that are there already are completed."""
    line, quote = program.line_at(token.start), token.quote
    for number in range(line, min(line + _MOST_LINES, len(program.starts)) + 1):
        text = program.line(number).rstrip()
        end = program.offset(number) + len(text)
        if not text or end < token.start + _TRIPLE:
            continue
        there = len(text) - len(text.rstrip(quote[0]))
        missing = quote[there:] if there < _TRIPLE else quote
        yield mend(
            token.start,
            program.line_end(line),
            "unclosed-text",
            f"This text begins with {quote} and has no end: {quote} is missing where it stops.",
            f"Add {missing}",
            insertion(end, missing),
        )
