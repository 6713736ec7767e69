"""A worker as the window has it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from groundwork.gui.language.worker import LanguageWorker
from groundwork.gui.run.child import ChildProcess

from .writing_desk import WritingDesk


@pytest.fixture
def worker(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[LanguageWorker]:
    """A worker that has not been started yet, and is gone after the test."""
    one = LanguageWorker(tmp_path / "cache")
    yield one
    one.close()
    qtbot.waitUntil(lambda: not qapp.findChildren(ChildProcess))
    one.deleteLater()


@pytest.fixture
def desk_with(qtbot: QtBot, worker: LanguageWorker, tmp_path: Path) -> Callable[..., WritingDesk]:
    """Makes a desk with a text in the editor, the cursor before it."""
    return lambda text="": WritingDesk(qtbot, worker, tmp_path, text)
