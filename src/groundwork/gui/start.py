"""Opens the window: first what is seen at once, then everything else.

What is loaded before the first key shows makes do without the names of `Qt` and `QStyle`, which
take 12 and 4 ms to load. Its values are named tuples: a dataclass takes ten times as long to make.
"""

from __future__ import annotations

import gc
import importlib
import signal
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QLoggingCategory, QObject, QTimer
from PySide6.QtWidgets import QApplication

from groundwork import paths
from groundwork.gui import style
from groundwork.gui.display import display_is_needed
from groundwork.gui.editor.scintilla import QScintillaMissingError
from groundwork.gui.shell import Shell
from groundwork.gui.waiting_files import WaitingFiles

if TYPE_CHECKING:
    from groundwork.gui.app import App

_ROUNDS, _ROUND = 3, 5
"""Rounds of the event loop after the first paint that belong to keys which are waiting already, and
as many after each of these, until it is painted; and the milliseconds of each, which are what Qt
lets pass before it paints. On a busy machine one long wait could pass without a turn for anybody.
"""

_TURN = 0.001
"""Seconds after which a busy thread lets the window's have its turn; it asks at each call of Qt."""

_HEAVY = (
    "groundwork.gui.splitter",  # with all names of Qt
    "groundwork.packs.model",
    "groundwork.gui.page.prose_style",
    "groundwork.gui.page.lesson_page",
    "groundwork.gui.tree.tree",
    "groundwork.gui.console.panel",
    "groundwork.gui.run.runner",
    "groundwork.gui.drafts",
    "groundwork.gui.reading",
    "groundwork.gui.run.desk",
    "groundwork.gui.exercise.desk",
    "groundwork.gui.app",
)
"""What the application rests on, each loaded in a moment of its own."""


class Start(QObject):
    """Builds the rest of the window after its first paint, in steps that let keys through."""

    def __init__(self, shell: Shell, target: Path | None, files: WaitingFiles) -> None:
        super().__init__()
        self._shell = shell
        self._target = target
        self._files = files
        self.app: App | None = None
        self._rounds = _ROUNDS
        self._steps = self._completed()
        self._timer = QTimer(singleShot=True)
        self._timer.timeout.connect(self._on_timer_timeout)
        shell.window.installEventFilter(self)
        shell.editor.text_changed.connect(self._on_editor_text_changed)
        shell.window.open()
        if shell.early_text is None:
            self._rounds = 0  # there is nothing yet that takes keys
            self._timer.start(0)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Go on once the window has been painted."""
        if event.type() == QEvent.Type.Paint:
            watched.removeEventFilter(self)
            if not self._timer.isActive():
                self._timer.start(_ROUND)
        return super().eventFilter(watched, event)

    def _completed(self) -> Iterator[None]:
        for module in _HEAVY:
            importlib.import_module(module)
            yield
        from groundwork.gui.app import App  # noqa: PLC0415 - what the first paint does not wait for

        self.app = App(self._shell)
        yield
        from groundwork.gui.faults import FaultLog  # noqa: PLC0415 - the same

        FaultLog(self._shell.folders.data / "faults.log", self.app.banner.tell).install()
        self.app.begin(self._target)
        self._files.give_to(self.app.pack_desk.open_path)
        gc.freeze()  # what is there now stays until the end: no use in looking through it again
        gc.enable()

    def _on_editor_text_changed(self) -> None:
        if self._rounds:
            self._rounds = _ROUNDS

    def _on_timer_timeout(self) -> None:
        if self._rounds:
            self._rounds -= 1
            self._timer.start(_ROUND)
            return
        for _ in self._steps:
            self._timer.start(0)
            return


def open_window(target: Path | None) -> int:
    """Show the window, with `target` opened in it, until it is closed; the exit code.

    Whoever calls it has called `early.make_loading_quick` before this module was loaded.
    """
    files = WaitingFiles()
    with display_is_needed():
        application = _application(files)
    application.setApplicationName("Groundwork")
    application.setDesktopFileName("groundwork")
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    sys.setswitchinterval(_TURN)
    # A program may print any letter of any script; which fonts lack it is no news to anybody.
    QLoggingCategory.setFilterRules("qt.text.font.db.warning=false")
    try:
        shell = Shell(application, paths.user_folders(), shows_last_text=target is None)
    except QScintillaMissingError as error:
        from groundwork.damage import damage_found  # noqa: PLC0415 - only when all is lost

        return _refuse(damage_found() or str(error))
    start = Start(shell, target, files)
    code = application.exec()
    if start.app is not None:
        start.app.runner.see_off()
    del start  # it has kept everything alive until here
    return code


def _application(files: WaitingFiles) -> QApplication:
    arguments = [sys.argv[0], *style.ARGUMENTS]
    if sys.platform == "darwin":
        from groundwork.gui.mac_application import MacApplication  # noqa: PLC0415 - there alone

        return MacApplication(arguments, files.take)
    if sys.platform == "win32":
        from groundwork.running.windows import mark_as_running  # noqa: PLC0415 - there alone

        mark_as_running()
        application = QApplication(arguments)
        # Whoever ends the session, or installs a newer version, asks for this before anything else.
        application.commitDataRequest.connect(
            lambda _: QTimer.singleShot(0, QApplication.closeAllWindows)
        )
        return application
    return QApplication(arguments)


def _refuse(sentence: str) -> int:
    """Say in a box and on standard error why there is no window."""
    from PySide6.QtWidgets import QMessageBox  # noqa: PLC0415 - only when all is lost

    sys.stderr.write(f"{sentence}\n")
    QMessageBox.critical(None, "Groundwork cannot start", sentence)
    return 1
