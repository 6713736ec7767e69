"""Signs the application for macOS, every program in it from the inside out.

    python -m bundling.mac_signing dist/Groundwork.app [--identity "Developer ID Application: …"]

Without an identity it is signed by nobody (ad hoc): on Apple's processors macOS starts no program
without any signature, and what was laid into the bundle has broken the one that it had.
"""

from __future__ import annotations

import argparse
import platform
import plistlib
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from bundling.layout import RUNTIME, content_folder
from bundling.mac_libraries import programs_in
from bundling.system import System
from groundwork.contents import write_contents

NOBODY = "-"

_HARDENED = ("--timestamp", "--options", "runtime")
"""What Apple asks for before it notarises: a time of its own, and the hardened runtime."""

_FOREIGN_LIBRARIES = "com.apple.security.cs.disable-library-validation"
_UNSIGNED_MEMORY = "com.apple.security.cs.allow-unsigned-executable-memory"


def entitlements(machine: str, *, is_runtime: bool) -> dict[str, bool]:
    """What a hardened program may do all the same, on the processor that is called `machine`.

    Learners install packages that somebody else has built, and the runtime has to load them. Calls
    from C into Python need memory that is written and run on Intel's processors; on Apple's own
    libffi does without.
    """
    asked = {}
    if is_runtime:
        asked[_FOREIGN_LIBRARIES] = True
    if machine == "x86_64":
        asked[_UNSIGNED_MEMORY] = True
    return asked


def sign(app: Path, identity: str = NOBODY) -> None:
    """Sign everything in `app`, and at last the application itself.

    Signing changes the programs, so the list of what `app` consists of is written in between.

    Raises:
        subprocess.SubprocessError: a tool refused.
    """
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder, "entitlements.plist")
        for place, asked in parts(app, platform.machine()):
            file.write_bytes(plistlib.dumps(asked))
            if place == app:
                write_contents(content_folder(app, System.MACOS))
            subprocess.run(signing_command(place, identity, file if asked else None), check=True)
    subprocess.run(["codesign", "--verify", "--deep", "--strict", str(app)], check=True)


def signing_command(place: Path, identity: str, asked: Path | None) -> list[str]:
    """The command that signs one file or bundle, with the entitlements in the file `asked`."""
    command = ["codesign", "--force", "--sign", identity]
    if identity != NOBODY:
        command += _HARDENED
        command += ["--entitlements", str(asked)] if asked else []
    return [*command, str(place)]


def parts(app: Path, machine: str) -> Iterator[tuple[Path, dict[str, bool]]]:
    """What is signed, in this order, each with its entitlements; libraries have none."""
    own = app / "Contents" / "MacOS"
    interpreters = content_folder(app, System.MACOS) / RUNTIME / "bin"
    for file in programs_in(app):
        if file.parent == interpreters:
            yield file, entitlements(machine, is_runtime=True)
        elif file.parent != own:
            yield file, {}
    for framework in sorted(app.rglob("*.framework"), key=_depth, reverse=True):
        if not framework.is_symlink():
            yield framework, {}
    yield app, entitlements(machine, is_runtime=False)


def _depth(place: Path) -> int:
    return len(place.parts)


def main() -> int:
    """Sign what the command line names; the exit code."""
    parser = argparse.ArgumentParser(prog="python -m bundling.mac_signing", description=__doc__)
    parser.add_argument("app", type=Path)
    parser.add_argument("--identity", default=NOBODY)
    asked = parser.parse_args()
    sign(asked.app, asked.identity)
    return 0


if __name__ == "__main__":
    sys.exit(main())
