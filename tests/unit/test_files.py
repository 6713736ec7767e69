from __future__ import annotations

import errno
import os
import stat
import string
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from groundwork.files import (
    clash_key,
    extended_windows_path,
    make_folder,
    name_objection,
    sync_file,
    write_atomically,
)


def names_in(folder: Path) -> list[str]:
    return [entry.name for entry in folder.iterdir()]


def test_content_arrives_byte_for_byte(tmp_path: Path) -> None:
    content = b"a\r\nb\rc\n\x00\xff"
    write_atomically(tmp_path / "deep" / "er" / "file", content)
    assert (tmp_path / "deep" / "er" / "file").read_bytes() == content


@pytest.mark.parametrize("is_durable", [True, False])
def test_nothing_is_left_beside_the_file(tmp_path: Path, *, is_durable: bool) -> None:
    write_atomically(tmp_path / "file", b"one", is_durable=is_durable)
    write_atomically(tmp_path / "file", b"two", is_durable=is_durable)
    assert names_in(tmp_path) == ["file"]


def test_the_folder_of_the_file_holds_nothing_else_even_for_a_moment(tmp_path: Path) -> None:
    target = tmp_path / "work" / "file"
    write_atomically(target, b"one", staging=tmp_path / "saving")
    before = target.parent.stat().st_ino
    write_atomically(target, b"two", staging=tmp_path / "saving")
    assert target.read_bytes() == b"two"
    assert target.parent.stat().st_ino == before
    assert names_in(tmp_path / "saving") == []


def test_a_failed_write_leaves_the_old_content_and_no_litter(tmp_path: Path) -> None:
    target = tmp_path / "file"
    target.mkdir()
    (target / "inside").write_text("kept")
    with pytest.raises(OSError, match="file"):
        write_atomically(target, b"new")
    assert (target / "inside").read_text() == "kept"
    assert names_in(tmp_path) == ["file"]


def test_a_file_in_the_place_of_a_folder_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "folder").write_text("not a folder")
    with pytest.raises(OSError, match="folder") as caught:
        write_atomically(tmp_path / "folder" / "file", b"new")
    assert caught.value.errno in {errno.ENOTDIR, errno.EEXIST}


@pytest.mark.skipif(sys.platform == "win32", reason="permissions are a POSIX matter")
def test_permissions_of_the_file_stay(tmp_path: Path) -> None:
    target = tmp_path / "file"
    target.write_bytes(b"one")
    target.chmod(0o640)
    write_atomically(target, b"two")
    assert stat.S_IMODE(target.stat().st_mode) == 0o640


def test_making_a_folder_that_is_there_changes_nothing(tmp_path: Path) -> None:
    make_folder(tmp_path / "a" / "b")
    make_folder(tmp_path / "a" / "b")
    assert (tmp_path / "a" / "b").is_dir()


def test_bringing_a_missing_file_to_disk_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        sync_file(tmp_path / "absent")


@pytest.mark.parametrize("name", ["main.py", "app/models.py", "über uns.txt", "中.csv", ".env"])
def test_ordinary_names_are_good(name: str) -> None:
    assert not name_objection(name)


@pytest.mark.parametrize(
    "name",
    [
        "",
        "/etc/passwd",
        "../main.py",
        "app/../../main.py",
        "app//main.py",
        "./main.py",
        "app/",
        "C:\\main.py",
        "c:main.py",
        "app\\main.py",
        "what?.py",
        "line\nbreak.py",
        "null\0.py",
        "aux.py",
        "CON",
        "app/nul.tar.gz",
        "com1.txt",
        "Lpt¹",
        "trailing.",
        "trailing ",
        "folder./main.py",
        "x" * 256,
        "é" * 128,
        "half\ud800.py",
    ],
)
def test_names_that_some_system_cannot_keep_are_refused_in_a_sentence(name: str) -> None:
    assert name_objection(name).endswith(".")


@given(st.text(st.sampled_from("./\\ :a\0" + string.ascii_letters), max_size=12))
def test_a_good_name_never_leads_out_of_the_folder(name: str) -> None:
    if not name_objection(name):
        folder = Path("/folder/of/the/program")
        assert Path(os.path.normpath(folder / name)).is_relative_to(folder)
        assert Path(os.path.normpath(folder / name)) != folder


@given(st.text())
def test_any_text_is_judged(name: str) -> None:
    assert isinstance(name_objection(name), str)


def test_names_differing_only_in_case_or_composition_clash() -> None:
    assert clash_key("Main.py") == clash_key("main.PY")
    assert clash_key("caf\u00e9.py") == clash_key("cafe\u0301.py")
    assert clash_key("a.py") != clash_key("b.py")


@pytest.mark.parametrize(
    ("path", "extended"),
    [
        ("C:\\Users\\Ada\\x", "\\\\?\\C:\\Users\\Ada\\x"),
        ("C:/Users/Ada/x", "\\\\?\\C:\\Users\\Ada\\x"),
        ("\\\\server\\share\\x", "\\\\?\\UNC\\server\\share\\x"),
        ("\\\\?\\C:\\x", "\\\\?\\C:\\x"),
    ],
)
def test_windows_paths_get_the_mark_that_lifts_the_length_limit(path: str, extended: str) -> None:
    assert extended_windows_path(path) == extended
