"""The start of the application as a user starts it, watched from inside.

our_window.py BEGAN         the seconds from BEGAN until a key shows
our_window.py BEGAN page    the seconds until the lesson stands on the page
our_window.py BEGAN typing  the worst seconds for a key, typed from the first paint until 1 s
                            after the lesson stands on the page
"""

import sys

from groundwork.__main__ import main
from groundwork.gui.early import make_loading_quick

make_loading_quick()  # as the application does before anything of Qt is loaded
from PySide6.QtWidgets import QApplication  # noqa: E402 - after that


def _watched_exec(*_: object) -> int:
    """What the application calls when its window has been made: watch it, and go on."""
    from tests.benchmarks.protocol import WATCHES  # noqa: PLC0415 - loaded after all of ours

    WATCHES[_asked](_began)
    return _exec()


_began, _asked = float(sys.argv[1]), (sys.argv[2:] or ["key"])[0]
sys.argv[1:] = []
_exec = QApplication.exec
QApplication.exec = _watched_exec  # type: ignore[method-assign]  # the one way in without a change to the application
sys.exit(main())
