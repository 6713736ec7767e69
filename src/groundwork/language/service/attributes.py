"""What can stand behind a dot, the most likely first."""

from __future__ import annotations

import re
from collections.abc import Iterator

from jedi.inference.base_value import ValueSet

from groundwork.language.protocol import Candidate
from groundwork.language.service.cursor import Cursor
from groundwork.language.service.guessing import guessed_attributes
from groundwork.language.service.likely import (
    ATTRIBUTES,
    USUAL_ON,
    hiddenness,
    is_exception,
)
from groundwork.language.service.members import MEMBERS, is_own
from groundwork.language.service.probe import Probe

_IMPORT = re.compile(r"^[ \t]*(?:from|import)\b.*", re.MULTILINE)
_USED = re.compile(r"(?<=\.)[^\W\d]\w*")
_UNUSUAL = len(ATTRIBUTES)
_VAGUE = ("NoneType", "object")


def attribute_candidates(probe: Probe, cursor: Cursor) -> list[Candidate]:
    """The attributes of what stands in front of the dot; guesses where nobody knows what it is.

    First come those that the program uses of the same thing, then those that it defines itself or
    uses of something else, then what programs use most.
    """
    values = probe.values_of(cursor.tokens[-2].start)
    before, behind = cursor.text[: cursor.start], cursor.text[cursor.end :]
    code = _IMPORT.sub("", f"{before} {behind}")
    used = set(_USED.findall(code))
    found = {} if _is_unknown(values) else MEMBERS.of(values)
    found = found or guessed_attributes(probe, cursor, used)
    used_here = set(_used_on(_owner(cursor), code))
    usual = _usual_on(values)
    wants_exception = cursor.tokens[0].text in ("raise", "except")
    places = {name: place for place, name in enumerate(found)}

    def likelihood(name: str) -> tuple[object, ...]:
        return (
            hiddenness(name),
            wants_exception and not is_exception(name),
            name not in used_here,
            not found[name].is_own,
            name not in used,
            usual.get(name, _UNUSUAL),
            ATTRIBUTES.get(name, _UNUSUAL),
            found[name].kind == "module",
            places[name],
        )

    return [Candidate(name, found[name].kind) for name in sorted(found, key=likelihood)]


def _is_unknown(values: ValueSet) -> bool:
    """Whether all that is known is that it is any object, or that there may be none."""
    return all(value.is_instance() and value.py__name__() in _VAGUE for value in values)


def _usual_on(values: ValueSet) -> dict[str, int]:
    """The places of attributes among those that are used most of such things."""
    usual: dict[str, int] = {}
    for value in values:
        if not (value.is_module() or value.is_namespace()):
            kind = value if value.is_class() else value.py__class__()
            kinds = kind.py__mro__() if is_own(kind) else (kind,)
            for one in kinds:
                usual |= USUAL_ON.get(one.py__name__(), {})
    return usual


def _owner(cursor: Cursor) -> str:
    """The names in front of the dot, as in `self.items`; empty where it is no plain name."""
    words: list[str] = []
    for token in reversed(cursor.tokens[:-1]):
        is_dot = bool(len(words) % 2)
        if (token.text == ".") is not is_dot or (token.kind != "name" and not is_dot):
            break
        words.append(token.text)
    return "".join(reversed(words)).lstrip(".")


def _used_on(owner: str, code: str) -> Iterator[str]:
    """The attributes that the program uses of it elsewhere."""
    if owner:
        for match in re.finditer(rf"(?<![\w.]){re.escape(owner)}\.([^\W\d]\w*)", code):
            yield match[1]
