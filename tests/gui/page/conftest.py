"""A reader in front of a lesson page."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from pytestqt.qtbot import QtBot

from .reader import Reader


@pytest.fixture
def reader(qtbot: QtBot) -> Reader:
    """Sits in front of a page of 700 by 600 pixels."""
    return Reader(qtbot)


@pytest.fixture
def reader_with(qtbot: QtBot) -> Callable[..., Reader]:
    """Makes a reader with a theme, a text scale and a size of the page."""
    return lambda **wishes: Reader(qtbot, **wishes)
