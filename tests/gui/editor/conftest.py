"""A desk to work at."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from pytestqt.qtbot import QtBot

from .desk import Desk


@pytest.fixture
def desk(qtbot: QtBot) -> Desk:
    """A desk with an empty file."""
    return Desk(qtbot)


@pytest.fixture
def desk_with(qtbot: QtBot) -> Callable[..., Desk]:
    """Makes a desk with a text in the editor, the cursor before it."""
    return lambda text="", name="main.py": Desk(qtbot, text, name)
