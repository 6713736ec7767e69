"""Shared libraries on Linux: which ones a folder needs, and how they find each other in it."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

_ELF = b"\x7fELF"
_FOUND = re.compile(r"^\s*(\S+) => (/\S+)", re.MULTILINE)
_MISSING = re.compile(r"^\s*(\S+) => not found", re.MULTILINE)

OF_THE_SYSTEM = re.compile(
    r"(ld-linux.*|libc|libm|libdl|libpthread|librt|libutil|libresolv|libnsl|libanl|libcrypt"
    r"|libBrokenLocale|libthread_db|libX11|libX11-xcb|libxcb|libXau|libXdmcp"
    r"|libGL|libEGL|libGLX|libGLdispatch|libOpenGL|libgcc_s|libstdc\+\+)\.so.*"
)
"""What must be the system's own: the C library and its family, what draws, and the X client."""


class MissingLibrariesError(Exception):
    """Libraries that something needs are nowhere; the text names them."""


def programs_in(folder: Path) -> Iterator[Path]:
    """Every program and shared library under `folder`, each file once."""
    for place, _, names in os.walk(folder):
        for name in sorted(names):
            file = Path(place, name)
            if not file.is_symlink() and _is_elf(file):
                yield file


def needed_libraries(files: Iterable[Path], search: Sequence[Path] = ()) -> dict[str, Path]:
    """The libraries outside the system's own that `files` need, by the name they are asked for.

    `search` are folders to look in before the system's.

    Raises:
        MissingLibrariesError: some are not there.
    """
    environment = os.environ | {"LD_LIBRARY_PATH": os.pathsep.join(map(str, search))}
    found: dict[str, Path] = {}
    missing: dict[str, Path] = {}
    for file in files:
        listed = subprocess.run(
            ["ldd", str(file)], capture_output=True, text=True, env=environment, check=False
        ).stdout
        missing |= dict.fromkeys(_MISSING.findall(listed), file)
        for name, place in _FOUND.findall(listed):
            if not OF_THE_SYSTEM.fullmatch(name):
                found[name] = Path(place)
    if missing:
        told = ", ".join(f"{name} (for {file.name})" for name, file in sorted(missing.items()))
        raise MissingLibrariesError(f"Shared libraries are missing: {told}")
    return found


def gather(libraries: dict[str, Path], folder: Path) -> list[Path]:
    """Copy the libraries into `folder` under the names they are asked for; those that are new."""
    folder.mkdir(parents=True, exist_ok=True)
    copied = []
    for name, place in sorted(libraries.items()):
        target = folder / name
        if not target.exists() and not place.is_relative_to(folder.parent):
            shutil.copyfile(place.resolve(), target)
            target.chmod(0o755)
            copied.append(target)
    return copied


def look_in(files: Iterable[Path], folder: Path, patchelf: str) -> None:
    """Let the files look for their libraries in `folder`, wherever both are moved together.

    As DT_RPATH, which comes before LD_LIBRARY_PATH: whatever that names cannot redirect them.
    """
    for file in files:
        relative = os.path.relpath(folder, file.parent)
        own = "$ORIGIN" if relative == "." else f"$ORIGIN/{relative}"
        subprocess.run([patchelf, "--force-rpath", "--set-rpath", own, str(file)], check=True)


def strip(files: Iterable[Path]) -> None:
    """Take out what only debuggers read."""
    for file in files:
        subprocess.run(["strip", "--strip-unneeded", str(file)], check=True)


def _is_elf(file: Path) -> bool:
    try:
        with file.open("rb") as opened:
            return opened.read(4) == _ELF
    except OSError:
        return False
