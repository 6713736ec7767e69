"""Which packs this user has agreed to run programs of, kept as one small JSON file.

Opening a pack runs nothing. Before the first program of a pack is run that does not come with
Groundwork, the person is asked; the answer holds for that pack, as it is, from there.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from groundwork.files import write_atomically
from groundwork.learner.lock import locked
from groundwork.packs.library import Library
from groundwork.packs.model import Pack
from groundwork.packs.pack_files import pack_files

_MOST_REMEMBERED = 1000
_LARGEST = 4 * 1024 * 1024
_PIECE = 1 << 20


@dataclass(frozen=True, slots=True)
class PackIdentity:
    """What an answer holds for: the pack, who wrote it, and where it comes from.

    `origin` is the absolute folder of a pack that lies in a folder of the user's own, or the
    checksum of all files of one that was installed: another version is another pack.
    """

    pack_id: str
    authors: tuple[str, ...]
    origin: str


def needs_consent(pack: Pack, library: Library) -> bool:
    """Whether the pack neither comes with Groundwork nor was added to the program itself."""
    return not library.is_part_of_program(pack.folder)


def identity(pack: Pack, library: Library) -> PackIdentity:
    """What tells the pack from every other; an installed one is read whole for it.

    Raises:
        OSError: a file of it cannot be read.
    """
    origin = _checksum(pack.folder) if library.holds(pack.folder) else f"folder:{pack.folder}"
    return PackIdentity(pack.id, pack.authors, origin)


class Trust:
    """The packs that the user has agreed to; windows may share `file`."""

    def __init__(self, file: Path) -> None:
        self._file = file
        self._agreed: set[PackIdentity] = set()

    def has(self, one: PackIdentity) -> bool:
        """Whether the user has agreed to this pack, here or in another window."""
        return one in self._agreed or one in _stored(self._file)

    def add(self, one: PackIdentity) -> None:
        """Remember that the user has agreed.

        Raises:
            OSError: it holds for this window, but the file cannot be written.
        """
        self._agreed.add(one)
        with locked(self._file.with_name(f"{self._file.name}.lock")):
            known = [other for other in _stored(self._file) if other != one]
            kept = [*known, one][-_MOST_REMEMBERED:]
            write_atomically(self._file, json.dumps([_entry(each) for each in kept]).encode())


def _checksum(folder: Path) -> str:
    import hashlib  # noqa: PLC0415 - with OpenSSL in tow it takes four megabytes, seldom needed

    total = hashlib.sha256()
    for file in pack_files(folder)[0]:
        total.update(f"{file.name}\0{file.size}\0".encode())
        with file.path.open("rb") as stream:
            while piece := stream.read(_PIECE):
                total.update(piece)
    return f"sha256:{total.hexdigest()}"


def _stored(file: Path) -> list[PackIdentity]:
    """What the file holds that makes sense; nothing where it cannot be read."""
    with suppress(OSError, ValueError, RecursionError):
        if file.stat().st_size <= _LARGEST:
            return list(_sound(json.loads(file.read_bytes())))
    return []


def _sound(content: object) -> Iterator[PackIdentity]:
    for entry in content if isinstance(content, list) else []:
        match entry:
            case {"pack": str(pack_id), "authors": list(authors), "origin": str(origin)}:
                if all(isinstance(author, str) for author in authors):
                    yield PackIdentity(pack_id, tuple(authors), origin)


def _entry(one: PackIdentity) -> dict[str, object]:
    return {"pack": one.pack_id, "authors": list(one.authors), "origin": one.origin}
