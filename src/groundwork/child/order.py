"""Standard output and standard error in the order in which the program writes them.

They are two pipes, and whoever reads both cannot tell which of two texts came first. So before the
program turns from one to the other it waits, for a moment at most, until what it wrote to the one
has been read. A program that keeps to one of the two never waits.
"""

from __future__ import annotations

import sys
from os import fstat
from stat import S_ISFIFO
from time import monotonic, sleep

from groundwork.child.pipes import unread_bytes

TYPE_CHECKING = False
if TYPE_CHECKING:
    from io import FileIO

_PATIENCE = 0.25
_PAUSE = 0.00005


def keep_order() -> None:
    """Keep the two in order, if both are pipes and unbuffered."""
    output, errors = _unbuffered(sys.__stdout__), _unbuffered(sys.__stderr__)
    if output is None or errors is None or _identity(output) == _identity(errors):
        return
    _await_other_first(errors, output)


def _unbuffered(stream: object) -> FileIO | None:
    """What writes to the pipe behind a standard stream."""
    raw = getattr(stream, "buffer", None)
    if raw is None or hasattr(raw, "raw") or not S_ISFIFO(fstat(raw.fileno()).st_mode):
        return None
    return raw  # type: ignore[no-any-return]  # streams of type checkers know of no raw buffers


def _identity(raw: FileIO) -> tuple[int, int]:
    status = fstat(raw.fileno())
    return status.st_dev, status.st_ino


def _await_other_first(raw: FileIO, other: FileIO) -> None:
    """Let the next write to `raw`, and that one alone, wait for what is in the pipe of `other`.

    The instance's attribute stands before the class's method, and is looked up for every write.
    """

    def write(content: bytes) -> int | None:
        vars(raw).pop("write", None)
        _await_reader(other)
        _await_other_first(other, raw)
        return raw.write(content)

    vars(raw)["write"] = write


def _await_reader(raw: FileIO) -> None:
    deadline = monotonic() + _PATIENCE
    try:
        while unread_bytes(raw.fileno()) and monotonic() < deadline:
            sleep(_PAUSE)
    except (OSError, ValueError):
        return  # the program has closed it
