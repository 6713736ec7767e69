"""Looks at what the window needs: the editor's library and a display.

The window's libraries are only ever loaded in a process of their own: one that is broken can end
the process that loads it.
"""

from __future__ import annotations

import os
import sys

from groundwork import paths
from groundwork.cli.finding import Finding
from groundwork.cli.probe import ask

_EDITOR_QUESTION = """\
import importlib, sys
library = importlib.import_module("pyside6_qsci.library")
try:
    library.bridge()
except library.QScintillaMissingError as error:
    sys.exit(str(error))
print(importlib.import_module("PySide6.QtCore").qVersion())
"""
_DISPLAY_QUESTION = """\
from PySide6.QtGui import QGuiApplication
application = QGuiApplication([])
screen = application.primaryScreen()
size = f"{screen.size().width()}x{screen.size().height()}" if screen else "no screen"
print(application.platformName(), size)
"""
_DISPLAY_VARIABLES = ("WAYLAND_DISPLAY", "DISPLAY")


def editor_library() -> Finding:
    """Whether QScintilla, the library of the editor, is there and can be loaded."""
    if paths.is_bundled():
        return Finding("Editor", is_well=True, sentence="Its library is part of this application.")
    answer = ask(sys.executable, _EDITOR_QUESTION)
    if answer.is_well:
        sentence = f"QScintilla is loaded with Qt {answer.said}."
        return Finding("Editor", is_well=True, sentence=sentence)
    sentence = f"Its library cannot be loaded: {answer.complaint.rstrip('.')}."
    remedy = "Install what is named there; from the source, run “make run”."
    return Finding("Editor", is_well=False, sentence=sentence, remedy=remedy)


def display() -> Finding:
    """Whether a window can be shown."""
    if _needs_display_variable() and not any(os.environ.get(one) for one in _DISPLAY_VARIABLES):
        sentence = "None is set: neither WAYLAND_DISPLAY nor DISPLAY has a value."
        remedy = "Start from a graphical session; without one, only the commands work."
        return Finding("Display", is_well=False, sentence=sentence, remedy=remedy)
    if paths.is_bundled():
        return Finding("Display", is_well=True, sentence="One is set.")
    answer = ask(sys.executable, _DISPLAY_QUESTION)
    if answer.is_well:
        return Finding("Display", is_well=True, sentence=f"{answer.said}.")
    sentence = f"No window can be shown: {answer.complaint.rstrip('.')}."
    remedy = "On Debian and Ubuntu the package libxcb-cursor0 is most often what is missing."
    return Finding("Display", is_well=False, sentence=sentence, remedy=remedy)


def _needs_display_variable() -> bool:
    is_chosen = os.environ.get("QT_QPA_PLATFORM", "").startswith(("offscreen", "minimal", "vnc"))
    return sys.platform.startswith("linux") and not is_chosen
