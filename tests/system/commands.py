"""The command line in a process of its own."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

GROUNDWORK = [sys.executable, "-m", "groundwork"]


def groundwork(
    *arguments: str | Path,
    typed: str = "",
    changes: Mapping[str, str] | None = None,
    patience: float = 100,
) -> subprocess.CompletedProcess[str]:
    """What came of the command, with `changes` to our environment."""
    return subprocess.run(
        [*GROUNDWORK, *map(str, arguments)],
        input=typed,
        env={**os.environ, **(changes or {})},
        capture_output=True,
        encoding="utf-8",
        timeout=patience,
        check=False,
    )


def document_of(process: subprocess.CompletedProcess[str]) -> Any:  # noqa: ANN401 - JSON is anything
    """The one JSON document on the process's output, next to which there is nothing."""
    assert process.stderr == ""
    return json.loads(process.stdout)
