"""A tab of an exercise in a window of its own."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from groundwork.gui import style
from groundwork.gui.appearance import Appearance

from .looker import Looker


@pytest.fixture
def looker(qtbot: QtBot, qapp: QApplication) -> Looker:
    """Looks at a tab of 480 by 600 pixels."""
    appearance = Appearance("light", 1.0)
    style.apply(qapp, appearance)
    return Looker(qtbot, appearance, 480)


@pytest.fixture
def looker_at(qtbot: QtBot, qapp: QApplication) -> Callable[[int, float], Looker]:
    """Looks at a tab of a width and a text scale."""

    def look(width: int, scale: float) -> Looker:
        appearance = Appearance("light", scale)
        style.apply(qapp, appearance)
        return Looker(qtbot, appearance, width)

    return look
