"""Packs that lie beside the program as one file: read from a folder that they are unpacked into.

That happens once: the folder is named after the checksum of the file. It lies where anything may be
deleted at any time, so the disk of the file may be one that cannot be written.
"""

from __future__ import annotations

import os
import shutil
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from groundwork.files import move, reachable
from groundwork.packs.load import load_pack
from groundwork.packs.model import LoadedPack, Problem
from groundwork.packs.pack_files import ARCHIVE_SUFFIX

_UNUSED = 60 * 24 * 60 * 60
"""Seconds after which what nobody has opened any more is deleted."""


def packed_files(folder: Path) -> tuple[Path, ...]:
    """The packs in `folder` that are one file each, by name; none where it cannot be read."""
    try:
        return tuple(sorted(one for one in folder.iterdir() if _is_packed(one)))
    except OSError:
        return ()


def open_packed(file: Path, root: Path) -> tuple[Path, LoadedPack]:
    """The pack in `file`, unpacked below `root` if it is not there yet, and its folder.

    Nothing of it is run. Where it cannot be unpacked, the folder is `file` itself, and the pack's
    only problem says why.
    """
    from groundwork.packs.archive import ArchiveError, unpack  # noqa: PLC0415 - zips are heavy

    try:
        folder = root / _checksum(file)
        if not folder.is_dir():
            _forget_unused(root)
            fresh = root / f".new-{os.getpid()}-{os.urandom(4).hex()}"
            unpack(file, fresh)
            _publish(fresh, folder)
        with suppress(OSError):
            os.utime(folder)
        return folder, load_pack(folder)
    except ArchiveError as error:
        return file, _refused(file, str(error))
    except OSError as error:
        return file, _refused(file, f"It cannot be read: {error.strerror or type(error).__name__}.")


def _is_packed(file: Path) -> bool:
    is_one = file.suffix.lower() == ARCHIVE_SUFFIX and not file.name.startswith(".")
    return is_one and not file.is_dir()


def _checksum(file: Path) -> str:
    import hashlib  # noqa: PLC0415 - with OpenSSL in tow it takes four megabytes, seldom needed

    with file.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def _publish(fresh: Path, folder: Path) -> None:
    """Give the folder its name; another window may have been faster with the same file."""
    try:
        move(fresh, folder)
    except OSError:
        if not folder.is_dir():
            raise
    finally:
        shutil.rmtree(reachable(fresh), ignore_errors=True)


def _forget_unused(root: Path) -> None:
    for folder in _folders(root):
        with suppress(OSError):
            if time.time() - folder.stat().st_mtime > _UNUSED:
                shutil.rmtree(reachable(folder), ignore_errors=True)


def _folders(root: Path) -> Iterator[Path]:
    with suppress(OSError):
        yield from root.iterdir()


def _refused(file: Path, sentence: str) -> LoadedPack:
    remedy = "Put a sound one in its place, or take it away."
    return LoadedPack(None, (Problem(file, 0, sentence, remedy),))
