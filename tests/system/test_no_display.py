"""Without a display there is one sentence and an exit code, and nothing crashes."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="other systems have a display")

_WITHOUT = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")


@pytest.mark.parametrize(
    ("variables", "said"),
    [
        ({}, "neither WAYLAND_DISPLAY nor DISPLAY is set"),
        ({"DISPLAY": ":4711"}, "display “:4711” that DISPLAY names"),
        ({"QT_QPA_PLATFORM": "nonsense"}, "asks for “nonsense”"),
    ],
)
def test_one_sentence_says_why_there_is_no_window(
    tmp_path: Path, variables: dict[str, str], said: str
) -> None:
    environment = {name: value for name, value in os.environ.items() if name not in _WITHOUT}
    ended = subprocess.run(
        [sys.executable, "-m", "groundwork"],
        env=environment | {"GROUNDWORK_HOME": str(tmp_path)} | variables,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert ended.returncode == 1
    assert said in ended.stderr
    assert ended.stderr.count("\n") == 1
    assert ended.stdout == ""
