"""Keys of the window while a program is written, with code intelligence or without any of it.

typing_load.py on|off    for each line on its input, which is typed: the seconds of each key until
                         the editor is painted
"""

from __future__ import annotations

import json
import sys
import time
from queue import SimpleQueue
from threading import Thread

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractScrollArea, QWidget
from tests.benchmarks.first_key import PaintWatch
from tests.benchmarks.open_window import OpenWindow, wait_until

from groundwork.gui import app

_BETWEEN_KEYS = 0.07
_BEFORE_LINES = 0.3
_LOOK = 0.001
_BEFORE = "import json\n\n\ndef shown(number):\n    return json.dumps(number)\n\n\n" * 12


class _Nobody:
    """In the place of all code intelligence: all of it is nobody, and does nothing."""

    def __init__(self, **parts: object) -> None:
        del parts

    def __getattr__(self, name: str) -> _Nobody:
        if name.startswith("__"):
            raise AttributeError(name)
        return self

    def __call__(self, *_: object) -> None:
        """Do nothing."""

    def set_off(self, *_: object) -> None:
        """Do nothing: a signal is joined to a method."""


def key_seconds(editor: QAbstractScrollArea, letter: str) -> float:
    """Press a key; the seconds until the editor is painted."""
    painted: list[float] = []
    watch = PaintWatch(editor.viewport(), painted.append)
    began = time.monotonic()
    QTest.keyClicks(editor, letter)
    wait_until(lambda: bool(painted), look=_LOOK)
    watch.deleteLater()
    return painted[0] - began


def typed(window: OpenWindow, line: str) -> list[float]:
    """Type a line of code in the window, once that is the active one."""
    editor = window.editor  # looked for once: that takes longer than a key
    wait_until(lambda: _is_active(window.app.window))
    window.app.editor.setFocus()
    window.rest(_BEFORE_LINES)
    seconds = []
    for letter in line:
        seconds.append(key_seconds(editor, letter))
        window.rest(_BETWEEN_KEYS)
    return seconds


def _is_active(window: QWidget) -> bool:
    """Whether the window is the active one; if not, it is made so, which may be refused once."""
    is_active = window.isActiveWindow()
    if not is_active:
        window.activateWindow()
    return is_active


def _read(lines: SimpleQueue[str]) -> None:
    for line in sys.stdin:
        lines.put(line)
    lines.put("")


def _next(lines: SimpleQueue[str]) -> str:
    """The next line of the input, during whose waiting the window goes on; empty at its end."""
    wait_until(lambda: not lines.empty())
    return lines.get()


def main() -> None:
    """Answer until the input ends."""
    if sys.argv[1] == "off":
        app.__dict__["LanguageDesk"] = _Nobody
    window = OpenWindow()
    window.put(_BEFORE)
    window.app.editor.go_to(window.app.editor.current, 12 * 7 + 1)
    window.rest(3)
    lines: SimpleQueue[str] = SimpleQueue()
    Thread(target=_read, args=(lines,), daemon=True).start()
    while line := _next(lines):
        print(json.dumps(typed(window, json.loads(line))), flush=True)
    window.close()


main()
