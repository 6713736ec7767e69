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

from groundwork.learner.progress import Progress
from groundwork.learner.progress_file import (
    MIGRATIONS,
    DamagedError,
    NewerError,
    ProgressFile,
    UnreachableError,
)
from groundwork.learner.states import ExerciseProgress, LessonProgress, WorkState
from groundwork.packs.model import ExampleAddress, LessonAddress
from groundwork.packs.moves import Move

LISTS = LessonAddress("python", "lists")
DICTS = LessonAddress("python", "dicts")
GROWS = ExampleAddress("python", "lists", "grows")
LAST_ITEM = ExampleAddress("python", "lists", "last-item")
FAILED = ExerciseProgress(attempts=1)
PASSED = ExerciseProgress(attempts=1, passes=1)
HELPED = ExerciseProgress(was_helped=True)
INSERT = "INSERT INTO lesson (pack_id, lesson_id, state, changed_at) VALUES"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "data" / "progress.sqlite3"


@pytest.fixture
def progress(file: Path) -> Iterator[Progress]:
    progress = Progress(file)
    yield progress
    progress.close()


def states_of(progress: Progress) -> dict[LessonAddress, WorkState]:
    return {address: lesson.state for address, lesson in progress.lessons().items()}


def states_in(file: Path) -> dict[LessonAddress, WorkState]:
    progress = Progress(file)
    states = states_of(progress)
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
    assert states_of(progress) == {}


def test_states_come_back(progress: Progress, file: Path) -> None:
    progress.begin(LISTS)
    progress.set_done(DICTS, is_done=True)
    expected = {LISTS: WorkState.BEGUN, DICTS: WorkState.DONE}
    assert states_of(progress) == expected
    assert states_in(file) == expected


def test_a_lesson_that_is_done_stays_done_when_it_is_opened_and_run_again(
    progress: Progress, file: Path
) -> None:
    progress.set_done(LISTS, is_done=True)
    progress.begin(LISTS)
    progress.example_run(GROWS, was_success=True)
    assert states_in(file) == {LISTS: WorkState.DONE}


def test_a_lesson_can_be_done_no_longer(progress: Progress, file: Path) -> None:
    progress.set_done(LISTS, is_done=True)
    progress.set_done(LISTS, is_done=False)
    assert states_in(file) == {LISTS: WorkState.BEGUN}


def test_running_an_example_begins_its_lesson_and_is_counted(
    progress: Progress, file: Path
) -> None:
    for was_success in (False, True, True):
        progress.example_run(GROWS, was_success=was_success)
    assert states_in(file) == {LISTS: WorkState.BEGUN}
    assert runs_in(file) == [("grows", 3, 2)]


def test_an_exercise_is_begun_by_a_failed_check_and_done_by_a_passed_one(
    progress: Progress, file: Path
) -> None:
    progress.begin(LISTS, ["grows", "shrinks"])
    progress.work(GROWS, FAILED)
    assert progress.exercises == {GROWS: FAILED}
    assert progress.exercises[GROWS].state is WorkState.BEGUN
    progress.work(GROWS, PASSED)
    assert progress.exercises == {GROWS: ExerciseProgress(attempts=2, passes=1)}
    assert progress.exercises[GROWS].state is WorkState.DONE
    assert states_in(file) == {LISTS: WorkState.BEGUN}


def test_the_hints_that_were_shown_are_remembered(progress: Progress) -> None:
    progress.begin(LISTS, ["grows"])
    for number in (1, 2, 1):
        progress.work(GROWS, ExerciseProgress(hints=number))
    assert progress.exercises == {GROWS: ExerciseProgress(hints=2)}
    assert progress.exercises[GROWS].state is WorkState.BEGUN


def test_who_sees_the_solution_first_is_done_with_help(progress: Progress, file: Path) -> None:
    progress.begin(LISTS, ["grows"])
    progress.work(GROWS, HELPED)
    assert progress.exercises[GROWS].state is WorkState.BEGUN
    progress.work(GROWS, PASSED)
    assert progress.exercises[GROWS].state is WorkState.DONE_WITH_HELP
    assert states_in(file) == {LISTS: WorkState.DONE_WITH_HELP}


def test_who_sees_the_solution_afterwards_was_not_helped(progress: Progress, file: Path) -> None:
    progress.begin(LISTS, ["grows"])
    progress.work(GROWS, PASSED)
    progress.work(GROWS, HELPED)
    assert progress.exercises[GROWS].state is WorkState.DONE
    assert states_in(file) == {LISTS: WorkState.DONE}


