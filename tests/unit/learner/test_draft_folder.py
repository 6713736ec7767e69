from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from groundwork.files import name_objection
from groundwork.learner.draft_folder import (
    DraftFolder,
    OversizeError,
    folder_name,
    marked_addresses,
)
from groundwork.packs.model import ExampleAddress

ADDRESS = ExampleAddress("python", "lists", "grows")


def test_the_place_of_a_draft_is_named_after_its_ids(tmp_path: Path) -> None:
    folder = DraftFolder(tmp_path, ADDRESS)
    assert folder.working_folder == tmp_path / "python" / "lists" / "grows" / "work"


@pytest.mark.parametrize("name", ["a", "a-list-grows", "python-3", "common", "x" * 40])
def test_ordinary_ids_are_their_own_folder_names(name: str) -> None:
    assert folder_name(name) == name


@pytest.mark.parametrize("name", ["con", "aux", "com1", "", "..", "a/b", "A", "x" * 41, "é", "a_b"])
def test_ids_that_some_system_cannot_keep_get_another_name(name: str) -> None:
    assert folder_name(name) != name


@given(st.text(), st.text())
def test_every_id_has_a_name_of_its_own_that_is_safe_and_short(one: str, other: str) -> None:
    assert not name_objection(folder_name(one))
    assert len(folder_name(one)) <= 40
    assert (folder_name(one).casefold() == folder_name(other).casefold()) == (one == other)


@pytest.mark.parametrize(
    "address",
    [ADDRESS, ExampleAddress("con", "x" * 90, "Ünsafe/../id")],
)
def test_marks_tell_their_address(tmp_path: Path, address: ExampleAddress) -> None:
    folder = DraftFolder(tmp_path, address)
    folder.mark(is_changed=True)
    folder.mark(is_changed=True)
    assert (folder.is_marked, marked_addresses(tmp_path)) == (True, frozenset({address}))
    folder.mark(is_changed=False)
    folder.mark(is_changed=False)
    assert (folder.is_marked, marked_addresses(tmp_path)) == (False, frozenset())


@pytest.mark.parametrize("content", [b"", b"7", b"[1, 2]", b"{}", b"\xff"])
def test_a_broken_mark_is_passed_over(tmp_path: Path, content: bytes) -> None:
    DraftFolder(tmp_path, ADDRESS).mark(is_changed=True)
    broken = tmp_path / "python" / "lists" / "other"
    broken.mkdir()
    (broken / "changed").write_bytes(content)
    assert marked_addresses(tmp_path) == {ADDRESS}


def test_without_drafts_nothing_is_marked(tmp_path: Path) -> None:
    assert marked_addresses(tmp_path / "absent") == frozenset()


def test_nothing_but_the_learners_files_is_in_the_working_folder(tmp_path: Path) -> None:
    folder = DraftFolder(tmp_path, ADDRESS)
    with folder.locked():
        folder.write("main.py", b"1")
        folder.write_original("main.py", b"0")
        folder.mark(is_changed=True)
    assert [entry.name for entry in folder.working_folder.iterdir()] == ["main.py"]


def test_leftovers_of_a_save_that_was_cut_short_are_removed(tmp_path: Path) -> None:
    folder = DraftFolder(tmp_path, ADDRESS)
    folder.write("main.py", b"1")
    staging = folder.working_folder.parent / "saving"
    (staging / ".4711-ab.new").write_bytes(b"half")
    (staging / "version").mkdir()
    (staging / "version" / "main.py").write_bytes(b"half")
    folder.clean()
    assert not staging.exists()
    assert folder.read("main.py") == b"1"


def test_a_file_too_large_for_a_text_is_not_read(tmp_path: Path) -> None:
    folder = DraftFolder(tmp_path, ADDRESS)
    folder.write("main.py", b"1234")
    with pytest.raises(OversizeError):
        folder.read("main.py", at_most=3)
    assert folder.read("main.py", at_most=4) == b"1234"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes in folders")
def test_what_is_no_ordinary_file_is_not_read(tmp_path: Path) -> None:
    folder = DraftFolder(tmp_path, ADDRESS)
    folder.write("other.py", b"1")
    os.mkfifo(folder.working_folder / "main.py")
    with pytest.raises(OSError, match="not an ordinary file"):
        folder.read("main.py")
