"""Values of a program as JSON text, written by their structure alone.

The program may have put anything into `builtins`, and its objects may claim anything of themselves.
So this module looks names up in builtins of its own, asks types and not objects, and reads lists
and the like by the methods of their base types.

`None`, booleans, texts and short whole numbers are themselves in JSON. The rest are arrays:
`["i", hex]` a long whole number, `["f", repr]` a float, `["b", hex]` bytes, `["l", items]` a list,
`["t", items]` a tuple, `["s", items]` a set, `["z", items]` a frozen set, `["d", pairs]` a
dictionary, `["o", type, repr]` any other object, and `["x", type]` what is too large to tell.
A subclass is told as the base that it is made of.
"""

from __future__ import annotations

import builtins
from _json import encode_basestring_ascii as quoted

globals()["__builtins__"] = {**vars(builtins)}  # the program may change the module

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

MOST_CHARACTERS = 1_000_000
"""A value whose JSON is longer is too large to tell."""

_DEEPEST = 60
_LONGEST_REPR = 2000
_SHORT = 10**15

_ancestry = type.__dict__["__mro__"].__get__
_name = type.__dict__["__qualname__"].__get__


class TooLargeError(Exception):
    """The value does not fit."""


def encoded(value: object) -> str:
    """The value as JSON."""
    try:
        return Writer().text(value, 0)
    except TooLargeError:
        return f'["x",{quoted(_name(type(value)))}]'


class Writer:
    """Writes one value and watches how long it becomes."""

    def __init__(self) -> None:
        self._room = MOST_CHARACTERS

    def text(self, value: object, depth: int) -> str:
        """The value as JSON; `depth` tells how many others it is in."""
        if value is None or value is True or value is False:
            return "null" if value is None else "true" if value is True else "false"
        if depth > _DEEPEST:
            return self._fitting(f'["o",{quoted(_name(type(value)))},"..."]')
        for base in _ancestry(type(value)):
            if base in _SIMPLE:
                return self._fitting(_SIMPLE[base](value))
            if base in _ROWS:
                tag, items = _ROWS[base]
                return self._row(tag, items(value), depth)
            if base is dict:
                return self._pairs(value, depth)  # type: ignore[arg-type]  # by its ancestry
        return self._fitting(self.other(value))

    def other(self, value: object) -> str:
        """What is no plain value."""
        return _described(value)

    def _row(self, tag: str, items: Iterator[object], depth: int) -> str:
        self._room -= 1
        return f'["{tag}",[' + ",".join([self.text(item, depth + 1) for item in items]) + "]]"

    def _pairs(self, value: dict[object, object], depth: int) -> str:
        self._room -= 1
        pairs = [
            f"[{self.text(key, depth + 1)},{self.text(item, depth + 1)}]"
            for key, item in dict.items(value)
        ]
        return '["d",[' + ",".join(pairs) + "]]"

    def _fitting(self, text: str) -> str:
        self._room -= len(text) + 1
        if self._room < 0:
            raise TooLargeError
        return text


def _whole_number(value: int) -> str:
    if -_SHORT < int.__add__(value, 0) < _SHORT:
        return int.__repr__(value)
    if int.bit_length(value) > 4 * MOST_CHARACTERS:
        raise TooLargeError
    return f'["i","{int.__format__(value, "x")}"]'


def _text(value: str) -> str:
    if str.__len__(value) > MOST_CHARACTERS:
        raise TooLargeError
    return quoted(value)


def _bytes(value: bytes) -> str:
    if bytes.__len__(value) > MOST_CHARACTERS:
        raise TooLargeError
    return f'["b","{bytes.hex(value)}"]'


def _described(value: object) -> str:
    name = _name(type(value))
    try:
        text = str.__str__(repr(value))
    except BaseException:  # noqa: BLE001 - the program's own __repr__ may raise anything
        text = f"<{name} that cannot be shown>"
    return f'["o",{quoted(name)},{quoted(text[:_LONGEST_REPR])}]'


_SIMPLE: dict[type, Callable[..., str]] = {
    int: _whole_number,
    float: lambda value: f'["f","{float.__repr__(value)}"]',
    str: _text,
    bytes: _bytes,
}
_ROWS: dict[type, tuple[str, Callable[..., Iterator[object]]]] = {
    list: ("l", list.__iter__),
    tuple: ("t", tuple.__iter__),
    set: ("s", set.__iter__),
    frozenset: ("z", frozenset.__iter__),
}
