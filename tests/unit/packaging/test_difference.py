"""What differs between two builds is named file by file."""

from __future__ import annotations

from pathlib import Path

from difference import differences


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
