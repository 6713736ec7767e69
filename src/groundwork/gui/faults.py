"""Bugs of our own: written to a log file and told in one calm sentence, never as a traceback."""

from __future__ import annotations

import sys
import traceback
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType

from groundwork.impersonal import impersonal

_LOG_LIMIT = 1_000_000


class FaultLog:
    """Takes every exception that nobody caught, notes it in `file` and tells the person once."""

    def __init__(self, file: Path, tell: Callable[[str], None]) -> None:
        self._file = file
        self._tell = tell
        self._program = _program_file()

    def install(self) -> None:
        """Be the one whom uncaught exceptions are reported to."""
        sys.excepthook = self.take

    def take(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        """Note the exception and tell the person where it is noted."""
        text = impersonal("".join(traceback.format_exception(kind, error, trace)))
        sys.stderr.write(text)
        where = self._note(text)
        if self._program != _program_file():  # what is not loaded yet is in a file that is gone
            self._tell(
                "Groundwork was updated while this window was open; your work is saved. Close the"
                " window and start Groundwork again."
            )
            return
        self._tell(
            f"Something went wrong inside Groundwork; your work is saved. {where}"
            " If it happens again, restart Groundwork and tell whoever looks after it."
        )

    def _note(self, text: str) -> str:
        """Write the text to the log; says where it can be read."""
        moment = datetime.now(UTC).isoformat(timespec="seconds")
        try:
            self._file.parent.mkdir(parents=True, exist_ok=True)
            is_full = self._file.exists() and self._file.stat().st_size > _LOG_LIMIT
            with self._file.open("w" if is_full else "a", encoding="utf-8") as log:
                log.write(f"{moment}\n{text}\n")
        except OSError:
            return "The details could not be written to a file."
        return f"The details are in {self._file}."


def _program_file() -> tuple[int, ...]:
    """What tells the program's file from the one that an update puts into its place."""
    try:
        found = Path(sys.executable).stat()
    except OSError:
        return ()
    return (found.st_ino, found.st_size, found.st_mtime_ns)
