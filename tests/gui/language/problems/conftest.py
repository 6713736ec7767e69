"""Opens a desk at which problems are told."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from tests.gui.language.writing_desk import WritingDesk

from .mender import Mender

NEVER = 10_000_000


@pytest.fixture
def mender_with(desk_with: Callable[..., WritingDesk]) -> Callable[..., Mender]:
    """Makes a desk with a text in the editor."""
    return lambda text="": Mender(desk_with(text))


@pytest.fixture
def hasty(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever types has paused as soon as a key is let go."""
    monkeypatch.setattr("groundwork.gui.language.problems.display._REST", 0)


@pytest.fixture
def patient(monkeypatch: pytest.MonkeyPatch) -> None:
    """A line is being typed until the cursor leaves it, however long that takes."""
    monkeypatch.setattr("groundwork.gui.language.problems.display._REST", NEVER)
