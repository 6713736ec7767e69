"""The picture of the README is taken from the running application."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from groundwork import paths


def test_the_picture_is_taken_and_the_window_closes_quietly(tmp_path: Path) -> None:
    script = paths.bundle_folder() / "packaging" / "screenshot.py"
    picture = tmp_path / "new" / "window.png"
    ended = subprocess.run(
        [sys.executable, str(script), str(picture)],
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        encoding="utf-8",
        timeout=100,
        check=False,
    )
    assert (ended.returncode, ended.stderr) == (0, "")
    assert picture.read_bytes().startswith(b"\x89PNG")
