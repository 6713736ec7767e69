"""The application's window, open and at rest, in this process: what the measurements work with."""

from __future__ import annotations

import time
from collections.abc import Callable

import psutil
from PySide6.QtCore import QEventLoop, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractScrollArea, QApplication
from tests.benchmarks.first_key import PaintWatch, area_in

from groundwork import paths
from groundwork.gui.app import App
from groundwork.gui.console.view import ConsoleView
from groundwork.gui.run.run import RunState
from groundwork.gui.shell import Shell
from groundwork.gui.start import Start
from groundwork.gui.waiting_files import WaitingFiles
from groundwork.running.command import LAUNCHER

_PATIENCE = 60.0
_LOOK = 0.02
_REST = 1.0


class OpenWindow:
    """Opens the window as its start does, and presses its keys."""

    def __init__(self) -> None:
        self.application = QApplication(["groundwork"])
        shell = Shell(self.application, paths.user_folders())
        self._start = Start(shell, None, WaitingFiles())
        shell.window.activateWindow()
        wait_until(lambda: self._is_ready)
        self.app: App = self._opened()
        self.rest()

    @property
    def editor(self) -> QAbstractScrollArea:
        """QScintilla's widget, where keys go."""
        area = area_in(self.app.window)
        if area is None:
            raise LookupError("there is no editor in the window")
        return area

    @property
    def console(self) -> ConsoleView:
        """The widget that shows a program's output."""
        return self.app.run_panel.console

    @property
    def last_line(self) -> str:
        """The last line that stands in the console and is not empty."""
        block = self.console.document().lastBlock()
        return block.text() or block.previous().text()

    @property
    def is_idle(self) -> bool:
        """Whether no program runs."""
        return self.app.runner.state is RunState.IDLE

    def put(self, program: str) -> None:
        """Have the editor show a program in place of what is there, and come to rest."""
        address = self.app.editor.example
        if address is None:
            raise LookupError("there is no example in the editor")
        self.app.editor.replace_text(address, self.app.editor.current, program)
        self.rest()

    def press_run(self) -> float:
        """Press F5; the time just before."""
        return self._press(Qt.KeyboardModifier.NoModifier)

    def press_stop(self) -> float:
        """Press Shift+F5; the time just before."""
        return self._press(Qt.KeyboardModifier.ShiftModifier)

    def run_until_painted(self, is_shown: Callable[[], bool]) -> float:
        """Press F5; the seconds until the console has been painted with what is wanted in it.

        What an earlier run left there is cleared first.
        """
        self.console.clear_output()
        painted: list[float] = []

        def look(at: float) -> None:
            if not painted and is_shown():
                painted.append(at)
                loop.quit()

        watch = PaintWatch(self.console.viewport(), look)
        loop = QEventLoop()
        QTimer.singleShot(round(_PATIENCE * 1000), loop, loop.quit)
        began = self.press_run()
        loop.exec()
        watch.deleteLater()
        return painted[0] - began

    def waiting_child(self) -> psutil.Process:
        """The process that waits for the next run, as the system sees it."""
        for process in psutil.Process().children():
            if any(part.endswith(LAUNCHER) for part in process.cmdline()):
                return process
        raise LookupError("no child waits")

    def rest(self, seconds: float = _REST) -> None:
        """Let the window do whatever it has still to do."""
        loop = QEventLoop()
        QTimer.singleShot(round(seconds * 1000), loop.quit)
        loop.exec()

    def close(self) -> None:
        """Close the window as its user would."""
        self.app.window.close()
        self.rest(0.2)

    @property
    def _is_ready(self) -> bool:
        app = self._start.app
        return app is not None and app.practice.current is not None

    def _opened(self) -> App:
        if self._start.app is None:
            raise LookupError("the window has not been completed")
        return self._start.app

    def _press(self, modifier: Qt.KeyboardModifier) -> float:
        self.app.editor.setFocus()
        began = time.monotonic()
        QTest.keyClick(self.editor, Qt.Key.Key_F5, modifier)
        return began


def wait_until(is_so: Callable[[], bool], *, look: float = _LOOK) -> None:
    """Let the window work until something is so, looked at every `look` seconds.

    Raises:
        TimeoutError: it did not come to be within a minute.
    """
    loop, timer, end = QEventLoop(), QTimer(), time.monotonic() + _PATIENCE

    def ask() -> None:
        if is_so():
            loop.quit()
        elif time.monotonic() > end:
            loop.exit(1)

    timer.timeout.connect(ask)
    timer.start(round(look * 1000))
    if loop.exec():
        raise TimeoutError("what was waited for did not come")
