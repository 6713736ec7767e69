"""Parts of the bundle are made once, and again when they would be others."""

from __future__ import annotations

from pathlib import Path

import pytest

from bundling.cached import cached, fingerprint


def write_part(folder: Path) -> None:
    folder.mkdir()
    (folder / "part.txt").write_text("made", encoding="utf-8")


def fail_half_way(folder: Path) -> None:
    write_part(folder)
    raise RuntimeError("half way")


def test_a_part_is_made_once(tmp_path: Path) -> None:
    part = tmp_path / "parts" / "one"
    assert cached(part, "same", write_part)
    assert not cached(part, "same", write_part)
    assert cached(part, "other", write_part)


def test_a_part_that_was_left_half_made_is_made_anew(tmp_path: Path) -> None:
    part = tmp_path / "one"
    with pytest.raises(RuntimeError):
        cached(part, "same", fail_half_way)
    assert cached(part, "same", write_part)


def test_another_file_gives_another_fingerprint(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_text("one", encoding="utf-8")
    before = fingerprint("text", files=[file])
    file.write_text("two", encoding="utf-8")
    assert fingerprint("text", files=[file]) != before
