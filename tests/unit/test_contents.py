"""What a bundle consists of is listed, and what is missing or damaged is found."""

from __future__ import annotations

from pathlib import Path

import pytest

from groundwork.contents import LIST_NAME, damaged_files, is_any_missing, told, write_contents


@pytest.fixture
def bundle(tmp_path: Path) -> Path:
    (tmp_path / "runtime" / "bin").mkdir(parents=True)
    (tmp_path / "runtime" / "bin" / "python").write_bytes(b"program")
    (tmp_path / "lessons.md").write_text("text", encoding="utf-8")
    (tmp_path / "state").mkdir()
    (tmp_path / "state" / "draft").write_text("mine", encoding="utf-8")
    write_contents(tmp_path)
    return tmp_path


def test_a_whole_bundle_has_no_damage(bundle: Path) -> None:
    assert damaged_files(bundle) == []


def test_what_is_missing_or_changed_is_named(bundle: Path) -> None:
    (bundle / "runtime" / "bin" / "python").unlink()
    (bundle / "lessons.md").write_text("other", encoding="utf-8")
    assert damaged_files(bundle) == ["lessons.md", "runtime/bin/python"]


def test_what_others_add_is_no_damage(bundle: Path) -> None:
    (bundle / "state" / "draft").write_text("changed", encoding="utf-8")
    (bundle / "packs").mkdir()
    (bundle / "policy.toml").touch()
    assert damaged_files(bundle) == []


def test_without_a_list_nothing_is_known(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        damaged_files(tmp_path)


def test_many_names_are_told_as_a_few() -> None:
    assert told(["a", "b", "c", "d", "e"]) == "a, b, c and 2 more"
    assert told(["a"]) == "a"


def test_a_list_that_is_damaged_itself_is_no_reason_to_fail(bundle: Path) -> None:
    content = (bundle / LIST_NAME).read_bytes()
    (bundle / LIST_NAME).write_bytes(content.replace(b"lessons", b"lesso\xff\xff"))
    assert len(damaged_files(bundle)) == 1


def test_what_is_gone_from_a_part_is_found_without_reading_what_is_there(bundle: Path) -> None:
    assert not is_any_missing(bundle, "runtime/")
    (bundle / "runtime" / "bin" / "python").write_text("changed", encoding="utf-8")
    assert not is_any_missing(bundle, "runtime/")
    (bundle / "runtime" / "bin" / "python").unlink()
    assert is_any_missing(bundle, "runtime/")
    assert not is_any_missing(bundle, "lessons")
