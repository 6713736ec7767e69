"""Finds out whether a window could be shown, for `groundwork doctor`, in a process of its own."""

from __future__ import annotations

import json
import sys

from PySide6.QtCore import qVersion
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QApplication

from groundwork.gui.display import display_is_needed
from groundwork.gui.editor.scintilla import QScintillaMissingError, Scintilla


def probe_window() -> int:
    """Print what a window would find, as JSON; 0, or 1 with a sentence where there is no display.

    That is Qt's version, why the editor cannot be loaded if it cannot, the kind of display and its
    size in pixels, and the number of fonts, those for code among them.
    """
    with display_is_needed():
        application = QApplication([sys.argv[0]])
    sizes = [screen.size() for screen in application.screens()]
    families = QFontDatabase.families()
    found = {
        "qt": qVersion(),
        "editor": _complaint_of_editor(),
        "display": application.platformName(),
        "width": sizes[0].width() if sizes else 0,
        "height": sizes[0].height() if sizes else 0,
        "fonts": len(families),
        "code_fonts": sum(map(QFontDatabase.isFixedPitch, families)),
    }
    print(json.dumps(found))  # noqa: T201 - the answer to whoever started this process
    return 0


def _complaint_of_editor() -> str:
    try:
        Scintilla()
    except QScintillaMissingError as error:
        return str(error)
    return ""
