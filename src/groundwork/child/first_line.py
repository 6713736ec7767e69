"""The line on standard input that says what to become."""

from __future__ import annotations

import builtins
from os import read

globals()["__builtins__"] = {**vars(builtins)}  # the program may change the module

_PIECE = 1 << 16


def read_line() -> str:
    """The first line of standard input without a byte more: what follows is the program's."""
    line = bytearray()
    while not line.endswith(b"\n"):
        byte = read(0, 1)
        if not byte:
            return ""
        line += byte
    return line.decode("utf-8", errors="replace")


class Lines:
    """The lines that come after the first, read in large pieces from a descriptor of our own."""

    def __init__(self, descriptor: int) -> None:
        self._descriptor = descriptor
        self._content = b""

    def next(self) -> str:
        """The next line; empty where no more will come."""
        while b"\n" not in self._content:
            piece = read(self._descriptor, _PIECE)
            if not piece:
                return ""
            self._content += piece
        line, _, self._content = self._content.partition(b"\n")
        return line.decode("utf-8", errors="replace")
