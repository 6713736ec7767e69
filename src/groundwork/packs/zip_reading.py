"""Reading a zip that may come from anywhere: what is no honest pack is refused in one sentence.

Nothing is believed that the file says about itself. What its directory would cost to read is found
out before it is read; sizes are bounds, and never more than them is written; every name must be one
that every system can keep inside the folder.
"""

from __future__ import annotations

import stat
import struct
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Self

from groundwork.packs.member_names import MemberNames
from groundwork.packs.pack_files import MOST_BYTES, MOST_BYTES_OF_A_FILE, MOST_FILES, is_left_out
from groundwork.packs.wording import quoted

_END = struct.Struct("<4s4H2LH")
_END_MARK = b"PK\5\6"
_ENTRY_MARK = b"PK\1\2"
_LARGE_END_MARK = b"PK\6\7"
_LARGE_END_SIZE = 20
_LONGEST_COMMENT = 1 << 16
_MOST_DIRECTORY_BYTES = 8 << 20
_ENCRYPTED = 0x1
_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_PIECE = 1 << 18
_HARMLESS_SIZE = 10_000_000
_HARMLESS_GROWTH = 100

_NO_ARCHIVE = "This file is no lesson pack, or it is damaged. Get it once more, whole."
_DAMAGE = (
    zipfile.BadZipFile,
    zlib.error,
    struct.error,
    EOFError,
    NotImplementedError,
    RuntimeError,
    ValueError,
    OverflowError,
)
"""What `zipfile` raises at files that are no zip, or a damaged one, or one of a kind it lacks."""


class ArchiveError(Exception):
    """An archive cannot be used; the text is one sentence for the person, or two."""


@dataclass(frozen=True, slots=True)
class Member:
    """A file in an archive; `name` is relative with forward slashes, `size` at most its bytes."""

    name: str
    size: int
    entry: zipfile.ZipInfo


class ZipReading:
    """An archive that is open for reading; `members` are its files."""

    def __init__(self, file: Path) -> None:
        """Open it and read its directory.

        Raises:
            ArchiveError: it is none, or not an honest one.
        """
        try:
            self._stream = file.open("rb")
        except OSError as error:
            raise ArchiveError(_unreadable(file, error)) from error
        try:
            self._size = _checked_size(self._stream.seek(0, 2))
            _check_directory(self._tail())
            self._archive = zipfile.ZipFile(self._stream)
            self.members = _members(self._archive.infolist(), self._size)
        except _DAMAGE as error:
            self._stream.close()
            raise ArchiveError(_NO_ARCHIVE) from error
        except OSError as error:
            self._stream.close()
            raise ArchiveError(_unreadable(file, error)) from error
        except ArchiveError:
            self._stream.close()
            raise

    def __enter__(self) -> Self:
        """The archive itself."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        """Close it."""
        self._archive.close()
        self._stream.close()

    def pieces(self, member: Member) -> Iterator[bytes]:
        """The content of a file, piece by piece, and never more than its size.

        Raises:
            ArchiveError: it is damaged, or cannot be read.
        """
        rest = member.size
        try:
            with self._archive.open(member.entry) as content:
                while piece := content.read(_PIECE):
                    rest -= len(piece)
                    if rest < 0:
                        break
                    yield piece
        except _DAMAGE as error:
            raise ArchiveError(_damaged(member)) from error
        if rest:
            raise ArchiveError(_damaged(member))

    def _tail(self) -> bytes:
        """The end of the file, as far as the directory and the mark behind it can reach."""
        most = _MOST_DIRECTORY_BYTES + _LARGE_END_SIZE + _END.size + _LONGEST_COMMENT
        self._stream.seek(max(0, self._size - most))
        return self._stream.read(most)


def _checked_size(size: int) -> int:
    if size > MOST_BYTES + _MOST_DIRECTORY_BYTES:
        most = f"packs of at most {MOST_BYTES / 1e6:.0f} MB are opened"
        raise ArchiveError(f"This file is too large: {size / 1e6:.0f} MB, and {most}.")
    return size


def _check_directory(tail: bytes) -> None:
    """Look at the size of the directory as `zipfile` will find it, before it reads it.

    The end of a zip is described in section 4.3.16 of its specification, APPNOTE.TXT.
    """
    is_plain = tail[-_END.size :].startswith(_END_MARK) and tail.endswith(b"\0\0")
    place = len(tail) - _END.size if is_plain else tail.rfind(_END_MARK)
    if place < 0 or place + _END.size > len(tail):
        raise ArchiveError(_NO_ARCHIVE)
    is_large = tail[max(0, place - _LARGE_END_SIZE) :].startswith(_LARGE_END_MARK)
    size = _END.unpack_from(tail, place)[5]
    directory = tail[max(0, place - size) : place]
    if is_large or size > _MOST_DIRECTORY_BYTES or directory.count(_ENTRY_MARK) > MOST_FILES:
        most = f"at most {MOST_FILES} files"
        raise ArchiveError(f"This pack was not opened: it has too much in it. A pack has {most}.")


def _members(entries: list[zipfile.ZipInfo], archive_size: int) -> tuple[Member, ...]:
    """The files among the entries, with their names from the pack's folder on."""
    top = _top_folder(entries)
    names = MemberNames()
    members = []
    total = 0
    for entry in entries:
        name = entry.orig_filename
        if name.endswith("/"):
            continue  # a folder: those that are needed are made for the files in them
        _check_name(names, name, entry.file_size)
        _check_kind(entry)
        total += entry.file_size
        _check_total(total, archive_size)
        inner = name.removeprefix(top)
        if not any(map(is_left_out, inner.split("/"))):
            members.append(Member(inner, entry.file_size, entry))
    return tuple(members)


