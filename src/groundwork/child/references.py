"""Values on their way between an author's process and the learner's.

From the learner's to the author's they are JSON as `groundwork.child.encoding` writes it, but that
an object that is no plain value is `["r", number, type]`, and a class of exceptions
`["e", number, classes]`: what has a number stays where it is, and is asked by it.

From the author's to the learner's they are literals of Python: plain values as they are, containers
as pairs of a letter and the items, `("r", number)` for an object of the learner's, and
`("c", number)` for a function of the author's.
"""

from __future__ import annotations

import builtins
from _json import encode_basestring_ascii as quoted

from groundwork.child.encoding import TooLargeError, Writer
from groundwork.child.raised import class_names

globals()["__builtins__"] = {**vars(builtins)}  # the program may change the module

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

_NUMBERS = {"inf": float("inf"), "nan": float("nan"), "__builtins__": {}}
_name = type.__dict__["__qualname__"].__get__
_ancestry = type.__dict__["__mro__"].__get__


class References:
    """The learner's side: the objects that the author's process knows by number."""

    def __init__(self) -> None:
        self._objects: list[object] = []

    def number_of(self, value: object) -> int:
        """The number of an object, a new one each time."""
        self._objects.append(value)
        return len(self._objects) - 1

    def encoded(self, value: object) -> str:
        """The value as JSON; objects get numbers."""
        try:
            return _ReferringWriter(self).text(value, 0)
        except TooLargeError:
            return f'["r",{self.number_of(value)},{quoted(_name(type(value)))}]'

    def decoded(self, written: Any, callback: Callable[[int], object]) -> object:  # noqa: ANN401 - a literal
        """The value of a literal; `callback` makes a function that calls the author's."""
        if type(written) is not tuple:
            return written
        letter, content = written
        if letter == "r":
            return self._objects[content]
        if letter == "c":
            return callback(content)
        items: list[Any] = [self.decoded(item, callback) for item in content]
        if letter == "d":
            return dict(items)
        return {"l": list, "t": tuple, "s": set, "z": frozenset}[letter](items)


class _ReferringWriter(Writer):
    """Gives numbers to what is no plain value."""

    def __init__(self, references: References) -> None:
        super().__init__()
        self._references = references

    def other(self, value: object) -> str:
        number = self._references.number_of(value)
        if type in _ancestry(type(value)) and BaseException in _ancestry(value):
            return f'["e",{number},{class_names(value)}]'  # type: ignore[arg-type]  # a class
        return f'["r",{number},{quoted(_name(type(value)))}]'


def read_request(line: str) -> tuple[object, ...]:
    """The literal in a line that the author's process wrote; our own process passes it on."""
    request: tuple[object, ...] = eval(line, {**_NUMBERS})  # noqa: S307 - see above
    return request
