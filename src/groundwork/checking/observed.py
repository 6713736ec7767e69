"""What was seen of one run of an answer, as values."""

from __future__ import annotations

import builtins
from dataclasses import dataclass
from enum import Enum

from groundwork.checking.verdicts import Place


class Stop(Enum):
    """What ended a program before it came to its own end."""

    NOT = "not"
    TIME = "time"
    OUTPUT = "output"
    CANCELLED = "cancelled"


@dataclass(frozen=True, slots=True)
class Raised:
    """An exception: the names of its classes, nearest first, its text, and the learner's line.

    The interpreter's own classes have plain names, others their module's before a dot.
    """

    classes: tuple[str, ...]
    message: str
    place: Place | None = None

    @property
    def name(self) -> str:
        """The class as a learner calls it."""
        return self.classes[0].removeprefix("__main__.") if self.classes else "an exception"

    def is_a(self, error: str) -> bool:
        """Whether it is an `error` or one of a class below; a bare name is enough."""
        if hasattr(builtins, error):
            return error in self.classes
        return any(name == error or name.endswith(f".{error}") for name in self.classes)


@dataclass(frozen=True, slots=True)
class Answered:
    """One answer to a probe: what kind it is, and its parts as they came."""

    kind: str
    parts: tuple[object, ...]


@dataclass(frozen=True, slots=True)
class Observed:
    """One run of an answer.

    `failure` is the exception that ended the program, `answers` is what it answered to the probe,
    and `is_complete` tells that it came to the end of its answers. `output` is what it wrote on
    both streams. `signal_number` is 0 where no signal ended the process, `place` where it was when
    its time was up. `left` is what else there is to see, such as a file that the program has left.
    """

    answers: tuple[Answered, ...] = ()
    is_complete: bool = False
    failure: Raised | None = None
    broken: str = ""
    stop: Stop = Stop.NOT
    exit_code: int = 0
    signal_number: int = 0
    place: Place | None = None
    stdout: str = ""
    output: str = ""
    seconds: float = 0.0
    left: object = None

    @property
    def is_late(self) -> bool:
        """Whether its time was up."""
        return self.stop is Stop.TIME
