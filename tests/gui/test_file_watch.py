from __future__ import annotations

import os
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from groundwork.gui.file_watch import FileWatch


@pytest.fixture
def file(tmp_path: Path) -> Path:
    file = tmp_path / "pack" / "lesson é.md"
    file.parent.mkdir()
    file.write_text("one", encoding="utf-8")
    return file


@pytest.fixture
def watch(qtbot: QtBot, file: Path) -> FileWatch:
    del qtbot  # a watcher wants an application
    watch = FileWatch()
    watch.watch([file])
    return watch


def replace(file: Path, text: str) -> None:
    """Write as many editors do: a new file takes the name of the old one."""
    fresh = file.with_name("fresh")
    fresh.write_text(text, encoding="utf-8")
    fresh.replace(file)


def test_writing_is_noticed_again_and_again(qtbot: QtBot, watch: FileWatch, file: Path) -> None:
    for text in ("two", "three"):
        with qtbot.waitSignal(watch.disturbed):
            file.write_text(text, encoding="utf-8")


def test_a_file_that_another_takes_the_place_of_is_watched_on(
    qtbot: QtBot, watch: FileWatch, file: Path
) -> None:
    for text in ("two", "three"):
        with qtbot.waitSignal(watch.disturbed):
            replace(file, text)
    with qtbot.waitSignal(watch.disturbed):
        file.write_text("four", encoding="utf-8")


def test_a_file_that_comes_back_is_watched_on(qtbot: QtBot, watch: FileWatch, file: Path) -> None:
    with qtbot.waitSignal(watch.disturbed):
        file.unlink()
    assert str(file) not in watch.paths
    with qtbot.waitSignal(watch.disturbed):
        file.write_text("two", encoding="utf-8")
    qtbot.waitUntil(lambda: str(file) in watch.paths)
    with qtbot.waitSignal(watch.disturbed):
        os.truncate(file, 0)


def test_only_what_is_named_last_is_watched(watch: FileWatch, tmp_path: Path) -> None:
    other = tmp_path / "other.md"
    other.write_text("text", encoding="utf-8")
    watch.watch([other])
    assert watch.paths == {str(other), str(tmp_path)}
    watch.watch([])
    assert watch.paths == frozenset()
