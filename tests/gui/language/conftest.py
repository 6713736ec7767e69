"""A worker as the window has it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from groundwork.gui.language.worker import LanguageWorker


@pytest.fixture
def worker(qtbot: QtBot, tmp_path: Path) -> Iterator[LanguageWorker]:
    """A worker that has not been started yet, and is gone after the test."""
    del qtbot  # there has to be an application
    one = LanguageWorker(tmp_path / "cache")
    yield one
    one.close()
    one.deleteLater()
