"""Standard input that tells when the program waits for it."""

from __future__ import annotations

import io
import sys
from functools import partial

from groundwork.child.pipes import is_input_ready
from groundwork.child.report import Report
from groundwork.messages import InputAwaited, InputReceived

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any


def announce_input(report: Report) -> None:
    """Put a standard input in place whose reads are announced in `report` when they would wait."""
    plain = sys.stdin
    if plain is None or not report.is_wanted:
        return
    raw = _AnnouncingInput(plain.fileno(), "rb", closefd=False)
    raw.report = report
    raw.name = plain.name
    announcing = io.TextIOWrapper(
        io.BufferedReader(raw),
        encoding=plain.encoding,
        errors=plain.errors,
        newline=None if sys.platform == "win32" else "\n",
        line_buffering=bool(plain.line_buffering),
    )
    vars(announcing)["mode"] = "r"
    sys.stdin = announcing
    setattr(sys, "__stdin__", announcing)  # noqa: B010 - type checkers hold it for a constant


class _AnnouncingInput(io.FileIO):
    """Announces when a reader *looks up* how to read, and hands out the plain method.

    So no frame of ours is on the stack while the program waits, and none shows in the traceback
    of an interrupt.
    """

    report: Report

    @property
    def readinto(self) -> Callable[..., Any]:
        """The method of that name, announced."""
        return self._announced(super().readinto)

    @property
    def readall(self) -> Callable[..., Any]:
        """The method of that name, announced."""
        return self._announced(super().readall)

    def _announced(self, read: Callable[..., Any]) -> Callable[..., Any]:
        if not self.report.is_wanted or is_input_ready():
            return read
        self.report.add(InputAwaited())
        waiting = _Waiting(read)
        waiting.report = self.report
        return waiting


class _Waiting(partial):  # type: ignore[type-arg]  # what it returns is nobody's concern here
    """A read that is let go of as soon as it is over, and tells so."""

    report: Report

    def __del__(self) -> None:
        """The caller has what it waited for."""
        self.report.add(InputReceived())


_AnnouncingInput.__name__ = _AnnouncingInput.__qualname__ = "FileIO"
_AnnouncingInput.__module__ = "_io"
