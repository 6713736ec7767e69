"""Files that the system asks to have opened, which may be before the window can."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path


class WaitingFiles:
    """Keeps them until somebody opens files, and from then on passes them on at once."""

    def __init__(self) -> None:
        self._waiting: list[Path] = []
        self._open: Callable[[Path], object] = self._waiting.append

    def take(self, file: Path) -> None:
        """The system asks to have this file opened."""
        self._open(file)

    def give_to(self, open_file: Callable[[Path], object]) -> None:
        """Let `open_file` open them, those first that have waited."""
        self._open = open_file
        for file in self._waiting:
            open_file(file)
        self._waiting = []
