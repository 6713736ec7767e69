"""What to do when the window is to close and some work could not be saved."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox, QWidget

from groundwork.learner.saving import Leftover

_NAME = "leftovers"


def ask_before_closing(
    leftovers: Sequence[Leftover], window: QWidget, close_anyway: Callable[[], object]
) -> None:
    """Ask whether the window shall close although these texts are not in their place.

    Returns at once: nothing may wait in the middle of closing. There is one question at a time.
    """
    if window.findChild(QMessageBox, _NAME) is not None:
        return
    question = QMessageBox(window)
    question.setObjectName(_NAME)
    question.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    question.setWindowTitle("Your last changes are not saved")
    question.setText("Your last changes could not be saved where your work is kept.")
    question.setInformativeText(_explanation(leftovers))
    anyway = question.addButton("Close anyway", QMessageBox.ButtonRole.DestructiveRole)
    anyway.clicked.connect(close_anyway)
    question.setDefaultButton(question.addButton("Go back", QMessageBox.ButtonRole.RejectRole))
    question.open()


def _explanation(leftovers: Sequence[Leftover]) -> str:
    """Where copies are, and what closing would lose."""
    copies = [str(leftover.folder) for leftover in leftovers if leftover.folder is not None]
    lost = [name for leftover in leftovers if leftover.folder is None for name in leftover.texts]
    parts = []
    if copies:
        parts.append("Copies are in " + ", ".join(copies) + ". Move them to a safe place.")
    if lost:
        parts.append("There was no room for copies of " + ", ".join(lost) + ".")
    parts.append("Go back, free some space on the disk, and they will be saved by themselves.")
    return " ".join(parts)
