"""The package for Debian and what is made of it: its format is that of the manual deb(5).

An archive of `ar` with three members: the version of the format, an archive of what dpkg reads, and
one of the files. Which fields there are tells the Debian Policy Manual.
"""

from __future__ import annotations

import hashlib
import io
import lzma
import tarfile
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import BinaryIO

from groundwork.authoring.handout.tree import Entry, write_entries

PROGRAM_FOLDER = "opt/groundwork"

_DEPENDS = (
    "libc6 (>= 2.36), libxcb1, libx11-6, libgl1, libegl1, xkb-data, fontconfig-config,"
    " fonts-dejavu-core | fonts-freefont-ttf | fonts-liberation"
)
_RECOMMENDS = "libwayland-client0, libwayland-cursor0, libwayland-egl1, ca-certificates"
_DESCRIPTION = """learn Python offline
 Groundwork is a desktop playground for learning Python: read a lesson, run the
 example beside it, change it, break it, understand why it broke, and solve the
 exercise. Python itself and all lessons come with it; no network is needed."""

_AFTER_REMOVAL = b"""#!/bin/sh
# Packs for all users are not the learners' work: they go when everything is to go.
set -e
if [ "$1" = purge ]; then
  rm -rf /usr/local/share/groundwork /etc/groundwork
fi
"""
_HEAD = b"!<arch>\n"
_PIECE = 1 << 20


def write_deb(  # noqa: PLR0913 - what a package is told by
    target: Path,
    entries: Sequence[Entry],
    *,
    version: str,
    architecture: str,
    moment: int,
    preset: int = 9,
) -> None:
    """Write the package `target` with these files; times in it are `moment`, in seconds.

    `preset` is how hard it is compressed, from 0 to 9.

    Raises:
        OSError: a file cannot be read, or the package not be written.
    """
    control = _control(entries, version, architecture)
    with target.open("wb") as package:
        package.write(_HEAD)
        _add_member(package, "debian-binary", b"2.0\n", moment)
        described = _tar(
            [Entry(name, content, is_executable=name == "postrm") for name, content in control],
            moment,
        )
        _add_member(package, "control.tar.xz", lzma.compress(described), moment)
        _add_files(package, entries, moment, preset)


def _add_files(package: BinaryIO, entries: Iterable[Entry], moment: int, preset: int) -> None:
    """The last member: its length is known only when it is written, and is put in afterwards."""
    start = package.tell()
    package.write(_member_head("data.tar.xz", 0, moment))
    with (
        lzma.open(package, "wb", preset=preset) as packed,
        tarfile.open(fileobj=packed, mode="w|", format=tarfile.GNU_FORMAT) as archive,
    ):
        write_entries(archive, entries, moment)
    end = package.tell()
    length = end - start - len(_member_head("", 0, 0))
    package.seek(start)
    package.write(_member_head("data.tar.xz", length, moment))
    package.seek(end)
    package.write(b"\n" * (length % 2))


def _control(entries: Iterable[Entry], version: str, architecture: str) -> list[tuple[str, bytes]]:
    """What dpkg reads: what the package is, what its files are, and what to do afterwards."""
    room, sums = 0, []
    for entry in sorted(entries):
        if not entry.link:
            digest, size = _digest(entry)
            room += -(-size // 1024)
            sums.append(f"{digest}  {entry.name}\n")
    fields = {
        "Package": "groundwork",
        "Version": version,
        "Architecture": architecture,
        "Maintainer": "The Groundwork authors <groundwork@localhost>",
        "Installed-Size": str(room),
        "Depends": _DEPENDS,
        "Recommends": _RECOMMENDS,
        "Section": "education",
        "Priority": "optional",
        "Description": _DESCRIPTION,
    }
    text = "".join(f"{name}: {value}\n" for name, value in fields.items())
    described = (("control", text), ("md5sums", "".join(sums)))
    return [*((name, content.encode()) for name, content in described), ("postrm", _AFTER_REMOVAL)]


def _digest(entry: Entry) -> tuple[str, int]:
    """The checksum that dpkg verifies a file by, and the file's size in bytes."""
    digest, size = hashlib.md5(usedforsecurity=False), 0
    content = entry.content
    with io.BytesIO(content) if isinstance(content, bytes) else content.open("rb") as file:
        while piece := file.read(_PIECE):
            digest.update(piece)
            size += len(piece)
    return digest.hexdigest(), size


def _tar(entries: Iterable[Entry], moment: int) -> bytes:
    written = io.BytesIO()
    with tarfile.open(fileobj=written, mode="w", format=tarfile.GNU_FORMAT) as archive:
        write_entries(archive, entries, moment)
    return written.getvalue()


def _add_member(package: BinaryIO, name: str, content: bytes, moment: int) -> None:
    package.write(_member_head(name, len(content), moment) + content + b"\n" * (len(content) % 2))


def _member_head(name: str, size: int, moment: int) -> bytes:
    """The 60 bytes before a member of an archive of `ar`."""
    return f"{name:16}{moment:<12}{0:<6}{0:<6}{'100644':8}{size:<10}`\n".encode("ascii")
