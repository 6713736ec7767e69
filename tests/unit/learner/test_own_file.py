from __future__ import annotations

import os
from pathlib import Path

import pytest

from groundwork.learner.draft import Draft, DraftError, DraftsUnwritableError
from groundwork.learner.drafts import DraftStore
from groundwork.learner.history import Reason
from groundwork.learner.own_file import (
    own_address,
    own_file,
    remember_file,
    remembered_files,
)
from groundwork.packs.model import SourceFile


@pytest.fixture
def store(tmp_path: Path) -> DraftStore:
    return DraftStore(tmp_path / "drafts")


@pytest.fixture
def program(tmp_path: Path) -> Path:
    file = tmp_path / "mine" / "con é.py"  # a name that no pack's file may have
    file.parent.mkdir()
    file.write_text("print(1)\n", encoding="utf-8")
    return file


def opened(store: DraftStore, file: Path) -> Draft:
    return store.open(own_address(file), (SourceFile(file.name, ""),))


def texts_kept(store: DraftStore, file: Path) -> list[str]:
    address = own_address(file)
    versions = store.versions(address)
    return [store.version_texts(address, version)[file.name] for version in versions]


def test_a_file_is_opened_where_it_is_and_not_touched(store: DraftStore, program: Path) -> None:
    before = program.stat()
    draft = opened(store, program)
    assert draft.folder == program.parent
    assert [(file.name, file.text) for file in draft.files] == [(program.name, "print(1)\n")]
    assert (program.stat().st_ino, program.stat().st_mtime_ns) == (
        before.st_ino,
        before.st_mtime_ns,
    )


def test_what_is_saved_is_in_the_file_and_nothing_else_is_beside_it(
    store: DraftStore, program: Path
) -> None:
    opened(store, program)
    store.save(own_address(program), program.name, "print(2)\n")
    assert program.read_text() == "print(2)\n"
    assert [*program.parent.iterdir()] == [program]


def test_it_is_no_example_that_the_learner_has_changed(store: DraftStore, program: Path) -> None:
    opened(store, program)
    store.save(own_address(program), program.name, "print(2)\n")
    assert store.changed_addresses() == frozenset()


def test_what_was_there_before_and_what_was_run_are_kept(store: DraftStore, program: Path) -> None:
    opened(store, program)
    store.save(own_address(program), program.name, "print(2)\n")
    store.keep_version(own_address(program), Reason.RUN)
    assert texts_kept(store, program) == ["print(2)\n", "print(1)\n"]


def test_what_somebody_else_wrote_meanwhile_is_kept(store: DraftStore, program: Path) -> None:
    opened(store, program)
    program.write_text("print('theirs')\n")
    result = store.save(own_address(program), program.name, "print('ours')\n")
    assert result.other_version_kept is not None
    assert program.read_text() == "print('ours')\n"
    assert "print('theirs')\n" in texts_kept(store, program)


def test_line_ends_and_the_mark_of_the_encoding_stay(store: DraftStore, program: Path) -> None:
    program.write_bytes(b"\xef\xbb\xbfprint(1)\r\n")
    (file,) = opened(store, program).files
    store.save(own_address(program), program.name, file.text + "print(2)\r\n")
    assert program.read_bytes() == b"\xef\xbb\xbfprint(1)\r\nprint(2)\r\n"


def test_a_protected_file_is_not_written(
    store: DraftStore, program: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened(store, program)
    monkeypatch.setattr(os, "access", lambda _file, _mode: False)  # root may write everything
    with pytest.raises(DraftsUnwritableError, match=r"con é\.py is protected from being written"):
        store.save(own_address(program), program.name, "print(2)\n")
    assert program.read_text() == "print(1)\n"


def test_it_is_saved_even_where_no_drafts_can_be_kept(tmp_path: Path, program: Path) -> None:
    (tmp_path / "drafts").write_text("no folder")
    store = DraftStore(tmp_path / "drafts")
    assert not opened(store, program).trouble
    store.save(own_address(program), program.name, "print(2)\n")
    assert program.read_text() == "print(2)\n"


def test_a_removed_file_is_there_again_when_something_is_typed(
    store: DraftStore, program: Path
) -> None:
    opened(store, program)
    program.unlink()
    store.save(own_address(program), program.name, "print(2)\n")
    assert program.read_text() == "print(2)\n"


@pytest.mark.skipif(os.name == "nt", reason="making links needs rights there")
def test_a_link_stays_one(store: DraftStore, program: Path, tmp_path: Path) -> None:
    link = tmp_path / "link.py"
    link.symlink_to(program)
    file = own_file(link)
    opened(store, file)
    store.save(own_address(file), file.name, "print(2)\n")
    assert link.is_symlink()
    assert program.read_text() == "print(2)\n"


@pytest.mark.skipif(os.name == "nt", reason="making links needs rights there")
def test_a_link_in_a_circle_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.py").symlink_to(tmp_path / "b.py")
    (tmp_path / "b.py").symlink_to(tmp_path / "a.py")
    with pytest.raises(DraftError, match=r"a\.py|b\.py"):
        own_file(tmp_path / "a.py")


def test_a_path_is_made_whole(program: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(program.parent)
    assert own_file(Path("..") / "mine" / program.name) == program


def test_a_name_with_a_zero_in_it_is_refused() -> None:
    with pytest.raises(DraftError):
        own_file(Path("a\0.py"))


def test_the_ten_that_were_opened_last_are_remembered(tmp_path: Path) -> None:
    memory = tmp_path / "new" / "own-files.json"
    files = [tmp_path / f"{number}.py" for number in range(12)]
    for file in (*files, files[5]):
        remember_file(memory, file)
    assert remembered_files(memory)[:3] == (files[5], files[11], files[10])
    assert len(remembered_files(memory)) == 10


@pytest.mark.parametrize("content", ["", "{}", "[1, null]", "["])
def test_a_memory_that_was_damaged_is_empty(tmp_path: Path, content: str) -> None:
    memory = tmp_path / "own-files.json"
    memory.write_text(content)
    assert remembered_files(memory) == ()