def _top_folder(entries: list[zipfile.ZipInfo]) -> str:
    """The one folder that holds everything, where somebody packed that; else an empty text."""
    names = [entry.orig_filename for entry in entries]
    pairs = (name.partition("/")[:2] for name in names)
    tops = {f"{top}{slash}" for top, slash in pairs if not is_left_out(top)}
    return tops.pop() if len(tops) == 1 and all(top.endswith("/") for top in tops) else ""


def _check_kind(entry: zipfile.ZipInfo) -> None:
    name = quoted(entry.orig_filename)
    kind = stat.S_IFMT(entry.external_attr >> 16)
    if kind == stat.S_IFLNK:
        raise ArchiveError(f"This pack was not opened: {name} in it is a link to another place.")
    if kind not in {0, stat.S_IFREG}:
        raise ArchiveError(f"This pack was not opened: {name} in it is no ordinary file.")
    if entry.flag_bits & _ENCRYPTED:
        raise ArchiveError(f"This pack cannot be opened: {name} in it is encrypted.")
    if entry.compress_type not in _METHODS:
        raise ArchiveError(f"This pack cannot be opened: {name} is compressed in an unknown way.")


def _check_name(names: MemberNames, name: str, size: int) -> None:
    objection = names.objection(name)
    if objection:
        raise ArchiveError(f"This pack was not opened. {objection}")
    if size > MOST_BYTES_OF_A_FILE:
        most = f"more than {MOST_BYTES_OF_A_FILE / 1e6:.0f} MB"
        raise ArchiveError(f"This pack was not opened: {quoted(name)} in it has {most}.")


def _check_total(total: int, archive_size: int) -> None:
    if total > MOST_BYTES:
        most = f"more than {MOST_BYTES / 1e6:.0f} MB"
        raise ArchiveError(f"This pack was not opened: unpacked it would have {most}.")
    if total > max(_HARMLESS_SIZE, _HARMLESS_GROWTH * archive_size):
        times = f"more than {_HARMLESS_GROWTH} times what it has now"
        raise ArchiveError(f"This pack was not opened: unpacked it would have {times}.")


def _damaged(member: Member) -> str:
    return (
        f"This pack is damaged: {quoted(member.name)} in it cannot be unpacked. Get it once more."
    )


def _unreadable(file: Path, error: OSError) -> str:
    if isinstance(error, FileNotFoundError):
        return f"There is no file {quoted(file.name)}."
    if isinstance(error, IsADirectoryError):
        return f"{quoted(file.name)} is a folder, not a pack in one file."
    return f"The file {quoted(file.name)} cannot be read: {error.strerror or error}."
