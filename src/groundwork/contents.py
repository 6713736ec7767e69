"""What a bundle consists of: a list of its files with their checksums, and what differs from it."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable, Iterator
from pathlib import Path

LIST_NAME = "contents.txt"
_PIECE = 1 << 20
_ADDED_LATER = ("packs/", "state/", "policy.toml", "edition.txt", "portable.txt")
"""What others may put into a bundle, or take out of it, after it was made."""


def write_contents(folder: Path) -> None:
    """Write the list of everything in the bundle `folder`, one line for each file.

    Raises:
        OSError: a file cannot be read, or the list not be written.
    """
    lines = [f"{_checksum(folder / name)}  {name}\n" for name in sorted(_names(folder))]
    (folder / LIST_NAME).write_text("".join(lines), encoding="utf-8")


def damaged_files(folder: Path) -> list[str]:
    """The files of the bundle that are missing or not as they were, in order.

    Raises:
        OSError: there is no list, or it cannot be read.
    """
    listed = _listed(folder)
    return [name for name, checksum in listed if not _is_sound(folder / name, checksum)]


def is_any_missing(folder: Path, beginning: str) -> bool:
    """Whether a file of the bundle is not there whose name has this beginning; quickly found out.

    Raises:
        OSError: there is no list, or it cannot be read.
    """
    names = (name for name, _ in _listed(folder) if name.startswith(beginning))
    return any(not (folder / name).exists() for name in names)


def _listed(folder: Path) -> list[tuple[str, str]]:
    """The names and checksums in the list; one that is damaged itself names what is nowhere."""
    text = (folder / LIST_NAME).read_text(encoding="utf-8", errors="replace")
    parts = (line.partition("  ") for line in text.splitlines())
    return [(name, checksum) for checksum, _, name in parts]


def _is_sound(file: Path, checksum: str) -> bool:
    try:
        return _checksum(file) == checksum
    except OSError:
        return False


def _checksum(file: Path) -> str:
    digest = hashlib.sha256()
    with file.open("rb") as opened:
        while piece := opened.read(_PIECE):
            digest.update(piece)
    return digest.hexdigest()


def _names(folder: Path) -> Iterator[str]:
    for place, _, files in os.walk(folder):
        for file in files:
            name = Path(place, file).relative_to(folder).as_posix()
            is_ours = name != LIST_NAME and not name.startswith(_ADDED_LATER)
            if is_ours and not Path(place, file).is_symlink():
                yield name


def told(names: Iterable[str], most: int = 3) -> str:
    """Some of the names, and how many more there are."""
    every = list(names)
    more = f" and {len(every) - most} more" if len(every) > most else ""
    return ", ".join(every[:most]) + more
