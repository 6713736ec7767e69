"""Files that a program has left behind, read with care: it may have left anything."""

from __future__ import annotations

import os
import stat
from pathlib import Path


def is_plain_file(file: Path) -> bool:
    """Whether there is a file of its own by that name: no link, no pipe, no folder."""
    try:
        return stat.S_ISREG(os.lstat(file).st_mode)
    except (OSError, ValueError):
        return False


def text_left(folder: Path, name: str, most: int) -> str | None:
    """The text of the file, `most` bytes at most; None where there is no such file.

    What is no UTF-8 shows as the replacement character.
    """
    file = folder / name
    is_inside = file.parent.resolve().is_relative_to(folder)
    if not is_inside or not is_plain_file(file):
        return None
    try:
        with file.open("rb") as stream:
            return stream.read(most).decode("utf-8", errors="replace")
    except OSError:
        return None
