"""The question before an example becomes the lesson's version again."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox, QWidget


def ask_to_reset(window: QWidget, reset: Callable[[], object]) -> None:
    """Ask whether the lesson's version shall come back; `reset` is called when it shall."""
    question = QMessageBox(window)
    question.setWindowTitle("Reset this example")
    question.setText("Put the lesson's version of this example back?")
    question.setInformativeText("Your version is kept in the history, and Undo brings it back too.")
    yes = question.addButton("Reset", QMessageBox.ButtonRole.AcceptRole)
    question.addButton("Keep mine", QMessageBox.ButtonRole.RejectRole)
    question.setDefaultButton(yes)
    question.accepted.connect(reset)
    question.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    question.open()
