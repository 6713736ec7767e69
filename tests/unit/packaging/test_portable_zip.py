"""The portable archive for Windows holds the whole bundle, and the file that makes it portable."""

from __future__ import annotations

import zipfile
from pathlib import Path

from bundling.portable_zip import make_portable_zip
from groundwork.paths import PORTABLE_MARKER


def a_bundle(folder: Path) -> Path:
    (folder / "runtime" / "empty").mkdir(parents=True)
    (folder / "groundwork.exe").write_bytes(b"MZ")
    (folder / "runtime" / "python.exe").write_bytes(b"MZ")
    return folder


def test_everything_is_in_it_empty_folders_too(tmp_path: Path) -> None:
    target = tmp_path / "dist" / "groundwork.zip"
    make_portable_zip(a_bundle(tmp_path / "bundle"), target)
    with zipfile.ZipFile(target) as archive:
        assert set(archive.namelist()) == {
            f"groundwork/{PORTABLE_MARKER}",
            "groundwork/groundwork.exe",
            "groundwork/runtime/",
            "groundwork/runtime/empty/",
            "groundwork/runtime/python.exe",
        }


def test_the_same_bundle_gives_the_same_archive(tmp_path: Path) -> None:
    bundle = a_bundle(tmp_path / "bundle")
    first, second = tmp_path / "first.zip", tmp_path / "second.zip"
    make_portable_zip(bundle, first)
    (bundle / "groundwork.exe").touch()
    make_portable_zip(bundle, second)
    assert first.read_bytes() == second.read_bytes()
