"""What holds for every test with widgets."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

PATIENCE = 30_000
"""Milliseconds before a test gives up waiting: machines may be busy."""


class PatientBot(QtBot):
    """Waits six times as long as others do, and keeps the widgets of a test to its end.

    Nobody else need hold them, and garbage collection would delete them while they are painted.
    """

    def __init__(self, request: pytest.FixtureRequest) -> None:
        super().__init__(request)
        self._kept: list[QWidget] = []

    def addWidget(  # noqa: N802 - pytest-qt's
        self, widget: QWidget, *, before_close_func: Callable[[QWidget], None] | None = None
    ) -> None:
        self._kept.append(widget)
        super().addWidget(widget, before_close_func=before_close_func)

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


@pytest.fixture(autouse=True)
def no_widgets_left() -> Iterator[None]:
    """Delete the widgets that pytest-qt has closed; it only marks them for that.

    Where garbage collection did it, in the middle of another test, what is Python about them would
    be gone before they are, and their last events would find half of it.
    """
    yield
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
