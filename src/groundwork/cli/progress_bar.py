"""A bar on the terminal that shows how far something is; nothing where nobody looks."""

from __future__ import annotations

import shutil
import sys
from typing import Self

from groundwork.cli.printing import plain

_WIDTH = 24


class ProgressBar:
    """One line at the foot of the terminal, gone when the context is left."""

    def __init__(self) -> None:
        self._is_seen = sys.stderr.isatty()

    def __enter__(self) -> Self:
        """The bar itself; it shows when there is something to tell."""
        return self

    def __exit__(self, *_: object) -> None:
        """Take it away."""
        if self._is_seen:
            self._print("")

    def show(self, done: int, of_all: int, subject: str) -> None:
        """Show that `done` of all is done, `subject` last."""
        if self._is_seen and of_all:
            self._print(progress_line(done, of_all, subject, self._columns))

    @property
    def _columns(self) -> int:
        return shutil.get_terminal_size().columns

    def _print(self, line: str) -> None:
        """Write over the line that is there; blanks do it on every terminal."""
        blanks = " " * max(0, self._columns - 1 - len(line))
        print(f"\r{line}{blanks}\r", end="", file=sys.stderr, flush=True)


def progress_line(done: int, of_all: int, subject: str, columns: int) -> str:
    """The line for a terminal of that many columns, which it never fills to the last one."""
    filled = _WIDTH * done // of_all
    bar = "#" * filled + "." * (_WIDTH - filled)
    return f"[{bar}] {done} of {of_all}  {plain(subject)}"[: max(0, columns - 1)]
