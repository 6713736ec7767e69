"""Keys of the window while a program is written, with code intelligence or without any of it.

typing_load.py on|off    the seconds of each key until the editor is painted
"""

from __future__ import annotations

import json
import sys
import time

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractScrollArea
from tests.benchmarks.first_key import PaintWatch
from tests.benchmarks.open_window import OpenWindow, wait_until

from groundwork.gui import app

_BETWEEN_KEYS = 0.07
_LOOK = 0.001
_PROGRAM = """\
prices = {"pen": 2, "book": 12}
total = 0
for name in sorted(prices):
    total += prices[name]
    print(name.upper(), prices.get(name), total)
names = list(prices)
if total > len(names):
    names.append("pencil")
"""
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


def main() -> None:
    """Print what was measured."""
    if sys.argv[1] == "off":
        app.__dict__["LanguageDesk"] = _Nobody
    window = OpenWindow()
    window.put(_BEFORE)
    window.app.editor.setFocus()
    window.app.editor.go_to(window.app.editor.current, 12 * 7 + 1)
    window.rest(3)
    seconds, editor = [], window.editor  # looked for once: that takes longer than a key
    for letter in "".join(line.strip() + " " for line in _PROGRAM.splitlines()):
        seconds.append(key_seconds(editor, letter))
        window.rest(_BETWEEN_KEYS)
    print(json.dumps(seconds), flush=True)
    window.close()


main()
