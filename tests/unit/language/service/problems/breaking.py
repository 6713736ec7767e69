"""Ways to break a program in one place, as beginners do."""

from __future__ import annotations

import keyword
from collections.abc import Iterator
from typing import NamedTuple

from groundwork.language.service.problems.program import Program
from groundwork.language.service.problems.tokens import CLOSING, NAME, OPENING, SIGN, STRING, Token


class Broken(NamedTuple):
    """A program with one slip; `place` is the offset of it."""

    slip: str
    text: str
    place: int


def broken(text: str, seed: int) -> Iterator[Broken]:
    """The program with every slip in every place; `seed` chooses the letters that are lost."""
    program = Program(text)
    for token in program.tokens:
        yield from _sign_slips(program, token)
        yield from _text_slips(text, token)
        yield from _word_slips(text, token, seed)
    for line in range(1, len(program.starts) + 1):
        yield from _line_slips(program, line)


def _cut(text: str, start: int, end: int, instead: str = "") -> str:
    return text[:start] + instead + text[end:]


def _sign_slips(program: Program, token: Token) -> Iterator[Broken]:
    if token.kind != SIGN:
        return
    code = program.code(program.line_at(token.start))
    without = _cut(program.text, token.start, token.end)
    if token.text == ":":
        name = "colon of a block lost" if code[-1].start == token.start else "other colon lost"
        yield Broken(name, without, token.start)
    elif token.text in OPENING:
        yield Broken("opening bracket lost", without, token.start)
    elif token.text in CLOSING:
        yield Broken("closing bracket lost", without, token.start)
    elif token.text == ",":
        yield Broken("comma lost", without, token.start)
    elif token.text == "==" and code[0].text in {"if", "elif", "while"}:
        changed = _cut(program.text, token.start, token.end, "=")
        yield Broken("= for ==", changed, token.start)


def _text_slips(text: str, token: Token) -> Iterator[Broken]:
    if token.kind == STRING:
        first = token.start + token.text.index(token.quote)
        yield Broken("opening quote lost", _cut(text, first, first + 1), first)
        yield Broken("closing quote lost", _cut(text, token.end - 1, token.end), token.end - 1)


def _word_slips(text: str, token: Token, seed: int) -> Iterator[Broken]:
    if token.kind != NAME or len(token.text) < 3:
        return
    kind = "keyword" if keyword.iskeyword(token.text) else "name"
    place = token.start + (seed + token.start) % (len(token.text) - 1)
    yield Broken(f"letter of a {kind} lost", _cut(text, place, place + 1), token.start)
    swapped = text[place + 1] + text[place]
    if swapped[0] != swapped[1]:
        changed = _cut(text, place, place + 2, swapped)
        yield Broken(f"letters of a {kind} swapped", changed, token.start)


def _line_slips(program: Program, line: int) -> Iterator[Broken]:
    code, text = program.code(line), program.text
    if not code or program.token_index(program.offset(line)) >= len(program.tokens):
        return
    start = program.offset(line)
    if code[0].text in {"import", "from"} and not program.indentation(line):
        yield Broken("import lost", _cut(text, start, program.line_end(line) + 1), start)
    if len(code) > 2 and (code[0].text, code[1].text, code[-1].text) == ("print", "(", ")"):
        changed = _cut(text, code[-1].start, code[-1].end)
        changed = _cut(changed, code[1].start, code[1].end, " ")
        yield Broken("print without brackets", changed, code[0].start)
    if program.line(line).startswith("    "):
        yield Broken("line not indented", _cut(text, start, start + 4), start)
    yield Broken("line too far right", _cut(text, start, start, "  "), start)
