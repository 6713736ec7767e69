"""Somebody who types, and reads what is offered."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from tests.gui.language.writing_desk import WritingDesk

from groundwork.gui.language.completion.beside import Beside
from groundwork.gui.language.completion.popup import CompletionPopup
from groundwork.gui.language.completion.rows import Rows
from groundwork.language.protocol import Warm

CURSOR = "‸"


class Reader:
    """What is typed at a desk, and what is offered there."""

    def __init__(self, desk: WritingDesk) -> None:
        self.desk = desk

    @property
    def popup(self) -> CompletionPopup | None:
        """What is open."""
        found = self.desk.pane.findChild(CompletionPopup)
        return found if isinstance(found, CompletionPopup) and found.isVisible() else None

    @property
    def beside(self) -> Beside | None:
        """What is open beside the list."""
        found = self.desk.pane.findChild(Beside)
        return found if isinstance(found, Beside) and found.isVisible() else None

    @property
    def rows(self) -> Rows:
        assert self.popup is not None
        return self.popup.rows

    @property
    def names(self) -> list[str]:
        """The names that are offered, from top to bottom."""
        return [each.candidate.name for each in self.rows.choices] if self.popup else []

    @property
    def selected(self) -> str:
        return self.names[self.rows.current] if self.popup else ""

    @property
    def text(self) -> str:
        """The text with the cursor in it."""
        before = self.desk.text.encode()[: self.desk.cursor].decode()
        return before + CURSOR + self.desk.text[len(before) :]

    def type(self, text: str) -> None:
        self.desk.type(text)

    def press(self, key: Qt.Key, *, times: int = 1) -> None:
        self.desk.press(key, times=times)

    def ask(self) -> None:
        """Press Ctrl+Space."""
        self.desk.press(Qt.Key.Key_Space, Qt.KeyboardModifier.ControlModifier)

    def wait_for(self, name: str) -> None:
        """Wait until that name is offered."""
        self.desk.qtbot.waitUntil(lambda: name in self.names)

    def wait_until_closed(self) -> None:
        self.desk.qtbot.waitUntil(lambda: self.popup is None)

    def wait_for_answer(self) -> None:
        """Wait until everything that was asked has been answered.

        A later question of a kind that waits behind all others is answered after them.
        """
        answers: list[object] = []
        source = self.desk.workplace.source()
        assert source is not None
        self.desk.workplace.worker.ask(Warm(source.folder, ""), answers.append)
        self.desk.qtbot.waitUntil(lambda: bool(answers))

    def place_of(self, name: str) -> QPoint:
        """The middle of a row, in the list."""
        row = self.names.index(name) - self.rows.verticalScrollBar().value()
        return QPoint(60, round((row + 0.5) * self.rows.row_height))

    def click(self, name: str) -> None:
        left = Qt.MouseButton.LeftButton
        QTest.mouseClick(self.rows.viewport(), left, pos=self.place_of(name))
