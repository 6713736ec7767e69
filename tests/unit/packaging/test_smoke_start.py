"""The programs of a bundle are called by their names on each system."""

from __future__ import annotations

from pathlib import Path

import pytest

from bundling.system import System
from smoke.start import command_of, window_of


@pytest.mark.parametrize(
    ("system", "command", "window"),
    [
        (System.LINUX, "groundwork", "groundwork"),
        (System.WINDOWS, "groundwork-cli.exe", "groundwork.exe"),
        (System.MACOS, "Contents/MacOS/groundwork", "Contents/MacOS/groundwork"),
    ],
)
def test_what_answers_in_a_terminal_and_what_opens_the_window(
    system: System, command: str, window: str
) -> None:
    bundle = Path("a bundle")
    assert command_of(bundle, system) == bundle / command
    assert window_of(command_of(bundle, system)) == bundle / window
