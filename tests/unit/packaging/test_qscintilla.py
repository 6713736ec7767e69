"""Of what comes over a network only the archive that is meant is unpacked."""

from __future__ import annotations

import hashlib
import io
import tarfile
from pathlib import Path

import pytest

import qscintilla


def an_archive(name: str = "QScintilla_src/src/qscintilla.pro") -> bytes:
    content = io.BytesIO()
    with tarfile.open(fileobj=content, mode="w:gz") as archive:
        entry = tarfile.TarInfo(name)
        entry.size = 4
        archive.addfile(entry, io.BytesIO(b"text"))
    return content.getvalue()


def test_the_release_becomes_the_folder_in_the_place_of_an_older_one(tmp_path: Path) -> None:
    archive, folder = an_archive(), tmp_path / "build" / "qscintilla"
    for _ in range(2):
        qscintilla.unpack(archive, folder, hashlib.sha256(archive).hexdigest())
    assert (folder / "src" / "qscintilla.pro").read_bytes() == b"text"
    assert [place.name for place in folder.parent.iterdir()] == ["qscintilla"]


def test_another_archive_is_refused_before_it_is_unpacked(tmp_path: Path) -> None:
    with pytest.raises(qscintilla.WrongArchiveError, match="checksum"):
        qscintilla.unpack(an_archive(), tmp_path / "qscintilla")
    assert list(tmp_path.iterdir()) == []


def test_an_archive_does_not_write_outside_of_its_folder(tmp_path: Path) -> None:
    archive = an_archive("../outside")
    with pytest.raises(tarfile.TarError):
        qscintilla.unpack(archive, tmp_path / "a" / "b", hashlib.sha256(archive).hexdigest())
    assert not list(tmp_path.rglob("outside"))
