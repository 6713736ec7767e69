"""What to do when the window is to close and some work could not be saved."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QMessageBox, QWidget

from groundwork.learner.saving import Leftover


def closes_in_spite_of(leftovers: Sequence[Leftover], window: QWidget) -> bool:
    """Ask whether the window shall close although these texts are not in their place."""
    question = QMessageBox(window)
    question.setWindowTitle("Your last changes are not saved")
    question.setText("Your last changes could not be saved where your work is kept.")
    question.setInformativeText(_explanation(leftovers))
    question.addButton("Close anyway", QMessageBox.ButtonRole.DestructiveRole)
    back = question.addButton("Go back", QMessageBox.ButtonRole.RejectRole)
    question.setDefaultButton(back)
    question.exec()
    return question.clickedButton() is not back


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
