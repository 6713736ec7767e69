from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from groundwork.learner.progress import LessonState, Progress
from groundwork.learner.progress_file import (
    MIGRATIONS,
    DamagedError,
    NewerError,
    ProgressFile,
    UnreachableError,
)
from groundwork.packs.model import ExampleAddress, LessonAddress

LISTS = LessonAddress("python", "lists")
DICTS = LessonAddress("python", "dicts")
GROWS = ExampleAddress("python", "lists", "grows")


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "data" / "progress.sqlite3"


@pytest.fixture
def progress(file: Path) -> Iterator[Progress]:
    progress = Progress(file)
    yield progress
    progress.close()


def states_in(file: Path) -> dict[LessonAddress, LessonState]:
    progress = Progress(file)
    states = progress.states()
    assert (progress.trouble, progress.notice) == ("", "")
    progress.close()
    return states


def runs_in(file: Path) -> list[tuple[str, int, int]]:
    connection = sqlite3.connect(file)
    rows = connection.execute("SELECT example_id, runs, successes FROM example").fetchall()
    connection.close()
    return rows


def test_nothing_is_written_before_it_is_needed(progress: Progress, file: Path) -> None:
    assert not file.parent.exists()
    assert progress.states() == {}


def test_states_come_back(progress: Progress, file: Path) -> None:
    progress.begin(LISTS)
    progress.set_done(DICTS, is_done=True)
    expected = {LISTS: LessonState.BEGUN, DICTS: LessonState.DONE}
    assert progress.states() == expected
    assert states_in(file) == expected


def test_a_lesson_that_is_done_stays_done_when_it_is_opened_and_run_again(
    progress: Progress, file: Path
) -> None:
    progress.set_done(LISTS, is_done=True)
    progress.begin(LISTS)
    progress.example_run(GROWS, was_success=True)
    assert states_in(file) == {LISTS: LessonState.DONE}


def test_a_lesson_can_be_done_no_longer(progress: Progress, file: Path) -> None:
    progress.set_done(LISTS, is_done=True)
    progress.set_done(LISTS, is_done=False)
    assert states_in(file) == {LISTS: LessonState.BEGUN}


def test_running_an_example_begins_its_lesson_and_is_counted(
    progress: Progress, file: Path
) -> None:
    for was_success in (False, True, True):
        progress.example_run(GROWS, was_success=was_success)
    assert states_in(file) == {LISTS: LessonState.BEGUN}
    assert runs_in(file) == [("grows", 3, 2)]


def test_two_windows_see_each_others_progress(progress: Progress, file: Path) -> None:
    other = Progress(file)
    progress.begin(LISTS)
    other.set_done(LISTS, is_done=True)
    progress.begin(DICTS)
    assert progress.states() == other.states() == {
        LISTS: LessonState.DONE,
        DICTS: LessonState.BEGUN,
    }  # fmt: skip
    other.close()


def test_windows_that_note_at_the_same_time_lose_nothing(file: Path) -> None:
    code = (
        "import sys; from pathlib import Path;"
        "from groundwork.learner.progress import Progress;"
        "from groundwork.packs.model import ExampleAddress;"
        "progress = Progress(Path(sys.argv[1]));"
        "[progress.example_run(ExampleAddress('python', 'lists', 'grows'), was_success=True)"
        " for _ in range(25)];"
        "assert not progress.trouble, progress.trouble;"
        "progress.close()"
    )
    windows = [subprocess.Popen([sys.executable, "-c", code, str(file)]) for _ in range(3)]
    assert [window.wait() for window in windows] == [0, 0, 0]
    assert runs_in(file) == [("grows", 75, 75)]


def test_one_thread_may_begin_and_another_end(progress: Progress, file: Path) -> None:
    thread = threading.Thread(target=progress.begin, args=[LISTS])
    thread.start()
    thread.join()
    progress.close()
    assert states_in(file) == {LISTS: LessonState.BEGUN}


def test_a_newer_file_is_refused_in_a_sentence_and_left_alone(
    progress: Progress, file: Path
) -> None:
    newer = ProgressFile(file, (*MIGRATIONS, ("CREATE TABLE other (id TEXT)",)))
    newer.close()
    before = file.read_bytes()
    progress.begin(LISTS)
    assert progress.states() == {LISTS: LessonState.BEGUN}
    assert "newer Groundwork" in progress.trouble
    assert progress.trouble.endswith(".")
    progress.close()
    assert file.read_bytes() == before
    assert os.listdir(file.parent) == [file.name]  # noqa: PTH208 - the names are what is tested


def test_an_older_file_is_copied_and_brought_up_to_date(progress: Progress, file: Path) -> None:
    progress.begin(LISTS)
    progress.close()
    older = file.read_bytes()
    migrations = (*MIGRATIONS, ("ALTER TABLE lesson ADD COLUMN minutes INTEGER",))
    for _ in range(2):
        migrated = ProgressFile(file, migrations)
        migrated.execute([("UPDATE lesson SET minutes = ?", (5,))])
        assert migrated.lesson_states() == [("python", "lists", 1)]
        migrated.close()
    assert (file.parent / "progress.version-1.sqlite3").read_bytes() == older


def test_a_migration_that_fails_leaves_the_file_as_it_was(progress: Progress, file: Path) -> None:
    progress.begin(LISTS)
    progress.close()
    older = file.read_bytes()
    with pytest.raises(sqlite3.OperationalError, match="no such table"):
        ProgressFile(file, (*MIGRATIONS, ("CREATE TABLE extra (id)", "DROP TABLE absent")))
    assert file.read_bytes() == older
    assert states_in(file) == {LISTS: LessonState.BEGUN}


