"""What pyflakes finds: names that are not defined, imports that are not used, and the like."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from typing import Any, NamedTuple

from pyflakes import checker

from groundwork.language.service.problems import imports
from groundwork.language.service.problems.program import (
    Change,
    Problem,
    Program,
    Remedy,
    shortened,
)
from groundwork.language.service.problems.sayings import SAYINGS
from groundwork.language.service.problems.tokens import NAME, STRING, Token
from groundwork.language.service.problems.undefined import Undefined, undefined_problems

_HEADER_NODES = (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef, ast.ExceptHandler, ast.If)


class _Flake(NamedTuple):
    """A message of pyflakes: its class, its node, what it tells, and the scopes that it was in."""

    kind: str
    node: ast.AST
    details: tuple[Any, ...]
    scopes: tuple[dict[str, Any], ...]


class _Checker(checker.Checker):  # type: ignore[misc]  # pyflakes has no annotations
    """Keeps with each message what it is about."""

    def report(self, kind: type[Any], node: ast.AST, *details: object, **_: object) -> None:
        """Take a message down; pyflakes calls this."""
        made = kind(self.filename, node, *details)
        told = made.message_args if isinstance(made.message_args, tuple) else (made.message_args,)
        scopes = tuple(
            scope
            for scope in self.scopeStack
            if scope is self.scope or not isinstance(scope, checker.ClassScope)
        )
        self.noted.append(_Flake(kind.__name__, node, told, scopes))

    @property
    def noted(self) -> list[_Flake]:
        """All messages so far."""
        flakes: list[_Flake] = self.__dict__.setdefault("_noted", [])
        return flakes


def name_problems(
    program: Program, tree: ast.Module, lesson_imports: str, unread: frozenset[str]
) -> Iterator[Problem]:
    """What pyflakes finds; nothing that depends on the words of statements that were left out.

    `lesson_imports` are import statements of programs of the same lesson.
    """
    noted = _Checker(tree, "").noted
    is_import_unread = bool(unread & {"import", "from"})
    undefined = [
        Undefined(flake.node, str(flake.details[0]), flake.scopes)
        for flake in noted
        if flake.kind == "UndefinedName" and not is_import_unread
    ]
    known = [one for one in undefined if one.name not in unread]
    yield from undefined_problems(program, tree, known, lesson_imports)
    early = {one.name for one in undefined} | {
        str(flake.details[0]) for flake in noted if flake.kind == "UndefinedLocal"
    }
    for flake in noted:
        is_echo = flake.kind == "UnusedVariable" and str(flake.details[0]) in early
        if flake.kind != "UndefinedName" and not is_echo and not _words(flake) & unread:
            yield from _problem(program, flake)


def _words(flake: _Flake) -> set[str]:
    return {word for told in flake.details for word in re.findall(r"\w+", str(told))}


def _problem(program: Program, flake: _Flake) -> Iterator[Problem]:
    saying = SAYINGS.get(flake.kind)
    if saying is None or not saying.sentence:
        return
    details = flake.details
    if flake.kind == "UnusedImport":
        details = (imports.bound_name(flake.node, str(details[0])),)
    start, end = _span(program, flake.node, str(details[0]) if details else "")
    sentence = saying.sentence.format(*(_plain(detail) for detail in details))
    remedies = tuple(_remedies(program, flake, start, end))
    yield Problem(start, end, saying.severity, saying.topic, sentence, remedies)


def _plain(detail: object) -> object:
    plain = detail.decode("utf-8", "replace") if isinstance(detail, bytes) else detail
    return shortened(plain) if isinstance(plain, str) else plain


def _span(program: Program, node: ast.AST, name: str) -> tuple[int, int]:
    """The name within the node if it is there, else the node; of a block its first line."""
    start = program.offset_of_bytes(node.lineno, node.col_offset)  # type: ignore[attr-defined]
    end = program.offset_of_bytes(node.end_lineno, node.end_col_offset)  # type: ignore[attr-defined]
    if isinstance(node, _HEADER_NODES):
        end = program.line_end(program.line_at(start))
    named = [t for t in program.tokens_between(start, end) if t.kind == NAME and t.text == name]
    if named and not isinstance(node, ast.Dict):
        token = named[-1] if isinstance(node, ast.Import | ast.ImportFrom) else named[0]
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and len(named) > 1:
            token = named[-1]
        return token.start, token.end
    return start, min(end, program.line_end(program.line_at(start)))


def _remedies(program: Program, flake: _Flake, start: int, end: int) -> Iterator[Remedy]:
    if flake.kind == "UnusedImport":
        changes = imports.removal(program, flake.node, str(flake.details[0]))
        if changes:
            yield Remedy("Remove the import", changes)
    elif flake.kind == "IsLiteral":
        yield from _equality(program.tokens_between(start, end))
    elif flake.kind == "FStringMissingPlaceholders":
        yield from _without_prefix(program.tokens_between(start, end))
    elif flake.kind == "ReturnOutsideFunction":
        yield from _into_function(program, program.line_at(start))
    elif flake.kind == "RaiseNotImplemented":
        for token in program.tokens_between(start, end):
            if token.text == "NotImplemented":
                change = Change(token.start, token.end, "NotImplementedError")
                yield Remedy("Write “NotImplementedError”", (change,))


def _into_function(program: Program, line: int) -> Iterator[Remedy]:
    """Indent the line as the block just above it, where that is the inside of a function."""
    above = next((number for number in range(line - 1, 0, -1) if program.code(number)), 0)
    if above != line - 1 or program.indentation(line):
        return
    first = above
    while first > 1 and (program.indentation(first) or not program.code(first)):
        first -= 1
    if first < above and program.code(first)[0].text in {"def", "async"}:
        place, level = program.offset(line), program.indentation(first + 1)
        yield Remedy(f"Indent line {line}", (Change(place, place, level),))


def _equality(tokens: list[Token]) -> Iterator[Remedy]:
    """`is` and `is not` as `==` and `!=`, where there is one of them."""
    places = [index for index, token in enumerate(tokens) if token.text == "is"]
    if len(places) != 1 or places[0] + 1 >= len(tokens):
        return
    first, second = tokens[places[0]], tokens[places[0] + 1]
    is_negative = second.text == "not"
    sign, last = ("!=", second) if is_negative else ("==", first)
    yield Remedy(f"Write “{sign}”", (Change(first.start, last.end, sign),))


def _without_prefix(tokens: list[Token]) -> Iterator[Remedy]:
    """A text without its f; not where it has braces written twice, which would show then."""
    if (
        len(tokens) != 1
        or tokens[0].kind != STRING
        or "{" in tokens[0].text
        or "}" in tokens[0].text
    ):
        return
    text = tokens[0].text
    place = tokens[0].start + min(i for i in (text.find("f"), text.find("F")) if i >= 0)
    yield Remedy("Remove the f", (Change(place, place + 1, ""),))
