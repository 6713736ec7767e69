"""The line on standard input that says what to become."""

from __future__ import annotations

import os


def read_line() -> str:
    """The first line of standard input without a byte more: what follows is the program's."""
    line = bytearray()
    while not line.endswith(b"\n"):
        byte = os.read(0, 1)
        if not byte:
            return ""
        line += byte
    return line.decode("utf-8", errors="replace")
