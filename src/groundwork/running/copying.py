"""Copies a large file on a thread, while another watches how far it has come and may cancel it."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path

_BLOCK = 1 << 20


class FileCopy:
    """One copy: made by `make` on one thread, watched and cancelled from any other."""

    def __init__(self, source: Path, target: Path) -> None:
        self.target = target
        self.copied = 0
        """The bytes that have been copied so far."""
        self.is_cancelled = False
        self._source = source

    def cancel(self) -> None:
        """Let `make` give up as soon as it can."""
        self.is_cancelled = True

    def make(self) -> str:
        """Make the copy; why there is none, in the words of the system, or nothing if there is.

        It comes into its place whole or not at all: what stood there stays until then.
        """
        place = Path(os.path.realpath(self.target))  # a link is not to be replaced by a file
        fresh = place.with_name(f".{os.getpid()}-{os.urandom(4).hex()}.new")
        try:
            self._write(fresh)
            if not self.is_cancelled:
                fresh.replace(place)
        except OSError as error:
            return error.strerror or str(error)
        finally:
            with suppress(OSError):
                fresh.unlink()
        return ""

    def _write(self, fresh: Path) -> None:
        with self._source.open("rb") as source, fresh.open("xb") as target:
            while not self.is_cancelled and (block := source.read(_BLOCK)):
                target.write(block)
                self.copied += len(block)
