"""Earlier versions of a draft: ordinary files, one folder per version, so that nothing is lost.

A version's folder is named after its moment, its reason and a checksum of its files, as in
`20261123T153612.123456Z-run-1c291ca3`. It appears whole or not at all.
"""

from __future__ import annotations

import errno
import os
import zlib
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from enum import Enum
from pathlib import Path

from groundwork.files import make_folder, sync_folder, write_atomically

KEPT_VERSIONS = 200
"""An example's ordinary versions are dropped, oldest first, only above this many in all."""

KEPT_PRECIOUS_VERSIONS = 1000
"""Versions that nobody could make again are dropped only above this many of their own kind."""

_MOMENT = "%Y%m%dT%H%M%S.%fZ"
_TICK = timedelta(microseconds=1)
_COARSEST_CLOCK = timedelta(seconds=1)


class Reason(Enum):
    """Why a version was kept; the values are part of the names of folders.

    `RUN`: the program was run. `RETURN`: so it was when the learner came back to it. `RESET` and
    `RESTORE`: so it was before the author's text or an older version took its place. `CONFLICT`:
    the text gave way to what another window or program wrote.
    """

    RUN = "run"
    RETURN = "return"
    RESET = "reset"
    RESTORE = "restore"
    CONFLICT = "conflict"

    @property
    def is_precious(self) -> bool:
        """Whether the learner cannot have meant to let go of the text for good."""
        return self in {Reason.RESET, Reason.RESTORE, Reason.CONFLICT}


@dataclass(frozen=True, slots=True)
class Version:
    """One earlier version; `moment` is in UTC, `checksum` is over names and contents."""

    moment: datetime
    reason: Reason
    checksum: int

    @property
    def folder_name(self) -> str:
        """The name of its folder, which sorts by moment."""
        return f"{self.moment.strftime(_MOMENT)}-{self.reason.value}-{self.checksum:08x}"


class History:
    """The earlier versions of one example.

    `folder` holds them, `staging` is where they are put together, on the same disk.
    """

    def __init__(
        self, folder: Path, staging: Path, clock: Callable[[], datetime] | None = None
    ) -> None:
        self._folder = folder
        self._staging = staging
        self._clock = clock or _now

    def keep(self, files: Mapping[str, bytes], reason: Reason) -> Version:
        """Keep these files, each under its relative name, and return the version that holds them.

        Files that some version holds already are not kept twice: that version becomes the newest.

        Raises:
            OSError: they could not be kept.
        """
        version = Version(self._next_moment(), reason, _checksum(files))
        twin = self._twin(version, files)
        if twin is None:
            self._write(version, files)
            self._prune()
            return version
        return self._renewed(twin, version)

    def holds(self, files: Mapping[str, bytes]) -> bool:
        """Whether some version has all of these files with just these contents."""
        return any(self._agrees(version, files) for version in self.versions())

    def keep_moved(self, name: str, file: Path, reason: Reason) -> Version:
        """Keep a file too large to read by moving it here; it is gone from where it was.

        Raises:
            OSError: it could not be moved.
        """
        version = Version(self._next_moment(), reason, zlib.crc32(os.urandom(16)))
        place = self._folder / version.folder_name / name
        make_folder(place.parent)
        file.replace(place)
        return version

    def versions(self) -> list[Version]:
        """Every version, the newest first; empty where the disk cannot tell."""
        try:
            names = [entry.name for entry in os.scandir(self._folder)]
        except OSError:
            return []
        found = filter(None, map(_version_named, names))
        return sorted(found, key=lambda version: version.moment, reverse=True)

    def read(self, version: Version, at_most: int | None = None) -> dict[str, bytes]:
        """The files of `version` by their relative names.

        Raises:
            OSError: it is gone or cannot be read, or a file of it has more than `at_most` bytes.
        """
        top = self._folder / version.folder_name
        if not top.is_dir():
            raise FileNotFoundError(errno.ENOENT, "it is not there any more", str(top))
        files = [file for file in sorted(top.rglob("*")) if file.is_file()]
        if at_most is not None and any(file.stat().st_size > at_most for file in files):
            raise OSError(errno.EFBIG, "it is too large to be shown", str(top))
        return {file.relative_to(top).as_posix(): file.read_bytes() for file in files}

    def _next_moment(self) -> datetime:
        """Now; a little later where a clock of coarse ticks gave the newest version this moment."""
        now = self._clock()
        newest = max((version.moment for version in self.versions()), default=now - _TICK)
        return newest + _TICK if now <= newest < now + _COARSEST_CLOCK else now

    def _write(self, version: Version, files: Mapping[str, bytes]) -> None:
        """Put the version together where nobody looks, then give it its name in one step."""
        whole = self._staging / os.urandom(4).hex()
        try:
            for name, content in files.items():
                write_atomically(whole / name, content)
            make_folder(self._folder)
            whole.replace(self._folder / version.folder_name)
        except OSError:
            remove_tree(whole)
            raise
        sync_folder(self._folder)

    def _twin(self, version: Version, files: Mapping[str, bytes]) -> Version | None:
        alike = (other for other in self.versions() if other.checksum == version.checksum)
        return next((other for other in alike if self._content(other) == files), None)

    def _agrees(self, version: Version, files: Mapping[str, bytes]) -> bool:
        return files.items() <= self._content(version).items()

    def _content(self, version: Version) -> dict[str, bytes]:
        """Its files; nothing where it cannot be read, which makes it nobody's twin."""
        with suppress(OSError):
            return self.read(version)
        return {}

    def _renewed(self, twin: Version, version: Version) -> Version:
        """Give `twin` the moment of `version`, and its reason if that one weighs more."""
        is_weightier = version.reason.is_precious or not twin.reason.is_precious
        renewed = replace(twin, moment=version.moment)
        if is_weightier:
            renewed = replace(renewed, reason=version.reason)
        with suppress(OSError):  # the files are kept either way
            (self._folder / twin.folder_name).replace(self._folder / renewed.folder_name)
            return renewed
        return twin

    def _prune(self) -> None:
        versions = self.versions()
        precious = [version for version in versions if version.reason.is_precious]
        ordinary = [version for version in versions if not version.reason.is_precious]
        room = max(0, KEPT_VERSIONS - len(precious))
        for version in (*ordinary[max(room, 1) :], *precious[KEPT_PRECIOUS_VERSIONS:]):
            remove_tree(self._folder / version.folder_name)


def remove_tree(folder: Path) -> None:
    """Remove `folder` with all that is in it; what cannot be removed stays."""
    for entry in sorted(folder.rglob("*"), reverse=True):
        with suppress(OSError):
            entry.rmdir() if entry.is_dir() and not entry.is_symlink() else entry.unlink()
    with suppress(OSError):
        folder.rmdir()


def _now() -> datetime:
    return datetime.now(UTC)


def _checksum(files: Mapping[str, bytes]) -> int:
    checksum = 0
    for name, content in sorted(files.items()):
        checksum = zlib.crc32(f"{name}\0{len(content)}\0".encode(), checksum)
        checksum = zlib.crc32(content, checksum)
    return checksum


def _version_named(folder_name: str) -> Version | None:
    """The version that a folder of this name holds; None for what is no version."""
    try:
        moment, reason, checksum = folder_name.split("-")
        version = Version(datetime.fromisoformat(moment), Reason(reason), int(checksum, 16))
    except ValueError:
        return None
    return version if version.folder_name == folder_name else None
