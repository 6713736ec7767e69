"""What holds for every test."""

import faulthandler
import signal
import sys
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from groundwork.packs.library import Library

# The same cases in every run of a version: a failure can be run again, and a pass means the same.
# How long one takes says something about the machine alone.
settings.register_profile(
    "repeatable", derandomize=True, deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("repeatable")

# A shell tells what it starts in the background to ignore interrupts; tests send some.
signal.signal(signal.SIGINT, signal.default_int_handler)

# Whoever ends a run that takes too long learns where it was. Windows has no such signal.
if sys.platform != "win32":
    faulthandler.register(signal.SIGTERM, file=2, chain=True)


@pytest.fixture
def library(tmp_path: Path) -> Library:
    """A library whose folders are all missing."""
    return Library(
        tmp_path / "built-in",
        tmp_path / "system",
        tmp_path / "user",
        tmp_path / "packs",
        tmp_path / "unpacked",
    )
