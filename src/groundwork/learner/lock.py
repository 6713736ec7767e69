"""A lock between processes that ends with its holder, however that one dies."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

_PATIENCE = 2.0
_PAUSE = 0.005


@contextmanager
def locked(file: Path, patience: float = _PATIENCE) -> Iterator[bool]:
    """Hold the lock named by `file` inside the `with` block; the value says whether it is held.

    It is not where the disk cannot lock or be written, or where somebody has held the lock for
    `patience` seconds: a window that hangs must not keep others from saving. Whoever goes on
    without it relies on checking what it replaces.
    """
    descriptor = _opened(file)
    if descriptor is None:
        yield False
        return
    try:
        yield _was_taken(descriptor, patience)
    finally:
        os.close(descriptor)  # ends the lock, too


def _opened(file: Path) -> int | None:
    with suppress(OSError):
        return os.open(file, os.O_RDWR | os.O_CREAT, 0o666)
    return None


def _was_taken(descriptor: int, patience: float) -> bool:
    deadline = time.monotonic() + patience
    while True:
        try:
            _take(descriptor)
        except BlockingIOError:
            if time.monotonic() >= deadline:
                return False
            time.sleep(_PAUSE)
        except OSError:
            return False
        else:
            return True


def _take(descriptor: int) -> None:
    """Take the lock at once.

    Raises:
        BlockingIOError: somebody else has it.
        OSError: this disk has no locks.
    """
    if sys.platform == "win32":
        try:
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        except PermissionError as error:
            raise BlockingIOError(*error.args) from error
    else:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
