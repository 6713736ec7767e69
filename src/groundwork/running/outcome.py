"""How a run ended, and the sentence that says so."""

from __future__ import annotations

import signal
from dataclasses import dataclass
from pathlib import PurePath

from groundwork.messages import Failed, LimitReached

NOT_STARTED = 127
"""Exit code, as shells have it, where no program could be started."""

MEMORY = "memory"
TIME = "time"

_KILO = 1024
_MINUTE = 60
_SHORTEST = 0.01

_CRASHES = {
    "SIGSEGV": "segmentation fault",
    "SIGABRT": "abort",
    "SIGBUS": "bus error",
    "SIGFPE": "arithmetic fault",
    "SIGILL": "illegal instruction",
}


@dataclass(frozen=True, slots=True)
class Outcome:
    """How a run ended.

    `exit_code` is 0 where a signal ended the process, `signal_number` is 0 where none did;
    `seconds` is how long the program ran, `left_behind` how many processes it had left running,
    which were ended too. `problem` is a sentence for the person where the program never began.
    """

    program: str = ""
    exit_code: int = 0
    signal_number: int = 0
    seconds: float = 0.0
    failure: Failed | None = None
    limit: LimitReached | None = None
    was_stopped: bool = False
    left_behind: int = 0
    problem: str = ""

    @property
    def is_success(self) -> bool:
        """Whether the program came to its own end and said all is well."""
        return not (self.exit_code or self.signal_number or self.was_stopped or self.problem)

    @property
    def sentence(self) -> str:
        """What happened, for a person, to stand after the program's name or a dot."""
        return self._ending() + self._leftovers()

    def _ending(self) -> str:
        if self.problem:
            return self.problem
        if self.limit is not None:
            return _limit_sentence(self.limit)
        if self.was_stopped:
            return f"stopped after {duration(self.seconds)}"
        if self.signal_number:
            return _signal_sentence(self.signal_number)
        if self.failure is not None:
            return self._failure_sentence(self.failure)
        return f"finished in {duration(self.seconds)}, exit code {self.exit_code}"

    def _failure_sentence(self, failure: Failed) -> str:
        if failure.error == "KeyboardInterrupt":
            return f"interrupted after {duration(self.seconds)}"
        return f"ended with {failure.error}{self._place(failure)}"

    def _place(self, failure: Failed) -> str:
        """Where in the learner's own files it happened; what they called may be a library's."""
        folder = PurePath(self.program).parent
        for frame in reversed(failure.frames):
            file = PurePath(frame.file)
            if file == PurePath(self.program):
                return f" on line {frame.line}"
            if file.is_relative_to(folder):
                return f" on line {frame.line} of {file.relative_to(folder)}"
        return ""

    def _leftovers(self) -> str:
        if not self.left_behind or self.was_stopped:
            return ""
        if self.left_behind == 1:
            return "; a process that it left running was ended"
        return f"; {self.left_behind} processes that it left running were ended"


def duration(seconds: float) -> str:
    """A length of time as people read it: under 0.01 s, 0.04 s, 2.1 s, 42 s, 3 min 5 s."""
    if seconds < _SHORTEST:
        return f"under {_SHORTEST} s"
    for bound, decimals in ((1, 2), (10, 1), (_MINUTE, 0)):
        if round(seconds, decimals) < bound:
            return f"{seconds:.{decimals}f} s"
    minutes, rest = divmod(round(seconds), 60)
    return f"{minutes} min {rest} s"


def amount(size: float) -> str:
    """A number of bytes as people read it: 900 bytes, 64 MB, 1 GB, 1.5 GB."""
    if size < _KILO:
        return f"{size:.0f} bytes"
    value = size
    for unit in ("kB", "MB", "GB"):
        value /= _KILO
        if value < _KILO or unit == "GB":
            break
    return f"{value:.1f}".removesuffix(".0") + f" {unit}"


def _limit_sentence(limit: LimitReached) -> str:
    if limit.limit == TIME:
        return f"stopped after {duration(limit.amount)}, the time limit for a program here"
    return f"used more than {amount(limit.amount)} of memory, the limit for a program here"


def _signal_sentence(number: int) -> str:
    name = _signal_name(number)
    if name in _CRASHES:
        return f"the Python interpreter itself crashed ({_CRASHES[name]})"
    if name == "SIGKILL":
        return "ended by the system (SIGKILL), most often because memory ran out"
    return f"ended by signal {number}" + (f" ({name})" if name else "")


def _signal_name(number: int) -> str:
    try:
        return signal.Signals(number).name
    except ValueError:
        return ""