def test_a_lesson_is_done_with_the_last_of_its_exercises_and_questions(
    progress: Progress, file: Path
) -> None:
    progress.begin(LISTS, ["grows", "last-item"])
    progress.work(GROWS, PASSED)
    progress.work(LAST_ITEM, ExerciseProgress(1, 0, is_question=True))
    assert states_in(file) == {LISTS: WorkState.BEGUN}
    progress.work(LAST_ITEM, ExerciseProgress(1, 1, is_question=True))
    lesson = progress.lessons()[LISTS]
    assert (lesson.state, lesson.exercises_done, lesson.questions_done) == (WorkState.DONE, 1, 1)


def test_what_the_lesson_does_not_ask_for_any_more_does_not_count(
    progress: Progress, file: Path
) -> None:
    progress.begin(LISTS, ["grows"])
    progress.work(ExampleAddress("python", "lists", "old"), HELPED)
    progress.work(ExampleAddress("python", "lists", "old"), PASSED)
    assert states_in(file) == {LISTS: WorkState.BEGUN}
    progress.work(GROWS, PASSED)
    assert states_in(file) == {LISTS: WorkState.DONE}


def test_what_the_learner_has_called_done_or_not_done_stays_so_until_something_is_solved(
    progress: Progress, file: Path
) -> None:
    progress.begin(LISTS, ["grows"])
    progress.work(GROWS, HELPED)
    progress.set_done(LISTS, is_done=True)
    progress.work(GROWS, PASSED)
    assert states_in(file) == {LISTS: WorkState.DONE}
    progress.set_done(LISTS, is_done=False)
    progress.begin(LISTS, ["grows"])
    assert states_in(file) == {LISTS: WorkState.BEGUN}
    progress.work(GROWS, PASSED)
    assert states_in(file) == {LISTS: WorkState.DONE_WITH_HELP}


def test_running_an_exercise_begins_it(progress: Progress) -> None:
    progress.begin(LISTS, ["grows"])
    progress.example_run(ExampleAddress("python", "lists", "an-example"), was_success=True)
    assert progress.exercises == {}
    progress.example_run(GROWS, was_success=True)
    assert progress.exercises == {GROWS: ExerciseProgress()}
    assert progress.exercises[GROWS].state is WorkState.BEGUN


def test_time_adds_up_and_says_where_the_learner_was_last(progress: Progress) -> None:
    progress.begin(LISTS)
    before = progress.lessons()[LISTS].seen_at
    progress.spend(LISTS, 30)
    progress.spend(LISTS, 12)
    lesson = progress.lessons()[LISTS]
    assert lesson.seconds == 42
    assert lesson.seen_at >= before > "2020"


def test_a_lesson_that_is_restarted_is_new_and_keeps_its_time(
    progress: Progress, file: Path
) -> None:
    progress.begin(DICTS)
    progress.begin(LISTS, ["grows"])
    progress.work(GROWS, HELPED)
    progress.work(GROWS, PASSED)
    progress.spend(LISTS, 60)
    progress.restart([LISTS])
    assert progress.exercises == {}
    lesson = progress.lessons()[LISTS]
    assert (lesson.state, lesson.exercises_done, lesson.seconds) == (WorkState.NEW, 0, 60)
    assert states_in(file) == {LISTS: WorkState.NEW, DICTS: WorkState.BEGUN}


def test_another_windows_work_on_an_exercise_is_seen(progress: Progress, file: Path) -> None:
    other = Progress(file)
    progress.begin(LISTS, ["grows"])
    other.begin(LISTS, ["grows"])
    other.work(GROWS, PASSED)
    assert progress.lessons()[LISTS].state is WorkState.DONE
    assert progress.exercises == {GROWS: PASSED}
    other.close()


def test_exercises_are_kept_without_a_disk_and_noted_later(progress: Progress, file: Path) -> None:
    file.parent.write_text("no folder")
    progress.begin(LISTS, ["grows"])
    progress.work(GROWS, FAILED)
    progress.work(GROWS, PASSED)
    assert progress.exercises == {GROWS: ExerciseProgress(2, 1)}
    assert progress.lessons()[LISTS].state is WorkState.DONE
    file.parent.unlink()
    assert progress.lessons()[LISTS].exercises_done == 1
    assert not progress.trouble
    assert states_in(file) == {LISTS: WorkState.DONE}


