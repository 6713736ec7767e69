"""The application on macOS, which is asked to open files while it runs already."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QEvent
from PySide6.QtGui import QFileOpenEvent
from PySide6.QtWidgets import QApplication


class MacApplication(QApplication):
    """Hears of files that are opened with it: there they are not named on the command line.

    An event filter would be called for every event of every widget, this is for the few of its own.
    """

    def __init__(self, arguments: Sequence[str], take_file: Callable[[Path], None]) -> None:
        super().__init__([*arguments])
        self._take_file = take_file

    def event(self, event: QEvent) -> bool:
        """Take a file that shall be opened, and leave all else to Qt."""
        if isinstance(event, QFileOpenEvent) and event.file():
            self._take_file(Path(event.file()))
            return True
        return super().event(event)
