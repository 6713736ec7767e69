"""The first completion after a start of the application, on a lesson with FastAPI.

first_completion.py PACK WAIT    the seconds until the popup is painted for `app.`, typed when the
                                 lesson has been there for WAIT seconds, and those of its worst key
"""

import json
import sys
import time
from pathlib import Path

from groundwork.gui.early import make_loading_quick

make_loading_quick()  # as the application does before anything of Qt is loaded
from PySide6.QtCore import Qt  # noqa: E402 - after that
from PySide6.QtTest import QTest  # noqa: E402 - the same
from PySide6.QtWidgets import QAbstractScrollArea, QApplication  # noqa: E402 - the same
from tests.benchmarks.first_key import PaintWatch, area_in  # noqa: E402 - the same
from tests.benchmarks.open_window import wait_until  # noqa: E402 - the same

from groundwork import paths  # noqa: E402 - the same
from groundwork.gui import style  # noqa: E402 - the same
from groundwork.gui.app import App  # noqa: E402 - the same
from groundwork.gui.shell import Shell  # noqa: E402 - the same
from groundwork.gui.start import Start  # noqa: E402 - the same
from groundwork.gui.waiting_files import WaitingFiles  # noqa: E402 - the same

_LOOK = 0.001
_SEARCH = 0.01  # to look through the whole window takes a while itself
_BETWEEN_KEYS = 0.1


class _Window:
    """The window on the pack, from its start on."""

    def __init__(self, pack: Path) -> None:
        self._application = QApplication(["groundwork", *style.ARGUMENTS])
        shell = Shell(self._application, paths.user_folders(), shows_last_text=False)
        self._start = Start(shell, pack, WaitingFiles())
        shell.window.activateWindow()
        wait_until(lambda: self._is_ready, look=_LOOK)

    @property
    def app(self) -> App:
        if self._start.app is None:
            raise LookupError("the window has not been completed")
        return self._start.app

    @property
    def area(self) -> QAbstractScrollArea:
        area = area_in(self.app.window)
        if area is None:
            raise LookupError("there is no editor in the window")
        return area

    def key_seconds(self, letter: str) -> float:
        """Press a key at the end of the program; the seconds until the editor is painted."""
        painted: list[float] = []
        watch = PaintWatch(self.area.viewport(), painted.append)
        began = time.monotonic()
        QTest.keyClicks(self.area, letter)
        wait_until(lambda: bool(painted), look=_LOOK)
        watch.deleteLater()
        return painted[0] - began

    def wait_for_popup(self) -> None:
        """Until the popup has been painted."""
        from groundwork.gui.language.completion.popup import (  # noqa: PLC0415 - as the window does
            CompletionPopup,
        )

        def made() -> CompletionPopup | None:
            return self.app.window.findChild(CompletionPopup)

        wait_until(lambda: made() is not None, look=_SEARCH)
        popup = made()
        if popup is None:
            raise LookupError("the popup has gone")
        wait_until(popup.isVisible, look=_LOOK)
        popup.repaint()

    @property
    def _is_ready(self) -> bool:
        app = self._start.app
        if app is None or not app.practice.is_settled or app.practice.current is None:
            return False
        return app.practice.current[0].example_id == "items"


def _pause(seconds: float) -> None:
    end = time.monotonic() + seconds
    wait_until(lambda: time.monotonic() >= end, look=_LOOK)


def main() -> None:
    """Print what was measured."""
    window = _Window(Path(sys.argv[1]).resolve())
    _pause(float(sys.argv[2]))
    window.app.editor.setFocus()
    QTest.keyClick(window.area, Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
    keys = []
    for letter in "app":
        keys.append(window.key_seconds(letter))
        _pause(_BETWEEN_KEYS)
    began = time.monotonic()
    keys.append(window.key_seconds("."))
    window.wait_for_popup()
    print(json.dumps({"seconds": time.monotonic() - began, "key": max(keys)}), flush=True)
    QTest.keyClick(window.area, Qt.Key.Key_Escape)
    for _ in keys:  # the next start finds the program as it was
        QTest.keyClick(window.area, Qt.Key.Key_Backspace)
    window.app.window.close()


main()
