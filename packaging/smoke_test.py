"""Tries a finished bundle.

    smoke_test.py BUNDLE      on this system, on a display that it starts itself

Each step is named as it passes; the first that fails ends it with exit code 1.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from bundling.system import HERE, System
from smoke import start, terminal, window
from smoke.place import Place, SmokeError


def main() -> int:
    """Try everything; the exit code."""
    parser = argparse.ArgumentParser(description="Try a finished bundle.")
    parser.add_argument("bundle", type=Path)
    bundle: Path = parser.parse_args().bundle.resolve()
    with tempfile.TemporaryDirectory(prefix="groundwork-smoke-") as folder, display():
        home = Path(folder, "home of Zoë")
        scratch = Path(folder, "scratch")
        home.mkdir()
        scratch.mkdir()
        state = {"GROUNDWORK_HOME": f"{home}/state"}
        program = start.command_of(bundle, HERE)
        return tried(Place(str(program), str(home), str(scratch), variables=state))


def tried(place: Place) -> int:
    """Take every step in a place; 0 if all went well, otherwise 1."""
    try:
        without_keys = () if HERE is System.LINUX else start.STEPS
        for step in (*terminal.STEPS, *without_keys):
            step(place)
            _tell(step.__name__)
        if HERE is System.LINUX:
            _try_keys(place)
    except (SmokeError, subprocess.SubprocessError) as error:
        print(f"FAILED: {error}", file=sys.stderr)
        return 1
    return 0


def _try_keys(place: Place) -> None:
    with window.opened(place) as seat:
        for step in window.STEPS:
            step(seat)
            _tell(step.__name__)


@contextmanager
def display() -> Iterator[None]:
    """A display of its own, as a bare machine has it, without a window manager."""
    if HERE is not System.LINUX or shutil.which("Xvfb") is None:
        yield
        return
    read, write = os.pipe()
    command = ["Xvfb", "-displayfd", str(write), "-screen", "0", "1360x860x24", "-dpi", "96"]
    server = subprocess.Popen(
        [*command, "-nolisten", "tcp", "-ac", "-noreset"],
        pass_fds=[write],
        stderr=subprocess.DEVNULL,
    )
    os.close(write)
    with os.fdopen(read) as told:
        number = told.readline().strip()
    before = os.environ.get("DISPLAY")
    os.environ["DISPLAY"] = f":{number}"
    try:
        yield
    finally:
        if before is None:
            del os.environ["DISPLAY"]
        else:
            os.environ["DISPLAY"] = before
        server.terminate()
        server.wait()


def _tell(step: str) -> None:
    print(f"ok  {step.replace('_', ' ')}", flush=True)


if __name__ == "__main__":
    sys.exit(main())
