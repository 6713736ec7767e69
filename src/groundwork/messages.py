"""Everything that crosses a process boundary: frozen values, each one JSON line.

The window tells a waiting child what to become with one `Start` line on its standard input. From
then on the three standard streams belong to the program; what we need to know comes as lines in
the report file that `Start` names: `Started`, `InputAwaited`, `InputReceived`, `Failed`,
`LimitReached`, `Ended`. A line that is no message raises `MalformedMessageError`. The window says
one thing more, with a file beside the report: that the interrupt to come is a Stop.

This module is imported by the learner's process, which waits with it in memory, so it rests on very
little of the standard library: `dataclasses` and `typing` alone would cost two megabytes.
"""

from __future__ import annotations

import json

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, ClassVar, dataclass_transform
else:

    def dataclass_transform(**_: object) -> object:
        """What `typing` has, without `typing`: it matters to type checkers alone."""
        return lambda kind: kind


class MalformedMessageError(ValueError):
    """A line that was to be a message is none."""


@dataclass_transform(frozen_default=True)
class Value:
    """A frozen value whose fields are its annotations, as those of a frozen dataclass are."""

    _names: ClassVar[tuple[str, ...]] = ()

    def __init_subclass__(cls) -> None:
        """Take the fields from the annotations."""
        cls._names = tuple(cls.__annotations__)
        type.__setattr__(cls, "__match_args__", cls._names)  # mypy derives the same by itself

    def __init__(self, *values: object, **named: object) -> None:
        positional = dict(zip(self._names, values, strict=False))
        own = vars(type(self))
        defaults = {name: own[name] for name in self._names if name in own}
        fields = {**defaults, **positional, **named}
        is_doubled = len(values) > len(positional) or not positional.keys().isdisjoint(named)
        if is_doubled or fields.keys() != set(self._names):
            raise TypeError(f"{type(self).__name__} takes {self._names}, each once")
        vars(self).update((name, fields[name]) for name in self._names)

    def __setattr__(self, name: str, value: object) -> None:
        """Refuse: values are frozen."""
        raise AttributeError(f"{type(self).__name__} is frozen; {name} cannot change")

    def __eq__(self, other: object) -> bool:
        """Whether kind and fields are the same."""
        return type(other) is type(self) and vars(other) == vars(self)

    def __hash__(self) -> int:
        """Equal values have equal hashes."""
        return hash((type(self), *vars(self).values()))

    def __repr__(self) -> str:
        """As it would be written in Python."""
        fields = ", ".join(f"{name}={value!r}" for name, value in vars(self).items())
        return f"{type(self).__name__}({fields})"


class Start(Value):
    """What a waiting child shall become.

    `program` and `folder` are absolute paths, `report` the file for the lines about the run (empty:
    nobody wants them), `memory_limit` bytes of memory for each process or 0 for no limit.
    """

    program: str
    folder: str
    arguments: tuple[str, ...] = ()
    report: str = ""
    memory_limit: int = 0


class Started(Value):
    """The program begins; `python` is the version that runs it, as in 3.13.0."""

    process_id: int
    python: str


class InputAwaited(Value):
    """The program has asked for a line on its standard input and waits."""


class InputReceived(Value):
    """What the program waited for has come."""


class Frame(Value):
    """One level of a traceback; `line` counts from 1."""

    file: str
    line: int
    function: str


class Failed(Value):
    """The program ended with an exception; `frames` run from the outermost to where it happened."""

    error: str
    message: str
    frames: tuple[Frame, ...] = ()


class LimitReached(Value):
    """The program hit a limit of ours: `limit` is `memory` with bytes, or `time` with seconds."""

    limit: str
    amount: float


class Ended(Value):
    """The program is over of its own accord; `seconds` is how long it ran."""

    exit_code: int
    seconds: float


Message = Start | Started | InputAwaited | InputReceived | Failed | LimitReached | Ended

_KINDS: dict[str, type[Any]] = {
    kind.__name__: kind
    for kind in (Start, Started, InputAwaited, InputReceived, Failed, LimitReached, Ended)
}


def stop_file(report: str) -> str:
    """The file that is there once the program of that report was asked to stop."""
    return f"{report}.stop"


def encode(message: Message) -> str:
    """The message as one line of ASCII JSON, with its line end."""
    return json.dumps({"kind": type(message).__name__, **vars(message)}, default=vars) + "\n"


def decode(line: str) -> Message:
    """The message in `line`.

    Raises:
        MalformedMessageError: the line is no JSON object, of no known kind, or lacks a field.
    """
    try:
        fields = json.loads(line)
        kind = _KINDS[fields.pop("kind")]
        if kind is Start:
            fields["arguments"] = tuple(fields.get("arguments", ()))
        elif kind is Failed:
            fields["frames"] = tuple(Frame(**frame) for frame in fields.get("frames", ()))
        message: Message = kind(**fields)
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise MalformedMessageError(f"not a message: {line[:200]!r}") from error
    return message
