"""Reads the report of a run while it grows."""

from __future__ import annotations

from pathlib import Path

from groundwork.messages import MalformedMessageError, Message, decode

_MOST_BYTES = 1 << 20


class ReportReader:
    """Follows one report file; what is no message in it is passed over."""

    def __init__(self, file: Path) -> None:
        self._file = file
        self._offset = 0

    def read_new(self) -> list[Message]:
        """The messages that came since the last call; none while there is no file."""
        try:
            with self._file.open("rb") as stream:
                stream.seek(self._offset)
                content = stream.read(_MOST_BYTES)
        except OSError:
            return []
        whole, end, _ = content.rpartition(b"\n")
        self._offset += len(whole) + len(end)
        return _messages(whole.decode("ascii", errors="replace").split("\n"))


def _messages(lines: list[str]) -> list[Message]:
    messages: list[Message] = []
    for line in lines:
        try:
            messages.append(decode(line))
        except MalformedMessageError:
            continue
    return messages
