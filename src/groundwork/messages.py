"""Everything that crosses a process boundary: frozen dataclasses, each one JSON line.

The window tells a waiting child what to become with one `Start` line on its standard input. From
then on the three standard streams belong to the program; what we need to know comes as lines in
the report file that `Start` names: `Started`, `InputAwaited`, `InputReceived`, `Failed`,
`LimitReached`, `Ended`. A line that is no message raises `MalformedMessageError`.

This module is imported by the learner's process, so it rests on the standard library alone, and on
little of it.
"""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from typing import Any


class MalformedMessageError(ValueError):
    """A line that was to be a message is none."""


@dataclass(frozen=True, slots=True)
class Start:
    """What a waiting child shall become.

    `program` and `folder` are absolute paths, `report` the file for the lines about the run (empty:
    nobody wants them), `memory_limit` bytes of address space or 0 for no limit.
    """

    program: str
    folder: str
    arguments: tuple[str, ...] = ()
    report: str = ""
    memory_limit: int = 0


@dataclass(frozen=True, slots=True)
class Started:
    """The program begins; `python` is the version that runs it, as in 3.13.0."""

    process_id: int
    python: str


@dataclass(frozen=True, slots=True)
class InputAwaited:
    """The program has asked for a line on its standard input and waits."""


@dataclass(frozen=True, slots=True)
class InputReceived:
    """What the program waited for has come."""


@dataclass(frozen=True, slots=True)
class Frame:
    """One level of a traceback; `line` counts from 1."""

    file: str
    line: int
    function: str


@dataclass(frozen=True, slots=True)
class Failed:
    """The program ended with an exception; `frames` run from the outermost to where it happened."""

    error: str
    message: str
    frames: tuple[Frame, ...] = ()


@dataclass(frozen=True, slots=True)
class LimitReached:
    """The program hit a limit of ours: `limit` is `memory`, `amount` is in bytes."""

    limit: str
    amount: int


@dataclass(frozen=True, slots=True)
class Ended:
    """The program is over of its own accord; `seconds` is how long it ran."""

    exit_code: int
    seconds: float


Message = Start | Started | InputAwaited | InputReceived | Failed | LimitReached | Ended

_KINDS: dict[str, type[Any]] = {
    kind.__name__: kind
    for kind in (Start, Started, InputAwaited, InputReceived, Failed, LimitReached, Ended)
}


def encode(message: Message) -> str:
    """The message as one line of ASCII JSON, with its line end."""
    return json.dumps({"kind": type(message).__name__, **asdict(message)}) + "\n"


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
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise MalformedMessageError(f"not a message: {line[:200]!r}") from error
    return message
