from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from groundwork.gui.progress import ProgressRecord
from groundwork.learner.progress import LessonState, Progress
from groundwork.packs.model import ExampleAddress, LessonAddress

LISTS = LessonAddress("python", "lists")
GROWS = ExampleAddress("python", "lists", "grows")


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "data" / "progress.sqlite3"


@pytest.fixture
def record(file: Path, qapp: QApplication) -> Iterator[ProgressRecord]:
    record = ProgressRecord(file, qapp)
    yield record
    record.close(20)


def noted_in(file: Path) -> dict[LessonAddress, LessonState]:
    progress = Progress(file)
    states = progress.states()
    progress.close()
    return states


def test_the_states_of_the_last_time_are_told(
    record: ProgressRecord, file: Path, qtbot: QtBot
) -> None:
    earlier = Progress(file)
    earlier.set_done(LISTS, is_done=True)
    earlier.close()
    with qtbot.waitSignal(record.states_changed) as told:
        record.load()
    assert told.args == [{LISTS: LessonState.DONE}]


def test_what_the_learner_does_changes_the_states(record: ProgressRecord, qtbot: QtBot) -> None:
    states: list[dict[LessonAddress, LessonState]] = []
    record.states_changed.connect(states.append)
    record.load()
    record.begin(LISTS)
    record.example_run(GROWS, was_success=True)
    record.set_done(LISTS, is_done=True)
    qtbot.waitUntil(lambda: len(states) == 3)
    assert states == [{}, {LISTS: LessonState.BEGUN}, {LISTS: LessonState.DONE}]


def test_what_was_done_a_moment_before_closing_is_noted(record: ProgressRecord, file: Path) -> None:
    record.begin(LISTS)
    record.close(20)
    assert noted_in(file) == {LISTS: LessonState.BEGUN}


def test_trouble_is_told_once_and_taken_back(
    record: ProgressRecord, file: Path, qtbot: QtBot
) -> None:
    sentences: list[str] = []
    record.trouble_told.connect(sentences.append)
    file.parent.write_text("no folder")
    with qtbot.waitSignal(record.trouble_told):
        record.begin(LISTS)
    with qtbot.waitSignal(record.states_changed):
        record.set_done(LISTS, is_done=True)
    file.parent.unlink()
    with qtbot.waitSignal(record.trouble_ended, timeout=20_000):
        record.load()
    assert len(sentences) == 1
    assert noted_in(file) == {LISTS: LessonState.DONE}


def test_a_damaged_file_is_told_of(record: ProgressRecord, file: Path, qtbot: QtBot) -> None:
    file.parent.mkdir()
    file.write_bytes(b"no database" * 500)
    with qtbot.waitSignal(record.notice_told) as told:
        record.begin(LISTS)
    assert "damaged" in told.args[0]
