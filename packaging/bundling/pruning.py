"""Takes out of a frozen window the libraries that nothing which was kept still needs."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Iterable
from pathlib import Path

from bundling.shared_libraries import programs_in

_OPENED_BY_NAME = re.compile(r"libpython3|libqscintilla2_qt6")
"""What no file names as needed: the frozen program opens Python, and the bridge QScintilla."""


def prune(folder: Path, patchelf: str) -> list[str]:
    """Remove from the top of `folder`, and from Qt's, every shared library without a user.

    Those are users that are loaded by their place: programs, Python's extension modules, plugins,
    and what Python opens by name. Returns the names of what was removed.

    Raises:
        subprocess.SubprocessError: a file cannot be read.
    """
    files = {file.name: file for file in programs_in(folder)}
    shared = {name for name, file in files.items() if _is_for_others(file, folder)}
    wanted = (set(files) - shared) | {name for name in shared if _OPENED_BY_NAME.match(name)}
    fresh = wanted & set(files)
    while fresh:
        needed = set(_needed((files[name] for name in fresh), patchelf))
        fresh = (needed & set(files)) - wanted
        wanted |= needed
    removed = sorted(shared - wanted)
    for name in removed:
        files[name].unlink()
    for link in folder.rglob("*"):
        if link.is_symlink() and not link.exists():
            link.unlink()
    return removed


def _is_for_others(file: Path, folder: Path) -> bool:
    """Whether a file is a library that others name; those of Python itself are loaded by place."""
    is_on_top = file.parent == folder
    is_of_qt = file.parent.name == "lib" and file.name.startswith("libQt6")
    return (is_on_top or is_of_qt) and ".so" in file.name and ".cpython-" not in file.name


def _needed(files: Iterable[Path], patchelf: str) -> Iterable[str]:
    for file in files:
        listed = subprocess.run(
            [patchelf, "--print-needed", str(file)], capture_output=True, text=True, check=True
        )
        yield from listed.stdout.split()
