"""The author's side of a check written in Python: the learner's program, far away, as objects."""

# ruff: noqa: ANN401 - what goes through here is whatever authors and learners make
from __future__ import annotations

import builtins
import json

from groundwork.child.first_line import Lines

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from groundwork.child.channel import Channel

_SHORT = 60


class GoneError(BaseException):
    """The learner's program answers no more."""


class FromLearner:
    """Marks an exception that the learner's program has raised, and keeps what was told of it."""

    told: str = ""
    call: str = ""


class Link:
    """Asks the learner's process, and does for it what it asks meanwhile."""

    def __init__(self, channel: Channel, lines: Lines) -> None:
        self._channel = channel
        self._lines = lines
        self._callbacks: list[Callable[..., object]] = []
        self._classes: dict[str, type[BaseException]] = {}
        self.last_call = ""

    def ask(self, operation: str, *arguments: Any, label: str = "", **named: Any) -> Any:
        """What the operation gives there; raises what it raises there."""
        if operation == "call":
            self.last_call = label
        request = operation, self.written([*arguments]), self.written(named)
        self._channel.tell("ask", json.dumps(ascii(request)))
        while True:
            kind, *parts = self._next()
            if kind == "reply":
                self._take_changes(arguments, parts[1])
                return self.read(parts[0], label)
            if kind == "raised":
                raise self._exception(parts, label)
            self._call_back(*parts)

    def agrees(self, *parts: str) -> bool:
        """Whether those who compare say that two values are the same."""
        self._channel.tell("compare", *parts)
        return bool(self._next()[1])

    def _next(self) -> list[Any]:
        line = self._lines.next()
        if not line:
            raise GoneError
        return list(json.loads(line))

    def _call_back(self, number: int, arguments: Any, named: Any) -> None:
        function = self._callbacks[number]
        value = function(*self.read(arguments, ""), **self.read(named, ""))
        self._channel.tell("ask", json.dumps(ascii(("answer", self.written(value), None))))

    def _take_changes(self, arguments: tuple[Any, ...], changes: Any) -> None:
        """Let lists that were handed over become what they have become there."""
        for own, changed in zip(arguments, self.read(changes, ""), strict=True):
            if isinstance(own, list):
                own[:] = changed
            elif isinstance(own, dict | set):
                own.clear()
                own.update(changed)

    def written(self, value: Any) -> object:
        """The value as a literal."""
        if isinstance(value, Remote):
            return ("r", value._Remote__number)  # noqa: SLF001 - its attributes are the learner's
        if isinstance(value, dict):
            return ("d", [self.written(pair) for pair in value.items()])
        for kind, letter in ((list, "l"), (tuple, "t"), (set, "s"), (frozenset, "z")):
            if isinstance(value, kind):
                return (letter, [self.written(item) for item in value])
        if value is None or isinstance(value, bool | int | float | str | bytes):
            return value
        if callable(value):
            self._callbacks.append(value)
            return ("c", len(self._callbacks) - 1)
        raise TypeError(f"a {type(value).__name__} cannot be handed to the learner's program")

    def read(self, json: Any, label: str) -> Any:
        """The value of JSON; what has a number becomes an object that asks."""
        if not isinstance(json, list):
            return json
        letter, *content = json
        if letter == "e":
            return self._class(content[1])
        if letter == "r":
            return remote(self, content[0], content[1], label)
        if letter == "d":
            return {self.read(key, ""): self.read(value, "") for key, value in content[0]}
        if letter in _CONTAINERS:
            return _CONTAINERS[letter]([self.read(item, label) for item in content[0]])
        return _SCALARS[letter](content[0])

    def _class(self, names: list[str]) -> type[BaseException]:
        """The class of exceptions of that name: Python's own, or one made after the learner's."""
        name = names[0]
        plain = getattr(builtins, name, None)
        if isinstance(plain, type):
            return plain
        if name not in self._classes:
            above = self._class(names[1:])
            self._classes[name] = type(name.rpartition(".")[2], (above,), {})
        return self._classes[name]

    def _exception(self, parts: list[Any], label: str) -> BaseException:
        kind = self._class(parts[0])
        if issubclass(kind, BaseExceptionGroup):
            kind = Exception  # a group cannot be made of its text alone
        marked = type(kind.__name__, (kind, FromLearner), {"__module__": kind.__module__})
        error: Any = marked.__new__(marked, parts[1])
        error.args = (parts[1],)
        error.told, error.call = json.dumps(parts)[1:-1], label
        return error  # type: ignore[no-any-return]  # made of classes that are made here


