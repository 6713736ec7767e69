"""What was parsed is kept for the next worker, whatever happens to the folder."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest
from tests.unit.language.oracle import CURSOR, Oracle, cursor_in

from groundwork import paths
from groundwork.language.protocol import Complete, Completions
from groundwork.running.command import language_command

TEXT = f"import textwrap\ntextwrap.{CURSOR}"


def completed(folder: Path, cache: Path) -> set[str]:
    with Oracle(folder, cache) as oracle:
        answer = oracle.ask(Complete(oracle.source(TEXT), *cursor_in(TEXT)))
    assert isinstance(answer, Completions)
    return {one.name for one in answer.candidates}


def kept(cache: Path) -> list[Path]:
    return [file for file in cache.rglob("*") if file.is_file()]


def test_what_was_parsed_is_there_for_the_next_worker(tmp_path: Path) -> None:
    assert "dedent" in completed(tmp_path, tmp_path / "cache")
    before = {file: file.stat().st_mtime_ns for file in kept(tmp_path / "cache")}
    assert before
    assert "dedent" in completed(tmp_path, tmp_path / "cache")
    assert {file: file.stat().st_mtime_ns for file in kept(tmp_path / "cache")} == before


@pytest.mark.parametrize("damage", ["empty", "half", "rubbish", "folder"])
def test_damaged_files_are_written_anew(tmp_path: Path, damage: str) -> None:
    completed(tmp_path, tmp_path / "cache")
    files = kept(tmp_path / "cache")
    sizes = {file: file.stat().st_size for file in files}
    for file in files:
        content = file.read_bytes()
        if damage == "folder":
            file.unlink()
            (file / "in the way").mkdir(parents=True)
        else:
            damaged = {"empty": b"", "half": content[: len(content) // 2], "rubbish": b"\xff" * 500}
            file.write_bytes(damaged[damage])
    assert "dedent" in completed(tmp_path, tmp_path / "cache")
    if damage != "folder":
        assert {file: file.stat().st_size for file in kept(tmp_path / "cache")} == sizes


def test_nothing_is_missed_where_nothing_can_be_kept(tmp_path: Path) -> None:
    cache = tmp_path / "cache"
    cache.write_text("a file where the folder should be")
    assert "dedent" in completed(tmp_path, cache)


PRUNE = """
import sys, time, os
from pathlib import Path
sys.path[:0] = {path!r}
from groundwork.language.service.parsed import Shelf
folder = Path({folder!r})
Shelf(folder / "this", most=2500).prune()
"""


def test_what_was_not_used_for_longest_goes_when_there_is_too_much(tmp_path: Path) -> None:
    for number, name in enumerate(("other/a", "other/b", "this/c", "this/d")):
        file = tmp_path / name
        file.parent.mkdir(exist_ok=True)
        file.write_bytes(b"x" * 1000)
        os.utime(file, (1000 + number, 1000 + number))
    (tmp_path / "loose").write_text("not ours")
    path = [str(paths.child_source_folder()), str(paths.language_libraries_folder())]
    script = PRUNE.format(path=path, folder=str(tmp_path))
    program = language_command("test", tmp_path).program
    subprocess.run([program, "-c", script], check=True)
    names = sorted(file.relative_to(tmp_path).as_posix() for file in kept(tmp_path))
    assert names == ["loose", "this/c", "this/d"]
