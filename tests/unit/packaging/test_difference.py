"""What differs between two builds is named file by file."""

from __future__ import annotations

import tarfile
from pathlib import Path

from difference import differences, summary


def build(folder: Path) -> Path:
    (folder / "lib").mkdir(parents=True)
    (folder / "lib" / "a.py").write_text("a", encoding="utf-8")
    (folder / "program").write_bytes(b"program")
    (folder / "link").symlink_to("program")
    return folder


def test_two_builds_that_are_the_same_have_no_difference(tmp_path: Path) -> None:
    assert [*differences(build(tmp_path / "one"), build(tmp_path / "other"))] == []


def test_every_kind_of_difference_is_told(tmp_path: Path) -> None:
    one, other = build(tmp_path / "one"), build(tmp_path / "other")
    (one / "lib" / "a.py").write_text("b", encoding="utf-8")
    (one / "program").chmod(0o755)
    (other / "link").unlink()
    (other / "link").symlink_to("lib")
    (one / "more").touch()
    (other / "other").touch()
    assert [line.split()[-1] for line in differences(one, other)] == [
        "lib/a.py", "link", "more", "other", "program",
    ]  # fmt: skip


def test_two_archives_of_the_same_files_may_still_be_packed_differently(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    one, same, other = (tmp_path / f"{name}.tar" for name in ("one", "same", "other"))
    for archive, moment in ((one, 1), (same, 1), (other, 2)):
        with tarfile.open(archive, "w") as packed:
            head = packed.gettarinfo(tmp_path / "file")
            head.mtime = moment
            packed.addfile(head)
    assert summary(one, same, 0) == "The same, bit by bit."
    assert "packed differs" in summary(one, other, 0)
    assert summary(tmp_path, tmp_path, 0) == "The same, every file."
    assert summary(one, other, 2) == "2 files differ."
