"""Where the name at a place is defined."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path

from jedi.api.classes import Name

from groundwork.language.protocol import Answer, Define, Nothing, Place, Places, Refused
from groundwork.language.service.naming.meaning import Meanings
from groundwork.language.service.naming.program import Program
from groundwork.language.service.naming.using import found_at
from groundwork.language.service.scripts import Scripts

_STUB = ".pyi"
_OTHER_PATHS = "ntpath" if os.name == "posix" else "posixpath"
"""The module that is not `os.path` here; Jedi takes both for it."""


def answer(scripts: Scripts, question: Define) -> Answer:
    """The places; of a name that is defined where it stands, that very place."""
    source = question.source
    script = scripts.script(source)
    name = scripts.name_in(script, question.line, question.column)
    if not name:
        return Nothing()
    found = scripts.definitions(script, question.line, question.column)
    likely = (behind for one in _likely(found) for behind in _behind(one, source.folder))
    readable = [one for one in likely if _can_be_read(one)]
    if readable:
        places = {_place(one, source.folder) for one in readable}
        return Places(tuple(sorted(places, key=lambda one: _nearness(one, source.name))))
    if found:
        return Refused(_unreadable(name, found[0]))
    place = _bound_at(scripts, question)
    if place is not None:
        return Places((place,))
    return Refused(f"Where {name} comes from cannot be told before the program runs.")


def _bound_at(scripts: Scripts, question: Define) -> Place | None:
    """Where the name got its value last, by its scope alone; Jedi cannot read `match` yet."""
    program = Program([question.source])
    start = found_at(program, question.source.name, question.line, question.column)
    if start is None:
        return None
    same = Meanings(scripts, program, most_asked=0).of(start).certain
    bound = sorted(found.occurrence.place for found in same if found.occurrence.is_binding)
    before = [place for place in bound if place <= start.occurrence.place]
    for place in before[-1:] or bound[:1]:
        return Place(question.source.name, *place)
    return None


def _likely(found: Iterable[Name]) -> list[Name]:
    names = list(found)
    ours = [one for one in names if Path(one.module_path or "").stem != _OTHER_PATHS]
    return ours or names


def _behind(name: Name, folder: str) -> list[Name]:
    """The function itself where a library only gives it another name, as `random` does."""
    path = name.module_path
    if name.type != "statement" or path is None or path.is_relative_to(folder):
        return [name]
    functions = [one for one in name.infer() if one.type == "function" and _can_be_read(one)]
    return functions or [name]


def _can_be_read(name: Name) -> bool:
    return name.module_path is not None and name.module_path.suffix != _STUB


def _place(name: Name, folder: str) -> Place:
    path = Path(name.module_path or "")
    inside = path.is_relative_to(folder)
    file = path.relative_to(folder).as_posix() if inside else str(path)
    return Place(file, name.line or 1, name.column or 0)


def _nearness(place: Place, asked_in: str) -> tuple[bool, bool, str, int, int]:
    """What comes first: the same file, then the example's, and of each what stands first."""
    is_library = Path(place.file).is_absolute()
    return place.file != asked_in, is_library, place.file, place.line, place.column


def _unreadable(name: str, found: Name) -> str:
    if found.module_name == "builtins":
        return f"{name} is built into Python; there is no source of it to read."
    return f"{name} belongs to {found.module_name}, which has no source in Python to read."
