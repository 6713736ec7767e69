"""A desk at which code is written with a worker that can be asked about it."""

from __future__ import annotations

from pathlib import Path

from pytestqt.qtbot import QtBot
from tests.gui.editor.desk import Desk

from groundwork.gui.editor.scintilla import Message
from groundwork.gui.language.worker import LanguageWorker
from groundwork.gui.language.workplace import Workplace
from groundwork.language.protocol import Warm


class WritingDesk(Desk):
    """An editor pane in a window of its own, as the workplace of whatever helps there."""

    def __init__(self, qtbot: QtBot, worker: LanguageWorker, folder: Path, text: str = "") -> None:
        super().__init__(qtbot, text)
        self.folder = folder
        self.workplace = Workplace(self.pane, worker, self.appearance, lambda: folder)

    @property
    def cursor(self) -> int:
        """The position of the cursor in bytes."""
        return self.ask(Message.GETCURRENTPOS)

    def put_cursor(self, position: int) -> None:
        """Put the cursor at a position in bytes."""
        self.ask(Message.GOTOPOS, position)

    def put_cursor_behind(self, part: str) -> None:
        """Put the cursor behind the first place where this stands."""
        before = self.text[: self.text.index(part) + len(part)]
        self.put_cursor(len(before.encode()))

    def settle(self) -> None:
        """Wait until everything has been answered that was asked so far."""
        self.view.area.viewport().repaint()  # tells where the cursor is
        answers: list[object] = []
        self.workplace.worker.ask(Warm(str(self.folder), ""), answers.append)
        self.qtbot.waitUntil(lambda: bool(answers))
