"""What holds for every test with widgets."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

PATIENCE = 30_000
"""Milliseconds before a test gives up waiting: machines may be busy."""


class PatientBot(QtBot):
    """Waits six times as long as others do."""

    def waitUntil(self, callback: Callable[[], bool | None], *, timeout: int = PATIENCE) -> None:  # noqa: N802 - pytest-qt's
        super().waitUntil(callback, timeout=timeout)


@pytest.fixture
def qtbot(qapp: QApplication, request: pytest.FixtureRequest) -> QtBot:
    del qapp  # it only has to be there
    return PatientBot(request)


@pytest.fixture(autouse=True)
def system_palette() -> Iterator[None]:
    """Give the palette of the system back, in which the next test finds the theme to follow."""
    yield
    if isinstance(QApplication.instance(), QApplication):
        QApplication.setPalette(QPalette())
