from __future__ import annotations

from pathlib import Path

import pytest

from groundwork.running.copying import FileCopy

CONTENT = bytes(range(256)) * 10_000


@pytest.fixture
def source(tmp_path: Path) -> Path:
    file = tmp_path / "source"
    file.write_bytes(CONTENT)
    return file


def names(folder: Path) -> set[str]:
    return {file.name for file in folder.iterdir()}


def test_a_copy_holds_every_byte_and_tells_how_many(source: Path, tmp_path: Path) -> None:
    copy = FileCopy(source, tmp_path / "target")
    assert copy.make() == ""
    assert (tmp_path / "target").read_bytes() == CONTENT
    assert copy.copied == len(CONTENT)
    assert names(tmp_path) == {"source", "target"}


def test_a_copy_takes_the_place_of_an_older_file(source: Path, tmp_path: Path) -> None:
    (tmp_path / "target").write_text("older")
    assert FileCopy(source, tmp_path / "target").make() == ""
    assert (tmp_path / "target").read_bytes() == CONTENT


def test_a_cancelled_copy_leaves_what_stood_there(source: Path, tmp_path: Path) -> None:
    (tmp_path / "target").write_text("older")
    copy = FileCopy(source, tmp_path / "target")
    copy.cancel()
    copy.make()
    assert (tmp_path / "target").read_text() == "older"
    assert names(tmp_path) == {"source", "target"}


def test_a_copy_that_cannot_be_made_says_why(source: Path, tmp_path: Path) -> None:
    assert FileCopy(source, tmp_path / "none" / "target").make() != ""
    assert FileCopy(tmp_path / "none", tmp_path / "target").make() != ""
    assert names(tmp_path) == {"source"}


def test_a_link_goes_on_leading_to_its_file(source: Path, tmp_path: Path) -> None:
    file, link = tmp_path / "file", tmp_path / "link"
    file.write_text("older")
    link.symlink_to(file)
    assert FileCopy(source, link).make() == ""
    assert link.is_symlink()
    assert file.read_bytes() == CONTENT
