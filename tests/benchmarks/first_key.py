"""When a window is of use: the moment that a key which was pressed has been painted."""

import sys
import time

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractScrollArea


class _FirstKey(QObject):
    """Presses a key once the editor has been painted, and ends the program when that key is."""

    def __init__(self, editor: QAbstractScrollArea) -> None:
        super().__init__(editor)
        self._editor = editor
        self._was_pressed = False
        editor.viewport().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Watch the paint events of the editor."""
        if event.type() == QEvent.Type.Paint:
            if self._was_pressed:
                self._tell()
            else:
                self._press()
        return super().eventFilter(watched, event)

    def _press(self) -> None:
        self._was_pressed = True
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            event = QKeyEvent(kind, Qt.Key.Key_X, Qt.KeyboardModifier.NoModifier, "x")
            QCoreApplication.postEvent(self._editor, event)

    def _tell(self) -> None:
        began = float(sys.argv[1])
        print(time.monotonic() - began, flush=True)
        QCoreApplication.exit(0)


def exit_when_a_key_shows(editor: QAbstractScrollArea) -> None:
    """Print the seconds since the moment in `argv[1]` when a key shows in `editor`, then exit."""
    _FirstKey(editor)
