"""Values that a program gave: read from JSON, compared by structure, shown short.

`groundwork.child.encoding` says how they are written. Plain values become Python's own; anything
else becomes an `Opaque`, which is its type's name and its `repr`. Nothing that a program's objects
claim of themselves reaches a comparison.
"""

from __future__ import annotations

import ast
import math
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass

_ADDRESS = re.compile(r" at 0x[0-9A-Fa-f]+")


class MalformedValueError(ValueError):
    """What came is no value that a child of ours would write."""


@dataclass(frozen=True, slots=True)
class Opaque:
    """An object that is no plain value. Its address is no part of it."""

    kind: str
    text: str

    def __repr__(self) -> str:
        """As the program shows it."""
        return self.text


@dataclass(frozen=True, slots=True, eq=False)
class TooLarge:
    """A value that did not fit; it is the same as no other."""

    kind: str

    def __repr__(self) -> str:
        """What there is to say of it."""
        return f"a {self.kind} too large to compare"


def decoded(json: object) -> object:
    """The value that was written so.

    Raises:
        MalformedValueError: nothing that a child of ours writes.
    """
    if json is None or isinstance(json, bool | int | str):
        return json
    try:
        match json:
            case [str(tag), content] if tag in _READERS:
                return _READERS[tag](content)
            case ["o", str(kind), str(text)]:
                return Opaque(kind, _ADDRESS.sub("", text))
    except (TypeError, ValueError, RecursionError, OverflowError) as error:
        raise MalformedValueError(str(error)) from error
    raise MalformedValueError(f"not a value: {json!r:.100}")


def _items(content: Iterable[object]) -> list[object]:
    return [decoded(item) for item in content]


_READERS: dict[str, Callable[..., object]] = {
    "i": lambda content: int(content, 16),
    "f": float,
    "b": bytes.fromhex,
    "l": _items,
    "t": lambda content: tuple(_items(content)),
    "s": lambda content: set(_items(content)),
    "z": lambda content: frozenset(_items(content)),
    "d": lambda content: {decoded(key): decoded(item) for key, item in content},
    "x": TooLarge,
}


def literal(written: str) -> object:
    """The value of a Python literal that an author wrote.

    Raises:
        ValueError: it is none.
    """
    try:
        return ast.literal_eval(written.strip())
    except (SyntaxError, TypeError, MemoryError, RecursionError) as error:
        raise ValueError(f"{written} is no Python literal") from error


def is_same(got: object, expected: object, tolerance: float = 0.0) -> bool:
    """Whether the two are equal as `==` says, but that True is not 1; numbers up to `tolerance`."""
    if isinstance(got, bool) or isinstance(expected, bool):
        return got is expected
    if isinstance(got, int | float) and isinstance(expected, int | float):
        return _are_near(got, expected, tolerance)
    if isinstance(got, list | tuple) and type(got) is type(expected):
        return _are_rows_same(got, expected, tolerance)
    if isinstance(got, dict) and isinstance(expected, dict):
        return got.keys() == expected.keys() and all(
            is_same(got[key], expected[key], tolerance) for key in got
        )
    if isinstance(got, Opaque) and not isinstance(expected, Opaque):
        return got == Opaque(type(expected).__name__, repr(expected))
    return got == expected


def _are_near(got: float, expected: float, tolerance: float) -> bool:
    if got == expected or (got != got and expected != expected):  # noqa: PLR0124 - so NaN is found
        return True
    try:
        return abs(got - expected) <= tolerance and not math.isinf(got - expected)
    except OverflowError:
        return False


def _are_rows_same(
    got: list[object] | tuple[object, ...],
    expected: list[object] | tuple[object, ...],
    tolerance: float,
) -> bool:
    return len(got) == len(expected) and all(
        is_same(one, other, tolerance) for one, other in zip(got, expected, strict=True)
    )


def shown(value: object) -> str:
    """The value as Python writes it."""
    try:
        return repr(value)
    except ValueError:  # a whole number of more digits than Python likes to write
        return "a whole number of thousands of digits"
