from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from groundwork.gui.progress import ProgressRecord
from groundwork.learner.progress import Progress
from groundwork.learner.states import ExerciseProgress, WorkState
from groundwork.packs.model import ExampleAddress, LessonAddress

LISTS = LessonAddress("python", "lists")
LAST_ITEM = ExampleAddress("python", "lists", "last-item")
GROWS = ExampleAddress("python", "lists", "grows")


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "data" / "progress.sqlite3"


@pytest.fixture
def record(file: Path, qapp: QApplication) -> Iterator[ProgressRecord]:
    record = ProgressRecord(file, qapp)
    yield record
    record.close(20)


def noted_in(file: Path) -> dict[LessonAddress, WorkState]:
    progress = Progress(file)
    lessons = progress.lessons()
    progress.close()
    return {address: lesson.state for address, lesson in lessons.items()}


def test_the_states_of_the_last_time_are_told(
    record: ProgressRecord, file: Path, qtbot: QtBot
) -> None:
    earlier = Progress(file)
    earlier.set_done(LISTS, is_done=True)
    earlier.close()
    with qtbot.waitSignal(record.states_changed) as told:
        record.load()
    assert told.args == [{LISTS: WorkState.DONE}]


def test_what_the_learner_does_changes_the_states(record: ProgressRecord, qtbot: QtBot) -> None:
    states: list[dict[LessonAddress, WorkState]] = []
    record.states_changed.connect(states.append)
    record.load()
    record.begin(LISTS)
    record.example_run(GROWS, was_success=True)
    record.set_done(LISTS, is_done=True)
    qtbot.waitUntil(lambda: len(states) == 3)
    assert states == [{}, {LISTS: WorkState.BEGUN}, {LISTS: WorkState.DONE}]


def test_what_is_done_with_an_exercise_is_told_once_the_lesson_is_open(
    record: ProgressRecord, qtbot: QtBot
) -> None:
    told: list[dict[ExampleAddress, ExerciseProgress]] = []
    record.exercises_changed.connect(told.append)
    record.begin(LISTS, ["grows", "last-item"])
    record.exercise_checked(GROWS, was_passed=False)
    record.hint_shown(GROWS, 1)
    record.exercise_helped(GROWS)
    record.exercise_checked(GROWS, was_passed=True)
    with qtbot.waitSignal(record.states_changed):
        record.question_answered(LAST_ITEM, was_right=True)
    qtbot.waitUntil(lambda: record.lessons[LISTS].state is WorkState.DONE_WITH_HELP)
    assert told[-1] == record.exercises
    assert record.exercises == {
        GROWS: ExerciseProgress(attempts=2, passes=1, hints=1, was_helped=True),
        LAST_ITEM: ExerciseProgress(attempts=1, passes=1, is_question=True),
    }
    record.time_spent(LISTS, 20)
    qtbot.waitUntil(lambda: record.lessons[LISTS].seconds == 20)
    record.restart([LISTS])
    qtbot.waitUntil(lambda: record.lessons[LISTS].state is WorkState.NEW)
    assert record.exercises == {}


def test_what_was_done_a_moment_before_closing_is_noted(record: ProgressRecord, file: Path) -> None:
    record.begin(LISTS)
    record.close(20)
    assert noted_in(file) == {LISTS: WorkState.BEGUN}


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
    assert noted_in(file) == {LISTS: WorkState.DONE}


def test_a_damaged_file_is_told_of(record: ProgressRecord, file: Path, qtbot: QtBot) -> None:
    file.parent.mkdir()
    file.write_bytes(b"no database" * 500)
    with qtbot.waitSignal(record.notice_told) as told:
        record.begin(LISTS)
    assert "damaged" in told.args[0]
