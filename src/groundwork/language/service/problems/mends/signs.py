"""Missing commas and colons between values, signs of other languages."""

from __future__ import annotations

import itertools
from collections.abc import Iterator

from groundwork.language.service.problems.mends.mend import Mend, insertion, mend
from groundwork.language.service.problems.program import Change, Program
from groundwork.language.service.problems.reading import Mistake
from groundwork.language.service.problems.tokens import (
    CLOSING,
    OPENING,
    SIGN,
    STRING,
    Token,
    open_brackets,
)

_OTHER_SIGNS = {
    ("&", "&"): "and",
    ("|", "|"): "or",
    ("=", "<"): "<=",
    ("=", ">"): ">=",
    ("==", "="): "==",
    ("!=", "="): "!=",
    ("<", ">"): "!=",
    ("+", "+"): "+= 1",
    ("-", "-"): "-= 1",
}
"""What other languages say with two signs, and how Python says it."""

_TYPES = frozenset(
    {"int", "str", "float", "bool", "list", "dict", "set", "tuple", "bytes", "object", "None"}
)


def mends(program: Program, mistake: Mistake) -> Iterator[Mend]:
    """What may have been meant where a sign is wrong or missing."""
    line = program.line_at(mistake.start)
    code = program.code(line)
    yield from _foreign_signs(code, mistake)
    yield from _between_values(program, code, mistake)
    yield from _keys(program, code, mistake)


def _foreign_signs(code: list[Token], mistake: Mistake) -> Iterator[Mend]:
    for one, other in itertools.pairwise(code):
        if one.end != other.start or abs(one.start - mistake.start) > 2:  # noqa: PLR2004 - beside
            continue
        meant = _OTHER_SIGNS.get((one.text, other.text))
        if meant:
            written = one.text + other.text
            gap = " " if meant[-1] == "1" else ""
            yield mend(
                one.start,
                other.end,
                "foreign-sign",
                f"Python has no “{written}”. Write “{meant}”.",
                f"Write “{meant}”",
                Change(one.start, other.end, gap + meant),
            )
    for index, one in enumerate(code):
        if one.text == "!" and one.start == mistake.start and index + 1 < len(code):
            yield mend(
                one.start,
                one.end,
                "foreign-sign",
                "Python has no “!” before a value. Write “not”.",
                "Write “not”",
                Change(one.start, one.end, "not "),
            )


def _between_values(program: Program, code: list[Token], mistake: Mistake) -> Iterator[Mend]:
    """Two values side by side: a comma is missing, or in a dictionary perhaps a colon."""
    for one, other in itertools.pairwise([*code, *_next_in_brackets(program, code)]):
        is_near = mistake.start <= other.end and one.start <= max(mistake.end, mistake.start + 1)
        if not (is_near and one.ends_value and other.begins_value):
            continue
        for sign in _separators(program, one, other):
            name = {",": "comma", ":": "colon", ".": "dot"}[sign]
            end, text = (one.end, sign) if one.end < other.start else (one.end, sign + " ")
            yield mend(
                one.start,
                other.end,
                f"missing-{name}",
                f"Between “{_short(one)}” and “{_short(other)}” a {name} “{sign}” is missing.",
                f"Add “{sign}”",
                insertion(end, text.rstrip() if sign == "." else text),
            )


def _next_in_brackets(program: Program, code: list[Token]) -> list[Token]:
    """The first token of the line below, where a bracket goes on there."""
    if not code:
        return []
    index = program.token_index(code[-1].start)
    following = [one for one in program.tokens[index + 1 : index + 4] if one.is_code]
    return following[:1] if open_brackets(program.tokens[:index]) else []


def _keys(program: Program, code: list[Token], mistake: Mistake) -> Iterator[Mend]:
    """A text in braces that is followed by its value without a colon."""
    index = program.token_index(mistake.start)
    opened = open_brackets(program.tokens[: index + 1])
    if not opened or opened[-1].text != "{":
        return
    for before, key, value in zip(code, code[1:], code[2:], strict=False):
        is_key = before.text in {"{", ","} and key.kind == STRING
        if is_key and value.text not in {":", ",", "}"}:
            yield mend(
                key.start,
                key.end,
                "missing-colon",
                f"Between the key {_short(key)} and its value a colon “:” is missing.",
                "Add “:”",
                insertion(key.end, ":"),
            )


def _separators(program: Program, one: Token, other: Token) -> list[str]:
    """The signs that may be missing between two values, the likeliest first."""
    index = program.token_index(one.start)
    before = program.tokens[:index]
    opened = open_brackets(program.tokens[: index + 1])
    if not opened:
        line = program.code(program.line_at(one.start))
        return [","] if _is_list(line, one, other) else [":"] if other.text in _TYPES else []
    within = program.tokens_between(opened[-1].start, one.start)
    colons = any(token.text == ":" for token in within)
    previous = next((t for t in reversed(before) if t.is_code), None)
    is_key = previous is not None and previous.text in {"{", ","} and one.kind == STRING
    is_index = opened[-1].text == "[" and _is_index(program, opened[-1])
    if opened[-1].text == "{":
        return [":", ","] if is_key or (not colons and one.kind == STRING) else [",", ":"]
    if is_index:
        return [":", ","]
    return [":", ","] if other.text in _TYPES else [","]


def _is_list(line: list[Token], one: Token, other: Token) -> bool:
    """Whether values without brackets around them may stand side by side, with commas."""
    before = {token.text for token in line if token.end <= one.start}
    after = [token.text for token in line if token.start >= other.end]
    names = after[: after.index("=")] if "=" in after else ["."]
    is_target = all(name.isidentifier() or name in {",", "*"} for name in names)
    is_unpacked = is_target and one.text not in _TYPES | {"var", "let", "const"}
    is_right = "=" in before and not (one.is_name and other.is_name)
    return (
        line[0].text in {"import", "from", "return"}
        or is_right
        or (is_unpacked and before <= {line[0].text, ","} and one.is_name)
        or (line[0].text == "for" and "in" not in before and "in" in after)
    )


def _is_index(program: Program, bracket: Token) -> bool:
    index = program.token_index(bracket.start)
    return index > 0 and program.tokens[index - 1].ends_value


def _short(token: Token) -> str:
    """A token as it can stand in a sentence."""
    most = 20
    if token.kind == SIGN and token.text in OPENING + CLOSING:
        return token.text
    return token.text if len(token.text) <= most else token.text[: most - 1] + "…"