@pytest.mark.parametrize("content", [b"no database at all, but long enough to be looked at" * 9])
def test_a_damaged_file_is_moved_aside_and_a_new_one_begun(
    progress: Progress, file: Path, content: bytes
) -> None:
    file.parent.mkdir()
    file.write_bytes(content)
    progress.begin(LISTS)
    assert "damaged" in progress.notice
    assert not progress.trouble
    assert states_in(file) == {LISTS: LessonState.BEGUN}
    (aside,) = file.parent.glob("progress.damaged-*.sqlite3")
    assert aside.read_bytes() == content
    assert str(aside) in progress.notice


def test_a_file_that_is_damaged_while_it_is_open_loses_no_state(
    progress: Progress, file: Path
) -> None:
    progress.begin(LISTS)
    progress.set_done(DICTS, is_done=True)
    progress.states()
    file.write_bytes(b"\xff" * file.stat().st_size)
    progress.begin(LessonAddress("python", "sets"))
    assert "damaged" in progress.notice
    assert states_in(file) == {
        LISTS: LessonState.BEGUN,
        DICTS: LessonState.DONE,
        LessonAddress("python", "sets"): LessonState.BEGUN,
    }


def test_a_database_of_something_else_is_moved_aside(progress: Progress, file: Path) -> None:
    file.parent.mkdir()
    connection = sqlite3.connect(file)
    connection.execute("CREATE TABLE orders (id INTEGER)")
    connection.execute("PRAGMA user_version = 1")
    connection.close()
    progress.begin(LISTS)
    assert "damaged" in progress.notice
    assert states_in(file) == {LISTS: LessonState.BEGUN}


def test_rows_that_make_no_sense_are_passed_over(progress: Progress, file: Path) -> None:
    progress.begin(LISTS)
    progress.close()
    connection = sqlite3.connect(file)
    for lesson_id, state in (("a", 99), ("b", "done"), ("c", b"\xff"), (b"\xff", 2)):
        connection.execute("INSERT INTO lesson VALUES ('python', ?, ?, '')", (lesson_id, state))
    connection.execute("INSERT INTO lesson VALUES ('python', CAST(x'ff' AS TEXT), 1, '')")
    connection.commit()
    connection.close()
    assert states_in(file)[LISTS] is LessonState.BEGUN
    assert set(states_in(file).values()) <= set(LessonState)


def test_without_a_disk_progress_is_kept_and_noted_later(progress: Progress, file: Path) -> None:
    file.parent.write_text("no folder")
    progress.begin(LISTS)
    progress.example_run(GROWS, was_success=True)
    assert progress.trouble.startswith("Your progress cannot be noted now: ")
    assert progress.states() == {LISTS: LessonState.BEGUN}
    file.parent.unlink()
    progress.write_waiting()
    assert not progress.trouble
    assert states_in(file) == {LISTS: LessonState.BEGUN}
    assert runs_in(file) == [("grows", 1, 1)]


def test_a_full_file_keeps_what_it_has_and_progress_is_kept(tmp_path: Path) -> None:
    file = ProgressFile(tmp_path / "progress.sqlite3")
    file.execute([("INSERT INTO lesson VALUES ('python', 'lists', 1, '')", ())])
    file.execute([("PRAGMA max_page_count = 1", ())])
    large = "x" * 100_000
    with pytest.raises(UnreachableError, match="full"):
        file.execute([("INSERT INTO lesson VALUES ('python', ?, 1, '')", (large,))])
    assert file.lesson_states() == [("python", "lists", 1)]
    file.close()


def test_a_file_locked_by_a_window_that_hangs_is_trouble_not_a_wait_for_ever(
    progress: Progress, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("groundwork.learner.progress_file._BUSY_SECONDS", 0.01)
    progress.begin(LISTS)
    hanging = sqlite3.connect(file, isolation_level=None)
    hanging.execute("BEGIN EXCLUSIVE")
    progress.begin(DICTS)
    assert "locked" in progress.trouble
    assert progress.states() == {LISTS: LessonState.BEGUN, DICTS: LessonState.BEGUN}
    hanging.execute("ROLLBACK")
    hanging.close()
    assert progress.states() == {LISTS: LessonState.BEGUN, DICTS: LessonState.BEGUN}
    assert not progress.trouble


@given(content=st.binary(max_size=300), is_database=st.booleans())
def test_any_content_of_the_file_is_survived(
    tmp_path_factory: pytest.TempPathFactory, content: bytes, *, is_database: bool
) -> None:
    folder = tmp_path_factory.mktemp("progress")
    file = folder / "progress.sqlite3"
    file.write_bytes(b"SQLite format 3\0" + content if is_database else content)
    progress = Progress(file)
    progress.begin(LISTS)
    assert progress.states() == {LISTS: LessonState.BEGUN}
    progress.close()
    shutil.rmtree(folder)


def test_the_errors_of_a_file_are_three(tmp_path: Path) -> None:
    (tmp_path / "damaged").write_bytes(b"x" * 5000)
    with pytest.raises(DamagedError):
        ProgressFile(tmp_path / "damaged")
    with pytest.raises(UnreachableError):
        ProgressFile(tmp_path)
    ProgressFile(tmp_path / "newer", (*MIGRATIONS, ("SELECT 1",))).close()
    with pytest.raises(NewerError):
        ProgressFile(tmp_path / "newer")
