"""What an import statement may name."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from jedi.inference.base_value import ValueSet
from jedi.inference.imports import Importer

from groundwork.language.protocol import Candidate
from groundwork.language.service.cursor import Cursor, Token
from groundwork.language.service.likely import EXPORTS, MODULES, hiddenness
from groundwork.language.service.members import MEMBERS, Member
from groundwork.language.service.probe import Probe

_WORD = re.compile(r"[^\W\d]\w*")


class Import(NamedTuple):
    """What has been written of an import: the module in front of the last dot or of `import`.

    `level` counts the leading dots. `taken` are the names that the statement already imports;
    `is_from` tells whether names of the module are asked for, not modules in it.
    """

    names: tuple[str, ...]
    level: int
    is_from: bool
    taken: frozenset[str]


def import_at(cursor: Cursor) -> Import | None:
    """What is imported where the cursor is; None where the place is for no name of a module."""
    first, *rest = cursor.tokens
    words = [token.text for token in rest]
    if first.text == "from" and "import" in words:
        at = words.index("import")
        names, level = _dotted(rest[:at])
        taken = frozenset(token.text for token in rest[at + 1 :] if token.kind == "name")
        is_place = words[-1] in ("import", ",", "(")
        return Import(names, level, is_from=True, taken=taken) if is_place else None
    if "," in words:
        rest = rest[len(words) - words[::-1].index(",") :]
    if rest and rest[-1].kind == "name":
        return None
    names, level = _dotted(rest)
    return Import(names, level, is_from=False, taken=frozenset())


def _dotted(tokens: list[Token]) -> tuple[tuple[str, ...], int]:
    names = tuple(token.text for token in tokens if token.kind == "name")
    level = 0
    for token in tokens:
        if set(token.text) != {"."}:
            break
        level += len(token.text)
    return names, level


def import_candidates(probe: Probe, cursor: Cursor, lesson_names: Sequence[str]) -> list[Candidate]:
    """The modules, or the names of a module, that can stand there; the most likely first."""
    wanted = import_at(cursor)
    if wanted is None:
        return []
    kinds = dict.fromkeys(module_names(probe, wanted), "module")
    if wanted.is_from:
        found = MEMBERS.of(imported_module(probe, wanted))
        kinds = {name: member.kind for name, member in found.items()} | kinds
    usual = EXPORTS if wanted.is_from else MODULES
    in_lesson, in_text = frozenset(lesson_names), set(_WORD.findall(_without_word(cursor)))

    def likelihood(name: str) -> tuple[object, ...]:
        return (
            hiddenness(name),
            name not in in_text,
            name not in in_lesson,
            usual.get(name, len(usual)),
            kinds[name] == "module" and wanted.is_from,
            name.lower(),
        )

    return [
        Candidate(name, kinds[name])
        for name in sorted(kinds, key=likelihood)
        if name not in wanted.taken
    ]


def _without_word(cursor: Cursor) -> str:
    return cursor.text[: cursor.start] + cursor.text[cursor.end :]


def module_names(probe: Probe, wanted: Import) -> list[str]:
    """The modules that can be named there."""
    importer = _importer(probe, wanted)
    names = importer.completion_names(probe.context.inference_state, only_modules=True)
    return list(dict.fromkeys(name.string_name for name in names))


def imported_module(probe: Probe, wanted: Import) -> ValueSet:
    """The module whose names can stand there."""
    found: ValueSet = _importer(probe, wanted).follow()
    return found


def _importer(probe: Probe, wanted: Import) -> Importer:
    state = probe.context.inference_state
    return Importer(state, wanted.names, probe.context, wanted.level)


def star_members(probe: Probe) -> dict[str, Member]:
    """What the program has from `from … import *`."""
    found: dict[str, Member] = {}
    for node in probe.tree.iter_imports():
        if node.is_star_import():
            names = tuple(name.value for name in node.get_from_names())
            wanted = Import(names, node.level, is_from=True, taken=frozenset())
            found |= MEMBERS.of(imported_module(probe, wanted))
    return {name: one for name, one in found.items() if not hiddenness(name)}
