"""One pack opened in the window: until it can be read, keys in its filter, and the memory.

opened_pack.py FOLDER WORD ...    the seconds until its first lesson is painted, those of each key
                                  while the words are typed into the filter, and the megabytes
"""

import gc
import json
import sys
import time
from pathlib import Path

from PySide6.QtCore import QEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from tests.benchmarks.first_key import PaintWatch
from tests.benchmarks.memory import memory_of
from tests.benchmarks.open_window import wait_until

from groundwork import paths
from groundwork.gui.app import App
from groundwork.gui.shell import Shell
from groundwork.gui.start import Start
from groundwork.gui.tree.filter import FilterField
from groundwork.gui.tree.view import LessonView
from groundwork.gui.waiting_files import WaitingFiles

_QUIET = 0.05


class _Opened:
    """The window, opened with a pack as on the command line."""

    def __init__(self, folder: Path) -> None:
        self._began = time.monotonic()
        self._application = QApplication(["groundwork"])
        shell = Shell(self._application, paths.user_folders(), shows_last_text=False)
        self._folder = folder.resolve()
        self._start = Start(shell, folder, WaitingFiles())
        self._painted: list[float] = []
        PaintWatch(shell.window, self._look, QEvent.Type.UpdateRequest)
        wait_until(lambda: bool(self._painted), look=_QUIET)
        shell.window.activateWindow()

    @property
    def app(self) -> App:
        if self._start.app is None:
            raise LookupError("the window has not been completed")
        return self._start.app

    @property
    def seconds(self) -> float:
        """Until the first lesson of the pack was painted."""
        return self._painted[0] - self._began

    def key_seconds(self, words: list[str]) -> list[float]:
        """Until the tree is painted after each key of the words, typed one after the other."""
        wait_until(lambda: self.app.navigation.is_ready)
        field = self.app.tree.findChild(FilterField)
        view = self.app.tree.findChild(LessonView)
        if field is None or view is None:
            raise LookupError("there is no tree with a filter")
        taken = []
        for word in words:
            taken += [_seconds_of_key(field, view, letter) for letter in word]
            field.clear()
        return taken

    def _look(self, at: float) -> None:
        app = self._start.app
        current = app.reading.current if app is not None else None
        if current is not None and current.pack.folder == self._folder:
            self._painted.append(at)


def _seconds_of_key(field: FilterField, view: LessonView, letter: str) -> float:
    """Until what the letter leaves over is painted; or hidden, where nothing is left over."""
    painted: list[float] = []
    watch = PaintWatch(view.viewport(), painted.append)
    began = time.monotonic()
    QTest.keyClicks(field, letter)
    wait_until(lambda: bool(painted) or not view.isVisible(), look=0.001)
    watch.deleteLater()
    return (painted[0] if painted else time.monotonic()) - began


def main() -> None:
    """Print what was measured."""
    opened = _Opened(Path(sys.argv[1]))
    keys = opened.key_seconds(sys.argv[2:])
    gc.collect()
    print(json.dumps({"seconds": opened.seconds, "keys": keys, "memory": memory_of()}))
    opened.app.window.close()


main()
