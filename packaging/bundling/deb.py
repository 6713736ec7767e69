"""Makes the package for Debian and what is made of it, from a finished bundle."""

from __future__ import annotations

import subprocess
from pathlib import Path

from bundling.identity import VERSION
from bundling.release import commit_time
from groundwork.authoring.handout.deb import write_deb
from groundwork.authoring.handout.handout import deb_entries
from groundwork.authoring.handout.tree import entries_of


def make_deb(bundle: Path, target: Path, number: str = VERSION, preset: int = 9) -> None:
    """Make the package `target` from `bundle`, of the version `number`.

    Two packages of the same bundle are the same, bit by bit: times are that of the last commit.
    `preset` is how hard it is compressed, from 0 to 9.

    Raises:
        OSError: something cannot be read or written.
    """
    target.parent.mkdir(parents=True, exist_ok=True)
    write_deb(
        target,
        [*deb_entries([*entries_of(bundle, ".")])],
        version=number,
        architecture=architecture(),
        moment=commit_time(),
        preset=preset,
    )


def architecture() -> str:
    """What Debian calls this machine's kind of processor."""
    command = ["dpkg", "--print-architecture"]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip()