def test_a_file_of_the_first_version_keeps_its_lessons(file: Path) -> None:
    file.parent.mkdir()
    connection = sqlite3.connect(file)
    for sql in MIGRATIONS[0]:
        connection.execute(sql)
    connection.execute(f"{INSERT} ('python', 'lists', 2, '2026-01-02')")
    connection.execute("PRAGMA user_version = 1")
    connection.commit()
    connection.close()
    progress = Progress(file)
    assert progress.lessons() == {LISTS: LessonProgress(WorkState.DONE, seen_at="2026-01-02")}
    progress.close()
    assert (file.parent / "progress.version-1.sqlite3").is_file()


def test_two_windows_see_each_others_progress(progress: Progress, file: Path) -> None:
    other = Progress(file)
    progress.begin(LISTS)
    other.set_done(LISTS, is_done=True)
    progress.begin(DICTS)
    assert states_of(progress) == states_of(other) == {
        LISTS: WorkState.DONE,
        DICTS: WorkState.BEGUN,
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
    assert states_in(file) == {LISTS: WorkState.BEGUN}


def test_a_newer_file_is_refused_in_a_sentence_and_left_alone(
    progress: Progress, file: Path
) -> None:
    newer = ProgressFile(file, (*MIGRATIONS, ("CREATE TABLE other (id TEXT)",)))
    newer.close()
    before = file.read_bytes()
    progress.begin(LISTS)
    assert states_of(progress) == {LISTS: WorkState.BEGUN}
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
        assert migrated.lessons()[LISTS].state is WorkState.BEGUN
        migrated.close()
    assert (file.parent / f"progress.version-{len(MIGRATIONS)}.sqlite3").read_bytes() == older


class Interrupted(tuple[str, ...]):
    """A migration in the middle of which another window wants to write."""

    __slots__ = ()
    file = ""
    said = ""

    def __iter__(self) -> Iterator[str]:
        code = (
            "import sqlite3, sys; connection = sqlite3.connect(sys.argv[1], timeout=0);"
            "connection.execute('BEGIN IMMEDIATE')"
        )
        other = [sys.executable, "-c", code, self.file]
        said = subprocess.run(other, check=False, capture_output=True, text=True)
        Interrupted.said = said.stderr
        return super().__iter__()


def test_no_other_window_writes_while_a_file_is_brought_up_to_date(
    progress: Progress, file: Path
) -> None:
    progress.begin(LISTS)
    progress.close()
    Interrupted.file = str(file)
    step = Interrupted(("ALTER TABLE lesson ADD COLUMN minutes INTEGER",))
    ProgressFile(file, (*MIGRATIONS, step)).close()
    assert "database is locked" in Interrupted.said


def test_a_migration_that_fails_leaves_the_file_as_it_was(progress: Progress, file: Path) -> None:
    progress.begin(LISTS)
    progress.close()
    older = file.read_bytes()
    with pytest.raises(sqlite3.OperationalError, match="no such table"):
        ProgressFile(file, (*MIGRATIONS, ("CREATE TABLE extra (id)", "DROP TABLE absent")))
    assert file.read_bytes() == older
    assert states_in(file) == {LISTS: WorkState.BEGUN}


@pytest.mark.parametrize("content", [b"no database at all, but long enough to be looked at" * 9])
def test_a_damaged_file_is_moved_aside_and_a_new_one_begun(
    progress: Progress, file: Path, content: bytes
) -> None:
    file.parent.mkdir()
    file.write_bytes(content)
    progress.begin(LISTS)
    assert "damaged" in progress.notice
    assert not progress.trouble
    assert states_in(file) == {LISTS: WorkState.BEGUN}
    (aside,) = file.parent.glob("progress.damaged-*.sqlite3")
    assert aside.read_bytes() == content
    assert str(aside) in progress.notice


def test_a_file_that_is_damaged_while_it_is_open_loses_no_state(
    progress: Progress, file: Path
) -> None:
    progress.begin(LISTS)
    progress.set_done(DICTS, is_done=True)
    progress.lessons()
    file.write_bytes(b"\xff" * file.stat().st_size)
    progress.begin(LessonAddress("python", "sets"))
    assert "damaged" in progress.notice
    assert states_in(file) == {
        LISTS: WorkState.BEGUN,
        DICTS: WorkState.DONE,
        LessonAddress("python", "sets"): WorkState.BEGUN,
    }


def test_a_database_of_something_else_is_moved_aside(progress: Progress, file: Path) -> None:
    file.parent.mkdir()
    connection = sqlite3.connect(file)
    connection.execute("CREATE TABLE orders (id INTEGER)")
    connection.execute("PRAGMA user_version = 1")
    connection.close()
    progress.begin(LISTS)
    assert "damaged" in progress.notice
    assert states_in(file) == {LISTS: WorkState.BEGUN}


def test_rows_that_make_no_sense_are_passed_over(progress: Progress, file: Path) -> None:
    progress.begin(LISTS)
    progress.close()
    connection = sqlite3.connect(file)
    for lesson_id, state in (("a", 99), ("b", "done"), ("c", b"\xff"), (b"\xff", 2)):
        connection.execute(f"{INSERT} ('python', ?, ?, '')", (lesson_id, state))
    connection.execute(f"{INSERT} ('python', CAST(x'ff' AS TEXT), 1, '')")
    connection.execute("UPDATE lesson SET seconds = x'ff', seen_at = x'ff', exercises_done = 'x'")
    connection.commit()
    connection.close()
    assert states_in(file)[LISTS] is WorkState.BEGUN
    assert set(states_in(file).values()) <= set(WorkState)


def test_without_a_disk_progress_is_kept_and_noted_later(progress: Progress, file: Path) -> None:
    file.parent.write_text("no folder")
    progress.begin(LISTS)
    progress.example_run(GROWS, was_success=True)
    assert progress.trouble.startswith("Your progress cannot be noted now: ")
    assert states_of(progress) == {LISTS: WorkState.BEGUN}
    file.parent.unlink()
    progress.lessons()
    assert not progress.trouble
    assert states_in(file) == {LISTS: WorkState.BEGUN}
    assert runs_in(file) == [("grows", 1, 1)]


def test_a_full_file_keeps_what_it_has_and_progress_is_kept(tmp_path: Path) -> None:
    file = ProgressFile(tmp_path / "progress.sqlite3")
    file.execute([(f"{INSERT} ('python', 'lists', 1, '')", ())])
    file.execute([("PRAGMA max_page_count = 1", ())])
    large = "x" * 100_000
    with pytest.raises(UnreachableError, match="full"):
        file.execute([(f"{INSERT} ('python', ?, 1, '')", (large,))])
    assert list(file.lessons()) == [LISTS]
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
    assert states_of(progress) == {LISTS: WorkState.BEGUN, DICTS: WorkState.BEGUN}
    hanging.execute("ROLLBACK")
    hanging.close()
    assert states_of(progress) == {LISTS: WorkState.BEGUN, DICTS: WorkState.BEGUN}
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
    assert states_of(progress) == {LISTS: WorkState.BEGUN}
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


def test_progress_follows_what_is_renamed(progress: Progress, file: Path) -> None:
    progress.begin(LISTS, ["grows"])
    progress.work(GROWS, FAILED)
    progress.work(GROWS, PASSED)
    progress.spend(LISTS, 40)
    progress.example_run(GROWS, was_success=True)
    steps = [Move("python", "lists/grows", "dicts/keys"), Move("python", "lists", "sequences")]
    for _ in range(2):
        progress.follow(steps)
    lessons = progress.lessons()
    sequences, dicts = LessonAddress("python", "sequences"), LessonAddress("python", "dicts")
    assert set(lessons) == {sequences}
    assert (lessons[sequences].state, lessons[sequences].seconds) == (WorkState.DONE, 40)
    progress.begin(dicts, ["keys"])
    keys = ExampleAddress("python", "dicts", "keys")
    assert progress.exercises == {keys: ExerciseProgress(attempts=2, passes=1)}
    assert progress.lessons()[dicts].exercises_done == 1
    assert runs_in(file) == [("keys", 1, 1)]
    assert states_in(file) == {sequences: WorkState.DONE, dicts: WorkState.BEGUN}


def test_a_lesson_counts_what_has_left_it_no_more(progress: Progress) -> None:
    progress.begin(LISTS, ["grows"])
    progress.work(GROWS, PASSED)
    assert progress.lessons()[LISTS].exercises_done == 1
    progress.follow([Move("python", "lists/grows", "dicts/keys")])
    assert progress.lessons()[LISTS].exercises_done == 0


def test_progress_at_both_addresses_is_added_up(progress: Progress, file: Path) -> None:
    new = LessonAddress("python", "sequences")
    progress.begin(LISTS, ["grows"])
    progress.work(GROWS, PASSED)
    progress.spend(LISTS, 10)
    progress.begin(new, ["grows"])
    progress.work(ExampleAddress("python", "sequences", "grows"), FAILED)
    progress.spend(new, 5)
    progress.follow([Move("python", "lists", "sequences")])
    lesson = progress.lessons()[new]
    assert (lesson.state, lesson.seconds, lesson.exercises_done) == (WorkState.DONE, 15, 1)
    assert list(progress.exercises.values()) == [ExerciseProgress(attempts=2, passes=1)]
    assert states_in(file) == {new: WorkState.DONE}
