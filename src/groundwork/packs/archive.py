"""A pack as one file to hand out: `*.gwpack`, a zip of the pack's files.

It is deterministic: the same files give the same bytes, on every machine and every day. So the
names are sorted, times and rights are left out, and nothing is compressed, for what a compressor
makes of the same bytes is different from one version to the next. Archives that other programs have
packed are read as well, compressed or not. They come from anywhere: `groundwork.packs.zip_reading`
says what is refused.
"""

from __future__ import annotations

import errno
import os
import shutil
import zipfile
from collections.abc import Iterable
from io import BytesIO
from pathlib import Path

from groundwork.files import reachable, sync_folder
from groundwork.packs.manifest import MANIFEST_NAME
from groundwork.packs.model import Problem
from groundwork.packs.pack_files import PackFile, pack_files
from groundwork.packs.wording import quoted
from groundwork.packs.zip_reading import ArchiveError as ArchiveError  # noqa: PLC0414 - passed on
from groundwork.packs.zip_reading import ZipReading

_TIME = (1980, 1, 1, 0, 0, 0)
_UNIX = 3
_PLAIN_FILE = 0o100644 << 16


class UnfitForArchiveError(Exception):
    """A folder cannot become an archive; `problems` are for its author."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        super().__init__("\n".join(map(str, problems)))
        self.problems = problems


def archived(folder: Path) -> bytes:
    """The archive of the pack in `folder`.

    Raises:
        UnfitForArchiveError: something in the folder cannot be handed out.
    """
    files, problems = pack_files(folder)
    if problems:
        raise UnfitForArchiveError(problems)
    content = BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_STORED) as archive:
        for file in files:
            archive.writestr(_entry(file.name), _content(file))
    return content.getvalue()


def _entry(name: str) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(name, _TIME)
    entry.create_system = _UNIX
    entry.external_attr = _PLAIN_FILE
    return entry


def _content(file: PackFile) -> bytes:
    try:
        return file.path.read_bytes()
    except OSError as error:
        sentence = f"This file cannot be read: {error.strerror}."
        remedy = "Give yourself the right to read it."
        raise UnfitForArchiveError((Problem(file.path, 0, sentence, remedy),)) from error


def unpack(archive: Path, folder: Path, *, is_durable: bool = True) -> None:
    """Unpack the pack in the file `archive` into `folder`, which must not be there yet.

    Nothing is run, and no file is written outside `folder`. All of it is there on return, or
    nothing. With `is_durable` it is on the disk, not merely in the system's memory.

    Raises:
        ArchiveError: it cannot be unpacked, or the disk did not take it; the text is one sentence
            for the person.
    """
    with ZipReading(archive) as reading:
        if not any(member.name == MANIFEST_NAME for member in reading.members):
            raise ArchiveError(f"This file is no lesson pack: it has no {MANIFEST_NAME} in it.")
        contents = ((member.name, reading.pieces(member)) for member in reading.members)
        _fill(folder, contents, is_durable=is_durable)


def copy_pack(source: Path, folder: Path) -> None:
    """Copy the pack in the folder `source` into `folder`, which must not be there yet.

    All that would be in its archive is there on return, or nothing.

    Raises:
        UnfitForArchiveError: something in the folder cannot be handed out.
        ArchiveError: the disk did not take it; the text is one sentence for the person.
    """
    files, problems = pack_files(source)
    if problems:
        raise UnfitForArchiveError(problems)
    _fill(folder, ((file.name, [_content(file)]) for file in files), is_durable=True)


def _fill(
    folder: Path, contents: Iterable[tuple[str, Iterable[bytes]]], *, is_durable: bool
) -> None:
    """Make a folder of these names and contents, or leave nothing of it."""
    try:
        folder.mkdir(parents=True)
    except OSError as error:
        raise _unwritable(folder, error) from error
    is_whole = False
    try:
        for name, pieces in contents:
            _write(folder, name, pieces, is_durable=is_durable)
        is_whole = True
    finally:
        if not is_whole:
            shutil.rmtree(reachable(folder), ignore_errors=True)


def _write(folder: Path, name: str, pieces: Iterable[bytes], *, is_durable: bool) -> None:
    """Write one file; never over another one, for two names may mean the same file somewhere."""
    place = reachable(folder / name)
    try:
        place.parent.mkdir(parents=True, exist_ok=True)
        with place.open("xb") as file:
            file.writelines(pieces)
            if is_durable:
                file.flush()
                os.fsync(file.fileno())
    except OSError as error:
        raise _unwritable(Path(name), error) from error
    if is_durable:
        sync_folder(place.parent)


def _unwritable(place: Path, error: OSError) -> ArchiveError:
    if error.errno in {errno.ENOSPC, errno.EDQUOT}:
        return ArchiveError("The pack could not be unpacked: there is no room on the disk.")
    reason = error.strerror or type(error).__name__
    return ArchiveError(f"The pack could not be unpacked: {quoted(str(place))}: {reason}.")
