"""Keys of a dictionary, for a string that is to be one."""

from __future__ import annotations

import re
from collections.abc import Iterator

from groundwork.language.service.cursor import Cursor, Token
from groundwork.language.service.places import ends_value
from groundwork.language.service.probe import Probe

_METHODS = ("get", "pop", "setdefault")
_KEY = r"""(?P<quote>["'])(?P<key>[^"'\\\r\n]*)(?P=quote)"""
_SOME_KEY = re.compile(
    rf"(?:{_KEY}\s*:)|(?:\[\s*{_KEY.replace('quote', 'q').replace('key', 'k')}\s*\])"
)
_LONGEST = 60


def owner_of_key(cursor: Cursor) -> Token | None:
    """The last piece of the expression of which the string at the cursor is to be a key."""
    tokens = cursor.tokens
    match [token.text for token in tokens[-4:]]:
        case [*_, _, "["]:
            return tokens[-2] if ends_value(tokens[-2]) else None
        case [_, ".", "get" | "pop" | "setdefault", "("]:
            return tokens[-4]
    return None


def key_names(probe: Probe, cursor: Cursor, owner: Token) -> list[str]:
    """The keys that the dictionary is known to have; then others that the program uses."""
    found = sorted(_inferred(probe, owner))
    if owner.kind == "name":
        found += _used_on(cursor.text, owner.text, cursor.start)
    if not found:
        found = [match["key"] or match["k"] or "" for match in _SOME_KEY.finditer(cursor.text)]
    return [key for key in dict.fromkeys(found) if key and len(key) <= _LONGEST]


def _inferred(probe: Probe, owner: Token) -> Iterator[str]:
    for value in probe.values_of(owner.start):
        if getattr(value, "array_type", None) == "dict" and hasattr(value, "get_key_values"):
            for key in value.get_key_values():
                text = key.get_safe_value(default=None)
                if isinstance(text, str):
                    yield text


def _used_on(text: str, name: str, cursor: int) -> Iterator[str]:
    """Keys with which the name is used in the text, other than at the cursor."""
    pattern = rf"\b{re.escape(name)}\s*(?:\[|\.(?:{'|'.join(_METHODS)})\()\s*{_KEY}"
    for match in re.finditer(pattern, text):
        if not match.start("key") <= cursor <= match.end("key"):
            yield match["key"]