_CONTAINERS: dict[str, Callable[..., object]] = {
    "l": list,
    "t": tuple,
    "s": set,
    "z": frozenset,
}
_SCALARS: dict[str, Callable[[Any], object]] = {
    "i": lambda text: int(text, 16),
    "f": float,
    "b": bytes.fromhex,
    "o": str,  # what is too deep in others
}


class Remote:
    """An object of the learner's program: what is done to it is done there."""

    __slots__ = ("__label", "__link", "__number")

    def __init__(self, link: Link, number: int, label: str) -> None:
        object.__setattr__(self, "_Remote__link", link)
        object.__setattr__(self, "_Remote__number", number)
        object.__setattr__(self, "_Remote__label", label)

    def __getattr__(self, name: str) -> Any:
        """The attribute there."""
        return self.__link.ask("getattr", self, name, label=f"{self.__label}.{name}")

    def __setattr__(self, name: str, value: object) -> None:
        """Set it there."""
        self.__link.ask("setattr", self, name, value)

    def __call__(self, *arguments: Any, **named: Any) -> Any:
        """Call it there."""
        return self.__link.ask(
            "call", self, *arguments, label=called(self.__label, arguments, named), **named
        )

    def __instancecheck__(self, value: object) -> bool:
        """Whether a value is one of this class of the learner's."""
        return isinstance(value, Remote) and bool(self.__link.ask("isinstance", value, self))

    def __contains__(self, item: object) -> bool:
        """Ask there."""
        return bool(self.__link.ask("contains", self, item))

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> bool:
        """Leave the context there, as if nothing had gone wrong."""
        return bool(self.__link.ask("__exit__", self, None, None, None)) and kind is None


def remote(link: Link, number: int, name: str, label: str) -> Remote:
    """An object whose class bears the name that the learner's has."""
    made: Remote = type(name, (Remote,), {"__slots__": ()})(link, number, label)
    return made


def called(label: str, arguments: tuple[Any, ...], named: dict[str, Any]) -> str:
    """A call as one writes it."""
    texts = [_short(value) for value in arguments]
    texts += [f"{name}={_short(value)}" for name, value in named.items()]
    return f"{label}({', '.join(texts)})"


def _short(value: Any) -> str:
    if isinstance(value, Remote):
        return value._Remote__label or "…"  # noqa: SLF001 - as above
    text = repr(value)
    return text if len(text) <= _SHORT else f"{text[:_SHORT]}…"


def _asking(operation: str, *, is_swapped: bool = False) -> Callable[..., Any]:
    def method(self: Any, *arguments: Any) -> Any:
        both = (*arguments, self) if is_swapped else (self, *arguments)
        return self._Remote__link.ask(operation, *both)

    return method


_PLAIN = (
    *("len", "iter", "next", "reversed", "repr", "str", "format", "hash", "dir"),
    *("bool", "int", "float", "abs", "round", "neg", "pos", "invert"),
    *("eq", "ne", "lt", "le", "gt", "ge", "getitem", "setitem", "delitem"),
)
_OF_TWO = (
    *("add", "sub", "mul", "truediv", "floordiv", "mod", "pow", "matmul"),
    *("lshift", "rshift", "and_", "or_", "xor"),
)

for _operation in (*_PLAIN, *_OF_TWO):
    setattr(Remote, f"__{_operation.rstrip('_')}__", _asking(_operation))
for _operation in _OF_TWO:
    setattr(Remote, f"__r{_operation.rstrip('_')}__", _asking(_operation, is_swapped=True))
Remote.__enter__ = _asking("__enter__")  # type: ignore[attr-defined]  # as those above


class Program:
    """The names of the learner's program, as attributes."""

    __slots__ = ("__link",)

    def __init__(self, link: Link) -> None:
        object.__setattr__(self, "_Program__link", link)

    def __getattr__(self, name: str) -> Any:
        """What the program calls so."""
        return self.__link.ask("name", name, label=name)
