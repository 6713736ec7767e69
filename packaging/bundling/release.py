"""What moment counts as that of the build."""

from __future__ import annotations

import subprocess

from bundling.layout import ROOT


def commit_time() -> int:
    """The moment of the last commit, in seconds; without a history, that of the changelog.

    Whatever writes times into files takes this one, so that two builds of a commit are the same.
    """
    command = ["git", "-C", str(ROOT), "log", "-1", "--format=%ct"]
    try:
        run = subprocess.run(command, capture_output=True, text=True, check=True)
        return int(run.stdout)
    except (OSError, ValueError, subprocess.SubprocessError):
        return int((ROOT / "CHANGELOG.md").stat().st_mtime)
