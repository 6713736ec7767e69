"""Looks at the tab of an exercise, and presses keys in it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from groundwork.checking.verdicts import CheckVerdict, Verdicts
from groundwork.gui.appearance import Appearance
from groundwork.gui.exercise.attempt import Attempt
from groundwork.gui.exercise.evidence import EvidenceView
from groundwork.gui.exercise.panel import ExercisePanel
from groundwork.gui.exercise.verdict_row import VerdictRow
from groundwork.packs.checks import CallCheck
from groundwork.packs.exercises import Exercise
from groundwork.packs.model import Prose, SourceFile


def prose(text: str) -> Prose:
    return Prose(f"<p>{text}</p>", text)


EXERCISE = Exercise(
    "double",
    "Twice as much",
    (prose("Write double."),),
    (SourceFile("main.py", "def double(number):\n    return number\n"),),
    "main.py",
    solution=(SourceFile("main.py", "def double(number):\n    return number * 2\n"),),
    checks=(
        CallCheck(title="first", call="double(1)"),
        CallCheck(title="second", call="double(2)"),
    ),
    hints=((prose("Multiply."),), (prose("By two."),)),
)


class Looker:
    """The tab between two fields to tab from and to."""

    def __init__(self, qtbot: QtBot, appearance: Appearance, width: int) -> None:
        self.qtbot = qtbot
        self.window = QWidget()
        self.above, self.below = QLineEdit(), QLineEdit()
        self.panel = ExercisePanel(appearance)
        column = QVBoxLayout(self.window)
        column.setContentsMargins(0, 0, 0, 0)
        for widget in (self.above, self.panel, self.below):
            column.addWidget(widget)
        self.window.resize(width, 700)
        qtbot.addWidget(self.window)
        with qtbot.waitActive(self.window):
            self.window.show()
            self.window.activateWindow()
        self.panel.show_exercise(EXERCISE, Attempt())

    def judge(self, *checks: CheckVerdict, takes_focus: bool = False, problem: str = "") -> None:
        """Show these verdicts."""
        self.panel.show_verdicts(Verdicts(checks, problem=problem), takes_focus=takes_focus)

    @property
    def rows(self) -> list[VerdictRow]:
        """The rows that are there, from top to bottom."""
        found = [row for row in self.panel.findChildren(VerdictRow) if not row.isHidden()]
        return sorted(found, key=lambda row: row.y())

    @property
    def opened(self) -> list[str]:
        """The titles of the rows that are open."""
        return [row.header.text() for row in self.rows if row.is_open]

    @property
    def words(self) -> str:
        """The words of all labels that can be seen or scrolled to."""
        labels = self.panel.findChildren(QLabel)
        return "\n".join(label.text() for label in labels if label.isVisibleTo(self.panel))

    @property
    def offers(self) -> list[str]:
        """The help that can be had at a press of a button."""
        buttons = self.panel.help.findChildren(QAbstractButton)
        return [button.text() for button in buttons if button.isVisibleTo(self.panel)]

    @property
    def evidence(self) -> str:
        """The lines of what a check found."""
        views = [one for one in self.panel.findChildren(EvidenceView) if one.isVisible()]
        assert len(views) == 1
        return views[0].document.toPlainText()

    def press(self, key: Qt.Key, times: int = 1) -> None:
        """Press a key where the keyboard is."""
        for _ in range(times):
            focused = QApplication.focusWidget()
            assert focused is not None
            QTest.keyClick(focused, key)

    def stops(self, key: Qt.Key) -> list[str]:
        """The names of what tabbing goes through, from one field to the other."""
        start, end = self.above, self.below
        if key is Qt.Key.Key_Backtab:
            start, end = end, start
        start.setFocus()
        names: list[str] = []
        self.press(key)
        while (focused := QApplication.focusWidget()) is not end:
            assert focused is not None
            assert len(names) < 50
            words = focused.text() if isinstance(focused, QAbstractButton) else ""
            names.append(focused.accessibleName() or words)
            self.press(key)
        return names
