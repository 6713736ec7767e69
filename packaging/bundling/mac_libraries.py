"""Shared libraries on macOS: which ones a folder needs, and how they find each other in it.

There a program names each library by a path, its install name, which may begin with the folder of
the one that names it, `@loader_path`. So everything is told to look beside itself.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from collections.abc import Collection, Iterable, Iterator, Sequence
from pathlib import Path

from bundling.shared_libraries import MissingLibrariesError

_MAGIC = frozenset({b"\xcf\xfa\xed\xfe", b"\xca\xfe\xba\xbe", b"\xca\xfe\xba\xbf"})
"""How a Mach-O file of 64 bits begins, and one for several processors."""

_OF_THE_SYSTEM = ("/usr/lib/", "/System/")
_BESIDE = "@loader_path/"
_NAMED = re.compile(r"^\s+(\S.*?) \(compatibility version", re.MULTILINE)


def programs_in(folder: Path) -> Iterator[Path]:
    """Every program and shared library under `folder`, each file once, the innermost first.

    So they are signed from the inside out, as macOS wants it.
    """
    for place, _, names in os.walk(folder, topdown=False):
        for name in sorted(names):
            file = Path(place, name)
            if not file.is_symlink() and _is_mach_o(file):
                yield file


def gather(folder: Path, search: Sequence[Path]) -> dict[str, Path]:
    """Copy what the programs in `folder` need from elsewhere into its `lib`; name and origin.

    `search` are folders in which to look for what is named without a place.

    Raises:
        MissingLibrariesError: something is not on this machine.
        subprocess.SubprocessError: a file cannot be read.
    """
    libraries, copied = folder / "lib", dict[str, Path]()
    pending = list(programs_in(folder))
    while pending:
        file = pending.pop()
        for named in needed(_told("otool", "-L", str(file)), _own_name(file)):
            name = Path(named).name
            if (libraries / name).exists() or _is_beside(named, file):
                continue
            origin = _origin(named, search)
            if origin is not None:
                shutil.copyfile(origin, libraries / name)
                (libraries / name).chmod(0o755)
                copied[name] = origin
                pending.append(libraries / name)
            elif not named.startswith("@"):  # what an installed library brings finds its own
                raise MissingLibrariesError(f"Missing: {named}, which {file.name} needs.")
    return copied


def look_in(folder: Path) -> None:
    """Let the programs in `folder` look for their libraries in its `lib`, wherever it is moved.

    What is changed so has no valid signature any more and does not start; it gets one of nobody's.

    Raises:
        subprocess.SubprocessError: a tool refused.
    """
    there = {file.name for file in (folder / "lib").glob("*.dylib")}
    for file in programs_in(folder):
        own = _own_name(file)
        named = needed(_told("otool", "-L", str(file)), own)
        changes = changed_names(named, file, folder / "lib", there)
        if own and own != f"@rpath/{file.name}":
            changes += ["-id", f"@rpath/{file.name}"]
        if changes:
            _told("install_name_tool", *changes, str(file))
            _told("codesign", "--force", "--sign", "-", str(file))


def needed(listing: str, own_name: str) -> list[str]:
    """What `otool -L` lists, without the system's own libraries and the name of the file itself."""
    named = dict.fromkeys(_NAMED.findall(listing))
    return [name for name in named if name != own_name and not name.startswith(_OF_THE_SYSTEM)]


def changed_names(
    named: Iterable[str], file: Path, libraries: Path, there: Collection[str]
) -> list[str]:
    """How `install_name_tool` is told that `file` looks in `libraries` for what is `there`."""
    changes: list[str] = []
    for old in named:
        name = Path(old).name
        new = f"{_BESIDE}{Path(os.path.relpath(libraries, file.parent), name).as_posix()}"
        if name in there and old != new:
            changes += ["-change", old, new]
    return changes


def _is_beside(named: str, file: Path) -> bool:
    """Whether a library is named by its place beside `file`, and is there."""
    return named.startswith(_BESIDE) and (file.parent / named.removeprefix(_BESIDE)).exists()


def _origin(named: str, search: Sequence[Path]) -> Path | None:
    """The file that is meant by an install name; the place in it may be where it was built."""
    places = [Path(named), *(folder / Path(named).name for folder in search)]
    return next((place for place in places if place.is_absolute() and place.is_file()), None)


def _own_name(file: Path) -> str:
    """The install name of a library itself, its second line; nothing for a program."""
    lines = _told("otool", "-D", str(file)).splitlines()
    return lines[1].strip() if len(lines) > 1 else ""


def _told(*command: str) -> str:
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout


def _is_mach_o(file: Path) -> bool:
    try:
        with file.open("rb") as opened:
            return opened.read(4) in _MAGIC
    except OSError:
        return False
