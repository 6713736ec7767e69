"""What holds for every test with widgets."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication


@pytest.fixture(autouse=True)
def system_palette() -> Iterator[None]:
    """Give the palette of the system back, in which the next test finds the theme to follow."""
    yield
    if isinstance(QApplication.instance(), QApplication):
        QApplication.setPalette(QPalette())
