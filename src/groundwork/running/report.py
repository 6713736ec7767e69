"""Reads the report of a run while it grows, and keeps what it says."""

from __future__ import annotations

from pathlib import Path

from groundwork.messages import (
    Ended,
    Failed,
    InputAwaited,
    InputReceived,
    LimitReached,
    MalformedMessageError,
    Message,
    Started,
    decode,
)

_MOST_BYTES = 1 << 20


class RunReport:
    """Follows one report file; without a file, or with a broken one, it simply knows less."""

    def __init__(self, file: Path | None) -> None:
        self._file = file
        self._offset = 0
        self.has_started = False
        self.awaits_input = False
        self.failure: Failed | None = None
        self.limit: LimitReached | None = None
        self.seconds: float | None = None

    def read_new(self) -> None:
        """Take in what came since the last call."""
        for line in self._new_lines():
            try:
                self._take(decode(line))
            except MalformedMessageError:
                continue

    def _new_lines(self) -> list[str]:
        if self._file is None:
            return []
        try:
            with self._file.open("rb") as stream:
                stream.seek(self._offset)
                content = stream.read(_MOST_BYTES)
        except OSError:
            return []
        whole, end, _ = content.rpartition(b"\n")
        self._offset += len(whole) + len(end)
        return whole.decode("ascii", errors="replace").split("\n")

    def _take(self, message: Message) -> None:
        match message:
            case Started():
                self.has_started = True
            case InputAwaited():
                self.awaits_input = True
            case InputReceived():
                self.awaits_input = False
            case Failed():
                self.failure = message
            case LimitReached():
                self.limit = message
            case Ended():
                self.seconds = message.seconds
            case _:
                pass
