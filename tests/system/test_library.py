"""The library with several processes at once, killed ones, and a disk that is full: real ones."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from groundwork.packs.archive import archived
from groundwork.packs.installing import install
from groundwork.packs.library import Library, numbered_folders

from .disks import run_on_small_disk

MANIFEST = 'format = 1\nid = "tea"\ntitle = "Tea"\nversion = "{version}"\n'
CHAPTER = '[[chapters]]\nid = "first"\ntitle = "First"\nlessons = ["lists"]\n'
LESSON = "---\ntitle: Lists\n---\n\nSome text.\n"

INSTALL = """
import sys
from pathlib import Path
from groundwork.packs.installing import install
from groundwork.packs.library import InstallError, Library
here = Path(sys.argv[1])
library = Library(*(here / name for name in ("built-in", "system", "user", "packs", "unpacked")))
try:
    for number in range(int(sys.argv[3])):
        install(library, Path(sys.argv[2]), replaces=True)
        print("installed", flush=True)
except InstallError as error:
    print(error)
"""


def file_of(folder: Path, version: str, *, files: int = 1, size: int = 0) -> Path:
    pack = folder / f"pack-{version}"
    (pack / "first").mkdir(parents=True)
    (pack / "pack.toml").write_text(MANIFEST.format(version=version) + CHAPTER, encoding="utf-8")
    (pack / "first" / "lists.md").write_text(LESSON, encoding="utf-8")
    for number in range(files):
        (pack / "first" / f"{number}.svg").write_text(version * max(1, size), encoding="utf-8")
    file = folder / f"{version}.gwpack"
    file.write_bytes(archived(pack))
    return file


def installing(here: Path, file: Path, times: int) -> subprocess.Popen[str]:
    command = [sys.executable, "-c", INSTALL, str(here), str(file), str(times)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, text=True)


def is_whole(folder: Path, files: int) -> bool:
    version = (folder / "pack.toml").read_text(encoding="utf-8").split('"')[5]
    return [(folder / "first" / f"{n}.svg").read_text("utf-8") for n in range(files)] == (
        [version] * files
    )


def test_processes_that_install_at_the_same_time_do_not_meet(
    library: Library, tmp_path: Path
) -> None:
    files = [file_of(tmp_path, version, files=20) for version in ("1", "2", "3")]
    processes = [installing(tmp_path, file, 8) for file in files]
    told = [process.communicate(timeout=100)[0] for process in processes]

    assert told == ["installed\n" * 8] * 3
    assert all(is_whole(folder.path, 20) for folder in numbered_folders(library.user))
    assert len([one for one in library.packs() if one.is_shown]) == 1
    assert not [*library.user.glob(".new-*")]


@pytest.mark.skipif(sys.platform == "win32", reason="SIGKILL is POSIX")
def test_a_killed_installation_leaves_what_was_there(library: Library, tmp_path: Path) -> None:
    install(library, file_of(tmp_path, "1", files=20))
    newer = file_of(tmp_path, "2", files=20)
    for _ in range(5):
        process = installing(tmp_path, newer, 1000)
        assert process.stdout is not None
        process.stdout.readline()
        process.kill()
        process.communicate(timeout=100)

        assert all(is_whole(folder.path, 20) for folder in numbered_folders(library.user))
        assert [one.loaded.problems for one in library.packs()] == [()]


FULL = (
    INSTALL
    + """
install(library, Path(sys.argv[4]))
kept = sorted(library.user.iterdir())
try:
    install(library, Path(sys.argv[5]))
except InstallError as error:
    print(error)
assert sorted(library.user.iterdir()) == kept
assert [one.loaded.problems for one in library.packs()] == [()]
"""
)


def test_a_full_disk_leaves_what_was_there(tmp_path: Path) -> None:
    disk = tmp_path / "disk"
    disk.mkdir()
    files = [file_of(tmp_path, "1"), file_of(tmp_path, "2", files=4, size=1_000_000)]
    ended = run_on_small_disk(disk, FULL, "", "0", *map(str, files), size="2m")

    told = "2.gwpack: The pack could not be unpacked: there is no room on the disk.\n"
    assert (ended.returncode, ended.stdout) == (0, told), ended.stderr
