"""Names that are not defined: misspelt, not imported, used too early, or simply not there."""

from __future__ import annotations

import ast
import builtins
import keyword
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import Any, NamedTuple

from groundwork.language.service.problems import imports
from groundwork.language.service.problems.program import (
    Change,
    Problem,
    Program,
    Remedy,
    shortened,
)
from groundwork.language.service.problems.sayings import ERROR
from groundwork.language.service.problems.spelling import closest, is_slip
from groundwork.language.service.problems.tokens import NAME, Token

_ELSEWHERE = {
    "true": "True", "TRUE": "True", "false": "False", "FALSE": "False", "none": "None",
    "null": "None", "NULL": "None", "nil": "None", "undefined": "None",
}  # fmt: skip
"""What other languages call the values that Python has."""

_STATEMENTS = ("pass", "break", "continue", "return")
_BUILTINS = frozenset(name for name in dir(builtins) if not name.startswith("_"))
_UNUSUAL = frozenset({"copyright", "credits", "license"})
_MOST = 100
TOPIC = "undefined-name"


class Undefined(NamedTuple):
    """A use of a name that is not defined there, and the names of the scopes around it."""

    node: ast.AST
    name: str
    scopes: tuple[dict[str, Any], ...]


class _Use(NamedTuple):
    """All uses of one name: the words in the text, and the names that are known there."""

    name: str
    tokens: list[Token]
    known: frozenset[str]
    defined_on: int
    following: tuple[str, str]


def undefined_problems(
    program: Program, tree: ast.Module, undefined: Sequence[Undefined], lesson_imports: str
) -> Iterator[Problem]:
    """One problem for each name, at its first use; what mends it mends all uses."""
    found: dict[str, list[Undefined]] = {}
    for one in undefined:
        found.setdefault(one.name, []).append(one)
    for name, uses in islice(found.items(), _MOST):
        use = _use(program, name, uses[:_MOST])
        if use is not None:
            yield _problem(program, tree, use, lesson_imports)


def _use(program: Program, name: str, uses: list[Undefined]) -> _Use | None:
    tokens = [token for one in uses if (token := _token(program, one)) is not None]
    if not tokens:
        return None
    known = frozenset[str]().union(*(scope for one in uses for scope in one.scopes))
    bound = [scope[name] for scope in uses[0].scopes if name in scope]
    source = bound[-1].source if bound else None
    index = program.token_index(tokens[0].start)
    after = [one.text for one in program.tokens[index + 1 : index + 3]]
    following = (after[0] if after else "", after[1] if len(after) > 1 else "")
    tokens.sort(key=lambda one: one.start)
    return _Use(name, tokens, known, getattr(source, "lineno", 0), following)


def _token(program: Program, undefined: Undefined) -> Token | None:
    """The word in the text; None where it is not written there as it is, as in a text."""
    line, column = getattr(undefined.node, "lineno", 0), getattr(undefined.node, "col_offset", 0)
    index = program.token_index(program.offset_of_bytes(line, column))
    token = program.tokens[index] if index < len(program.tokens) else None
    if token is None:
        return None
    if token.kind == NAME and token.text == undefined.name:
        return token
    start = program.offset_of_bytes(line, column)
    if program.text[start : start + len(undefined.name)] == undefined.name:
        return Token(NAME, undefined.name, start, start + len(undefined.name))
    return token


def _problem(program: Program, tree: ast.Module, use: _Use, lesson_imports: str) -> Problem:
    statement = imports.missing_import(
        use.name,
        use.following[1] if use.following[0] == "." else "",
        is_called=use.following[0] in {"(", "["},
        lesson_imports=lesson_imports,
    )
    if use.defined_on:
        sentence, remedies = _too_early(program, use)
    elif statement:
        sentence = f"“{use.name}” is not imported yet: the program needs “{statement}” at its top."
        remedies = (Remedy(f"Add “{statement}”", imports.addition(program, tree, statement)),)
    else:
        sentence, remedies = _unknown(program, use)
    first = use.tokens[0]
    return Problem(first.start, first.end, ERROR, TOPIC, sentence, remedies)


def _too_early(program: Program, use: _Use) -> tuple[str, tuple[Remedy, ...]]:
    line, name = program.line_at(use.tokens[0].start), shortened(use.name)
    if use.defined_on == line:
        sentence = f"“{name}” has no value yet: it gets its first one on this very line."
    else:
        sentence = (
            f"“{name}” has no value yet: it gets its first one on line {use.defined_on}, after "
            "this."
        )
    return sentence, ()


def _unknown(program: Program, use: _Use) -> tuple[str, tuple[Remedy, ...]]:
    meant, name = _meant(program, use), shortened(use.name)
    if meant:
        changes = _renamed(program, use, meant)
        written = changes[0].text
        other = use.name if written == meant else meant
        return (
            f"Nothing here is named “{name}”. Did you mean “{meant}”?",
            (Remedy(f"Write “{written}”{_where(changes, other)}", changes),),
        )
    if use.name == "self":
        return "“self” is known only in a method that has it as its first parameter.", ()
    if use.following[0] == "(":
        return (
            f"There is no function “{name}” yet. Define it above, or look at the spelling.",
            (),
        )
    return (
        (
            f"Nothing here is named “{name}” yet. Give it a value above; if it is a text, put it "
            "in quotes."
        ),
        (),
    )


def _where(changes: tuple[Change, ...], other: str) -> str:
    return f" for “{other}” in {len(changes)} places" if len(changes) > 1 else ""


def _meant(program: Program, use: _Use) -> str:
    """The name that was likely meant: one of the program's own, of Python's, or a statement."""
    if use.name in _ELSEWHERE:
        return _ELSEWHERE[use.name]
    own = {name for name in use.known if name.isidentifier() and name not in _BUILTINS}
    shown = {name for name in own if not name.startswith("__")}
    meant = closest(use.name, shown) or closest(use.name, _BUILTINS - _UNUSUAL)
    if meant or not _is_alone(program, use.tokens[0]):
        return meant
    slips = [word for word in _STATEMENTS if is_slip(use.name, word)]
    return slips[0] if slips else ""


def _is_alone(program: Program, token: Token) -> bool:
    code = program.code(program.line_at(token.start))
    return [one.start for one in code] == [token.start]


def _renamed(program: Program, use: _Use, meant: str) -> tuple[Change, ...]:
    """The changes that make uses and definition one name.

    Where the other name stands nowhere but in its definition, that is what was misspelt, if this
    one is used more than once or is a word of a text or comment too.
    """
    others = [one for one in program.tokens if one.kind == NAME and one.text == meant]
    written, texts = len(use.tokens), program.text.lower()
    is_known_word = texts.count(use.name.lower()) > written and texts.count(meant.lower()) == 1
    is_rarer = len(others) == 1 and (written > 1 or is_known_word)
    is_misspelt_there = is_rarer and not keyword.iskeyword(meant)
    if is_misspelt_there and meant not in _BUILTINS:
        return (Change(others[0].start, others[0].end, use.name),)
    return tuple(Change(one.start, one.end, meant) for one in use.tokens)
