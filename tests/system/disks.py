"""Disks of a test's own, small and soon full, where the system lets one have them."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest


def run_on_small_disk(
    folder: Path, program: str, *arguments: str, size: str
) -> subprocess.CompletedProcess[str]:
    """Run a program with a disk mounted at `folder`, its first argument, that it alone sees."""
    mount = 'mount -t tmpfs -o size="$1" none "$2" && shift && shift && exec "$@"'
    python = [sys.executable, "-c", program, str(folder), *arguments]
    command = ["sh", "-c", mount, "sh", size, str(folder), *python]
    return subprocess.run([*_own_mounts(), *command], capture_output=True, text=True, check=False)


def _own_mounts() -> list[str]:
    """How to start a command that may mount a disk that nobody else sees."""
    if shutil.which("unshare") is None:
        pytest.skip("this system has no unshare, so no disk of the test's own")
    for options in (["--mount"], ["--mount", "--map-root-user"]):
        command = ["unshare", *options]
        if subprocess.run([*command, "true"], capture_output=True, check=False).returncode == 0:
            return command
    pytest.skip("mounting a disk of the test's own is not allowed here")
