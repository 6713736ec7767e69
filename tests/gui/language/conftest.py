"""A worker as the window has it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from groundwork.gui.language.worker import LanguageWorker
from groundwork.gui.run.child import ChildProcess


@pytest.fixture
def worker(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[LanguageWorker]:
    """A worker that has not been started yet, and is gone after the test."""
    one = LanguageWorker(tmp_path / "cache")
    yield one
    one.close()
    qtbot.waitUntil(lambda: not qapp.findChildren(ChildProcess))
    one.deleteLater()
