"""A pack that lies beside the program as one file is read like a folder."""

from __future__ import annotations

import os
import shutil
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from groundwork.packs.archive import archived
from groundwork.packs.library import Library, Place
from groundwork.packs.unpacking import open_packed

from .a_pack import MANIFEST, write, write_pack
from .zips import content_of

YEARS_AGO = (0, 0)


@pytest.fixture
def library(tmp_path: Path) -> Library:
    return Library(*(tmp_path / name for name in ("b", "s", "u", "packs", "unpacked")))


def file_in(folder: Path, name: str = "tea.gwpack", version: str = "1.0") -> Path:
    pack = write_pack(folder.parent / f"source-{version}", MANIFEST.replace("1.2.0", version))
    return write(folder, name, archived(pack))


def versions(library: Library) -> list[str]:
    return [one.loaded.pack.version for one in library.packs() if one.loaded.pack is not None]


def problem(library: Library) -> str:
    (only,) = library.packs()
    assert only.loaded.pack is None
    (told,) = only.loaded.problems
    return str(told)


def test_a_file_is_read_without_being_installed(library: Library, tmp_path: Path) -> None:
    file_in(library.beside)

    (only,) = library.packs()

    assert (only.place, only.is_shown, only.loaded.problems) == (Place.BESIDE, True, ())
    assert content_of(only.folder) == content_of(tmp_path / "source-1.0")
    assert library.holds(only.folder)
    assert library.is_part_of_program(only.folder)


def test_it_is_unpacked_once(library: Library) -> None:
    file_in(library.beside)
    (first,) = library.packs()
    write(first.folder, "mark", "")

    (again,) = library.packs()

    assert again.folder == first.folder
    assert (again.folder / "mark").exists()


def test_it_is_there_again_when_what_was_unpacked_is_deleted(library: Library) -> None:
    file_in(library.beside)
    library.packs()
    shutil.rmtree(library.unpacked)

    assert versions(library) == ["1.0"]


def test_another_file_of_the_same_name_is_another_pack(library: Library) -> None:
    file_in(library.beside, version="1.0")
    library.packs()
    file_in(library.beside, version="2.0")

    assert versions(library) == ["2.0"]


def test_the_newer_of_a_folder_and_a_file_is_shown(library: Library) -> None:
    write_pack(library.beside / "tea")
    file_in(library.beside, version="1.0")

    assert [(one.folder.name == "tea", one.is_shown) for one in library.packs()] == [
        (True, True), (False, False),
    ]  # fmt: skip


def test_the_ending_may_be_in_capitals_and_other_files_are_none(library: Library) -> None:
    file_in(library.beside, "TEA.GWPACK")
    for name in ("._TEA.GWPACK", "notes.txt", "tea.zip"):
        write(library.beside, name, "x")
    (library.beside / "old.gwpack").mkdir()

    assert versions(library) == ["1.0"]


@pytest.mark.parametrize("content", [b"", b"no zip at all", b"PK\5\6" + bytes(18)])
def test_a_damaged_file_is_named_and_hides_none(library: Library, content: bytes) -> None:
    write(library.beside, "broken.gwpack", content)
    assert "broken.gwpack" in problem(library)
    file_in(library.beside)
    assert versions(library) == ["1.0"]


def test_a_file_with_a_flipped_bit_is_refused(library: Library) -> None:
    file = file_in(library.beside)
    content = bytearray(file.read_bytes())
    content[len(content) // 2] ^= 1
    file.write_bytes(content)

    assert "tea.gwpack" in problem(library)
    assert not [*library.unpacked.iterdir()]


def test_a_link_to_nowhere_is_told(library: Library) -> None:
    library.beside.mkdir()
    (library.beside / "gone.gwpack").symlink_to("nowhere")
    assert "gone.gwpack" in problem(library)


def test_where_nothing_can_be_unpacked_the_reason_is_told(library: Library) -> None:
    file_in(library.beside)
    library.unpacked.write_text("in the way")

    told = problem(library)

    assert "tea.gwpack" in told
    assert "could not be unpacked" in told


def test_windows_that_unpack_at_once_get_the_same_folder(library: Library) -> None:
    file = file_in(library.beside)
    with ThreadPoolExecutor(8) as windows:
        opened = [*windows.map(lambda _: open_packed(file, library.unpacked), range(8))]

    assert {loaded.problems for _, loaded in opened} == {()}
    assert {folder for folder, _ in opened} == {*library.unpacked.iterdir()}


def test_what_nobody_has_opened_for_long_is_deleted_once_another_comes(library: Library) -> None:
    file = file_in(library.beside)
    old, _ = open_packed(file, library.unpacked)
    os.utime(old, YEARS_AGO)

    open_packed(file_in(library.beside, "other.gwpack", "2.0"), library.unpacked)

    assert not old.exists()
