"""A file that takes the output of a run, up to a size."""

from __future__ import annotations

from pathlib import Path

LARGEST_SPOOL = 64 << 20
"""Bytes of output that are kept of one run."""

_LARGEST_BUFFER = 256 << 10


class Spool:
    """Keeps the first bytes of a run's output, in memory while they are few and then in `file`.

    A disk that is full, or no file at all, costs what would have been written and nothing else.
    """

    def __init__(self, file: Path | None, largest: int = LARGEST_SPOOL) -> None:
        self._file = file
        self.largest = largest
        self._buffer: list[bytes] = []
        self._buffered = 0
        self._kept = 0
        self.total = 0
        self.problem = "" if file is not None else "there is no folder to keep it in"

    @property
    def is_cut(self) -> bool:
        """Whether there was more output than is kept."""
        return self.total > self._kept

    @property
    def file(self) -> Path | None:
        """The file with all that is kept, up to date; None where nothing could be kept."""
        self._flush()
        return None if self.problem and not self._kept else self._file

    def add(self, content: bytes) -> None:
        """Keep as much of `content` as there is room for."""
        self.total += len(content)
        if self.problem:
            return
        kept = content[: self.largest - self._kept]
        if kept:
            self._buffer.append(kept)
            self._buffered += len(kept)
            self._kept += len(kept)
            if self._buffered >= _LARGEST_BUFFER:
                self._flush()

    def _flush(self) -> None:
        if not self._buffer or self._file is None:
            return
        content = b"".join(self._buffer)
        self._buffer.clear()
        self._buffered = 0
        try:
            with self._file.open("ab") as stream:
                stream.write(content)
        except OSError as error:
            self.problem = error.strerror or str(error)
            self._kept = self._size_on_disk()

    def _size_on_disk(self) -> int:
        try:
            return self._file.stat().st_size if self._file is not None else 0
        except OSError:
            return 0
