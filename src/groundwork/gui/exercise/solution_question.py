"""Asks before a solution is shown: it cannot be unseen."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox, QWidget


def ask_for_solution(window: QWidget, then: Callable[[bool], None]) -> None:
    """Ask whether the solution is wanted; `then` is told whether as lines to put in order."""
    question = QMessageBox(window)
    question.setWindowTitle("Show the solution")
    question.setText("Show the solution of this exercise?")
    question.setInformativeText(
        "You see as much of it as you ask for, or put its lines in order yourself. The exercise"
        " will then count as done with help."
    )
    pieces = question.addButton("Piece by piece", QMessageBox.ButtonRole.AcceptRole)
    question.addButton("Put in order", QMessageBox.ButtonRole.AcceptRole)
    keep = question.addButton("Keep trying", QMessageBox.ButtonRole.RejectRole)
    question.setDefaultButton(keep)
    question.setEscapeButton(keep)
    question.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    question.accepted.connect(lambda: then(question.clickedButton() is not pieces))
    question.open()
