"""The files that go into a package or an archive, as values, and how a tar archive takes them."""

from __future__ import annotations

import io
import os
import stat
import tarfile
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple


class Entry(NamedTuple):
    """One file: its name from the archive's root on, and its content, a file or the bytes.

    Where `link` is not empty, it is a symbolic link to that.
    """

    name: str
    content: Path | bytes = b""
    link: str = ""
    is_executable: bool = False


def entries_of(folder: Path, prefix: str, left_out: Iterable[str] = ()) -> Iterator[Entry]:
    """Everything in `folder`, below `prefix`, without the folders of its top level in `left_out`.

    Raises:
        OSError: a folder cannot be read.
    """
    without = frozenset(left_out)
    for place, folders, names in os.walk(folder, onerror=_raise):
        folders[:] = [one for one in folders if Path(place) != folder or one not in without]
        for name in (*names, *(one for one in folders if Path(place, one).is_symlink())):
            file = Path(place, name)
            yield _entry(file, f"{prefix}/{file.relative_to(folder).as_posix()}")


def write_entries(archive: tarfile.TarFile, entries: Iterable[Entry], moment: int) -> None:
    """Put the entries and the folders they lie in into `archive`, sorted, as root's.

    Files are from `moment`, in seconds: the same entries give the same archive.

    Raises:
        OSError: a file cannot be read.
    """
    ordered = sorted(entries)
    folders = {parent for entry in ordered for parent in _parents(entry.name)}
    for name, entry in sorted([*((one, None) for one in folders), *((e.name, e) for e in ordered)]):
        head = tarfile.TarInfo(f"./{name}")
        head.mtime = moment
        head.uname = head.gname = "root"
        if entry is None:
            head.type, head.mode = tarfile.DIRTYPE, 0o755
            archive.addfile(head)
        else:
            _write(archive, head, entry)


def _write(archive: tarfile.TarFile, head: tarfile.TarInfo, entry: Entry) -> None:
    if entry.link:
        head.type, head.linkname, head.mode = tarfile.SYMTYPE, entry.link, 0o777
        archive.addfile(head)
        return
    head.mode = 0o755 if entry.is_executable else 0o644
    if isinstance(entry.content, bytes):
        head.size = len(entry.content)
        archive.addfile(head, io.BytesIO(entry.content))
        return
    with entry.content.open("rb") as file:
        head.size = os.fstat(file.fileno()).st_size
        archive.addfile(head, file)


def _entry(file: Path, name: str) -> Entry:
    if file.is_symlink():
        return Entry(name, link=str(file.readlink()))
    return Entry(name, file, is_executable=bool(file.stat().st_mode & stat.S_IXUSR))


def _parents(name: str) -> Iterator[str]:
    parts = name.split("/")[:-1]
    return ("/".join(parts[: length + 1]) for length in range(len(parts)))


def _raise(error: OSError) -> None:
    raise error
