"""What can stand behind a dot, the most likely first."""

from __future__ import annotations

import re
from collections.abc import Iterable

from groundwork.language.protocol import Candidate
from groundwork.language.service.cursor import Cursor
from groundwork.language.service.likely import ATTRIBUTES, GUESSES, hiddenness, is_exception
from groundwork.language.service.members import MEMBERS
from groundwork.language.service.probe import Probe

_USED = re.compile(r"(?<=\.)[^\W\d]\w*")
_UNUSUAL = len(ATTRIBUTES)


def attribute_candidates(probe: Probe, cursor: Cursor) -> list[Candidate]:
    """The attributes of what stands in front of the dot; guesses where nobody knows what it is.

    First come those that the program uses of the same thing, then those that it uses of another,
    then what programs use most.
    """
    found = MEMBERS.of(probe.values_of(cursor.tokens[-2].start), probe.source.folder)
    used_here = set(_used_on(cursor, _owner(cursor)))
    used = {match.group() for match in _USED.finditer(cursor.text) if _is_other(match, cursor)}
    own = {member.name for member in found.values() if member.is_own}
    kinds = {name: member.kind for name, member in found.items()} or _guesses(used)
    wants_exception = cursor.tokens[0].text in ("raise", "except")
    places = {name: place for place, name in enumerate(kinds)}

    def likelihood(name: str) -> tuple[object, ...]:
        return (
            hiddenness(name),
            wants_exception and not is_exception(name),
            name not in used_here,
            name not in own,
            name not in used,
            ATTRIBUTES.get(name, _UNUSUAL),
            kinds[name] == "module",
            places[name],
        )

    return [Candidate(name, kinds[name]) for name in sorted(kinds, key=likelihood)]


def _owner(cursor: Cursor) -> str:
    """The names in front of the dot, as in `self.items`; empty where it is no plain name."""
    words: list[str] = []
    for token in reversed(cursor.tokens[:-1]):
        if token.kind != "name" and token.text != ".":
            break
        if words and token.kind == "name" and words[-1] != ".":
            break
        words.append(token.text)
    return "".join(reversed(words))


def _used_on(cursor: Cursor, owner: str) -> Iterable[str]:
    if owner and owner[0] != ".":
        for match in re.finditer(rf"(?<![\w.]){re.escape(owner)}\.(\w+)", cursor.text):
            if match.start(1) != cursor.start:
                yield match[1]


def _is_other(match: re.Match[str], cursor: Cursor) -> bool:
    return match.start() != cursor.start


def _guesses(used: set[str]) -> dict[str, str]:
    """What is used on whatever in the program, and what programs use most."""
    return dict.fromkeys((*sorted(used), *GUESSES), "method")
