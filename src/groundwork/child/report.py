"""The lines about the run that the window reads."""

from __future__ import annotations

# By name, because a learner may put something else into these modules.
from os import F_OK, O_APPEND, O_CREAT, O_WRONLY, access, close, getpid, open, write  # noqa: A004 - no other is used here

from groundwork.messages import Message, encode, stop_file


class Report:
    """Appends messages to the report file; where that fails the program goes on without.

    The file is opened for each message: no descriptor of ours is inherited by the program's own
    children, or closed by a program that closes all it finds. A forked child says nothing.
    """

    def __init__(self, file: str) -> None:
        self._file = file
        self._process_id = getpid()

    @property
    def is_wanted(self) -> bool:
        """Whether anybody reads what this process writes."""
        return bool(self._file) and getpid() == self._process_id

    @property
    def says_stop(self) -> bool:
        """Whether the learner has pressed Stop."""
        return bool(self._file) and access(stop_file(self._file), F_OK)

    def add(self, message: Message) -> None:
        """Append one message, if it can be."""
        if not self.is_wanted:
            return
        try:
            descriptor = open(self._file, O_WRONLY | O_APPEND | O_CREAT, 0o600)
            try:
                write(descriptor, encode(message).encode("ascii"))
            finally:
                close(descriptor)
        except (OSError, MemoryError, RecursionError):
            return
