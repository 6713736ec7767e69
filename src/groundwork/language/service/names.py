"""Names that can stand by themselves where the cursor is, the most likely first."""

from __future__ import annotations

import builtins
from collections.abc import Iterable, Iterator
from keyword import iskeyword
from typing import NamedTuple

from groundwork.language.protocol import Candidate, Complete
from groundwork.language.service.cursor import Cursor
from groundwork.language.service.definitions import kind_by_spelling
from groundwork.language.service.keyword_arguments import KEYWORD_ARGUMENTS
from groundwork.language.service.likely import (
    BUILTINS,
    DECORATORS,
    MODULES,
    hiddenness,
    is_exception,
)
from groundwork.language.service.modules import star_members
from groundwork.language.service.places import Place
from groundwork.language.service.probe import Probe
from groundwork.language.service.statements import snippets, statement_keywords, value_keywords
from groundwork.language.service.visible_names import visible_names

_ITERABLES = ("range", "enumerate", "zip", "sorted", "reversed", "list", "map", "filter")
_TYPES = ("str", "int", "list", "dict", "bool", "float", "set", "tuple", "bytes", "object")
_FIRST = {
    Place.ITERABLE: _ITERABLES,
    Place.TYPE: _TYPES,
    Place.DECORATOR: ("property", "staticmethod", "classmethod"),
}
_MODULE_NAMES = ("__name__", "__file__", "__doc__")


class _Found(NamedTuple):
    """A candidate, and how likely it is: smaller is likelier."""

    likelihood: tuple[int, ...]
    candidate: Candidate


def _builtin_kinds() -> dict[str, str]:
    kinds = {}
    for name, value in vars(builtins).items():
        if not name.startswith("_") and name not in ("None", "True", "False"):
            is_class = isinstance(value, type)
            kinds[name] = "class" if is_class else "function" if callable(value) else "variable"
    return kinds


_BUILTIN_KINDS = _builtin_kinds()
_ARGUMENT, _FITTING, _OWN, _KEYWORD, _LESSON, _BUILTIN, _REST = range(7)
"""What comes before what."""

_FAR, _SOME = 1_000, 8
"""Behind all names of the program, however far out they are bound; behind the first builtins."""


def name_candidates(
    probe: Probe, cursor: Cursor, place: Place, question: Complete
) -> list[Candidate]:
    """Names, keywords and snippets that can stand there."""
    found = [
        *_arguments(probe, cursor),
        *_own_names(probe, place),
        *_keywords(cursor, place, question.taught),
        *_lesson_names(question.lesson_names),
        *_builtins(place),
    ]
    found.sort(key=lambda one: (hiddenness(one.candidate.name), one.likelihood))
    by_name: dict[str, Candidate] = {}
    for one in found:
        by_name.setdefault(one.candidate.name, one.candidate)
    return list(by_name.values())


def _arguments(probe: Probe, cursor: Cursor) -> Iterator[_Found]:
    has_sign = cursor.text[cursor.end :].lstrip(" ").startswith("=")
    for order, name in enumerate(KEYWORD_ARGUMENTS.names(probe, cursor)):
        insert = name if has_sign else ""
        yield _Found((_ARGUMENT, order), Candidate(f"{name}=", "parameter", insert=insert))


def _own_names(probe: Probe, place: Place) -> Iterator[_Found]:
    for one in visible_names(probe):
        level = _OWN
        if one.definition is None:
            level = _REST
        elif _fits(place, one.name, one.kind):
            level = _FITTING
        yield _Found((level, *one.order), Candidate(one.name, one.kind))
    for member in star_members(probe).values():
        yield _Found((_OWN, _FAR), Candidate(member.name, member.kind))
    for name in _MODULE_NAMES:
        yield _Found((_REST,), Candidate(name, "variable"))


def _fits(place: Place, name: str, kind: str) -> bool:
    """Whether the name is of the sort that is wanted there more than any other."""
    if place is Place.EXCEPTION:
        return is_exception(name)
    if place is Place.DECORATOR:
        return kind == "function" or name in DECORATORS
    if place is Place.TYPE:
        return kind == "class"
    if place is Place.ITERABLE:
        return kind in ("variable", "parameter")
    return False


def _keywords(cursor: Cursor, place: Place, taught: tuple[str, ...]) -> Iterator[_Found]:
    if place is Place.STATEMENT:
        keywords = statement_keywords(cursor)
        for order, keyword in enumerate(keywords):
            yield _Found((_KEYWORD, order), Candidate(keyword, "keyword"))
        for order, snippet in enumerate(snippets(keywords, taught)):
            yield _Found((_KEYWORD, len(keywords) + order), snippet)
    elif place in (Place.DECORATOR, Place.TYPE, Place.EXCEPTION):
        return
    else:
        for order, keyword in enumerate(value_keywords(cursor)):
            yield _Found((_BUILTIN, _FAR, _SOME + order), Candidate(keyword, "keyword"))


def _lesson_names(names: Iterable[str]) -> Iterator[_Found]:
    for order, name in enumerate(names):
        if not iskeyword(name):
            yield _Found((_LESSON, order), Candidate(name, _kind_in_lesson(name)))


def _kind_in_lesson(name: str) -> str:
    """What a name of the lesson is: by what it is to all, or else how it is spelt."""
    if name in _BUILTIN_KINDS:
        return _BUILTIN_KINDS[name]
    if name in MODULES:
        return "module"
    return "class" if kind_by_spelling(name) == "class" else "variable"


def _builtins(place: Place) -> Iterator[_Found]:
    first = _FIRST.get(place, ())
    for name, kind in _BUILTIN_KINDS.items():
        level = _BUILTIN if name in BUILTINS else _REST
        if name in first or (place is Place.EXCEPTION and is_exception(name)):
            level = _FITTING
        order = (level, _FAR, BUILTINS.get(name, len(BUILTINS)))
        yield _Found(order, Candidate(name, kind))
