"""Ends everything in its order when the window is closed, once all work is saved."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QCloseEvent

from groundwork.gui.leftovers import ask_before_closing

if TYPE_CHECKING:  # the application makes it
    from groundwork.gui.app import App

PATIENCE = 4.0
"""Seconds that a dead disk may keep the window from closing."""


class Closing(QObject):
    """The end of the window, which waits for what is not saved unless the learner says no."""

    def __init__(self, app: App) -> None:
        super().__init__(app)
        self._app = app
        self._is_forced = False
        app.window.closing.connect(self._on_window_closing)

    def _on_window_closing(self, event: QCloseEvent) -> None:
        app = self._app
        app.memory.keep()
        leftovers = () if self._is_forced else app.drafts.flush(PATIENCE)
        if leftovers:
            event.ignore()
            ask_before_closing(leftovers, app.window, self._close_anyway)
            return
        app.timekeeper.tell()
        app.drafts.close()
        app.progress.close()
        app.runner.close()
        app.exercise_desk.close()
        app.question_desk.close()
        app.language.close()
        app.commands.close()
        app.background.close()

    def _close_anyway(self) -> None:
        self._is_forced = True
        self._app.window.close()
