from __future__ import annotations

import json
from pathlib import Path

import pytest

from groundwork.learner.trust import PackIdentity, Trust, identity, needs_consent
from groundwork.packs.library import Library
from groundwork.packs.model import Pack

ONE = PackIdentity("python", ("A. Teacher",), "folder:/packs/python")


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "data" / "trust.json"


def pack_in(folder: Path, text: str = "", authors: tuple[str, ...] = ("A. Teacher",)) -> Pack:
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "lesson.md").write_text(text, encoding="utf-8")
    return Pack("python", "Python", "1.0.0", folder.resolve(), (), authors=authors)


def test_what_was_agreed_to_is_known_in_every_window_from_then_on(file: Path) -> None:
    first, second = Trust(file), Trust(file)
    assert not first.has(ONE)
    first.add(ONE)
    assert first.has(ONE)
    assert second.has(ONE)


def test_windows_that_remember_at_the_same_time_forget_nothing(file: Path) -> None:
    first, second = Trust(file), Trust(file)
    other = PackIdentity("other", (), "sha256:0")
    first.add(ONE)
    second.add(other)
    assert Trust(file).has(ONE)
    assert Trust(file).has(other)


@pytest.mark.parametrize(
    "other",
    [
        PackIdentity("pythons", ONE.authors, ONE.origin),
        PackIdentity("python", ("Somebody else",), ONE.origin),
        PackIdentity("python", ONE.authors, "folder:/elsewhere"),
    ],
)
def test_a_pack_of_another_name_author_or_place_is_another_pack(
    file: Path, other: PackIdentity
) -> None:
    trust = Trust(file)
    trust.add(ONE)
    assert not Trust(file).has(other)


def test_without_a_disk_the_answer_holds_for_the_window(file: Path) -> None:
    file.parent.write_text("no folder")
    trust = Trust(file)
    with pytest.raises(OSError, match=r".+"):
        trust.add(ONE)
    assert trust.has(ONE)


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"{}",
        b"\xff",
        b"[" * 100_000,
        b"[1, {}, {'a'}]",
        json.dumps([{"pack": 1, "authors": [], "origin": ""}]).encode(),
        json.dumps([{"pack": "python", "authors": "A. Teacher", "origin": "o"}]).encode(),
        json.dumps([{"pack": "python", "authors": [None], "origin": "o"}]).encode(),
    ],
)
def test_a_file_that_makes_no_sense_is_passed_over_and_written_anew(
    file: Path, content: bytes
) -> None:
    file.parent.mkdir()
    file.write_bytes(content)
    trust = Trust(file)
    assert not trust.has(ONE)
    trust.add(ONE)
    assert Trust(file).has(ONE)


def test_a_pack_that_comes_with_the_application_needs_nobodys_consent(library: Library) -> None:
    assert not needs_consent(pack_in(library.built_in / "python"), library)
    assert not needs_consent(pack_in(library.beside / "course"), library)
    assert needs_consent(pack_in(library.user / "python.1"), library)
    assert needs_consent(pack_in(library.system / "python.1"), library)
    assert needs_consent(pack_in(library.built_in / "more" / "python"), library)


def test_a_folder_of_the_users_own_may_change_and_is_the_same_pack(
    library: Library, tmp_path: Path
) -> None:
    before = identity(pack_in(tmp_path / "own", "a"), library)
    assert identity(pack_in(tmp_path / "own", "b"), library) == before
    assert identity(pack_in(tmp_path / "own too", "a"), library) != before


def test_an_installed_pack_is_known_by_what_is_in_it(library: Library) -> None:
    first = identity(pack_in(library.user / "python.1", "a"), library)
    assert identity(pack_in(library.user / "python.2", "a"), library) == first
    assert identity(pack_in(library.user / "python.3", "b"), library) != first
