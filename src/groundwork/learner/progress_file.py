"""The SQLite file of progress: its shape, its migrations, and what can be wrong with it.

The file uses SQLite's rollback journal, not its write-ahead log: that one corrupts files on network
disks, where schools keep their homes, and a few small writes a minute gain nothing from it.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from typing import Any

from groundwork.files import make_folder, write_atomically
from groundwork.learner.progress_notes import Statement
from groundwork.learner.states import ExerciseProgress, LessonProgress, WorkState
from groundwork.packs.addresses import ExampleAddress, LessonAddress

_LESSON_TABLE = """
CREATE TABLE lesson (
    pack_id TEXT NOT NULL, lesson_id TEXT NOT NULL,
    state INTEGER NOT NULL, changed_at TEXT NOT NULL,
    PRIMARY KEY (pack_id, lesson_id)
)"""
_EXAMPLE_TABLE = """
CREATE TABLE example (
    pack_id TEXT NOT NULL, lesson_id TEXT NOT NULL, example_id TEXT NOT NULL,
    runs INTEGER NOT NULL, successes INTEGER NOT NULL, last_run_at TEXT NOT NULL,
    PRIMARY KEY (pack_id, lesson_id, example_id)
)"""

_EXERCISE_TABLE = """
CREATE TABLE exercise (
    pack_id TEXT NOT NULL, lesson_id TEXT NOT NULL, exercise_id TEXT NOT NULL,
    is_question INTEGER NOT NULL, attempts INTEGER NOT NULL, passes INTEGER NOT NULL,
    hints INTEGER NOT NULL, was_helped INTEGER NOT NULL, changed_at TEXT NOT NULL,
    PRIMARY KEY (pack_id, lesson_id, exercise_id)
) WITHOUT ROWID"""

MIGRATIONS: tuple[tuple[str, ...], ...] = (
    (_LESSON_TABLE, _EXAMPLE_TABLE),
    (
        _EXERCISE_TABLE,
        "ALTER TABLE lesson ADD COLUMN exercises_done INTEGER NOT NULL DEFAULT 0",
        "ALTER TABLE lesson ADD COLUMN questions_done INTEGER NOT NULL DEFAULT 0",
        "ALTER TABLE lesson ADD COLUMN seconds INTEGER NOT NULL DEFAULT 0",
        "ALTER TABLE lesson ADD COLUMN seen_at TEXT NOT NULL DEFAULT ''",
        "UPDATE lesson SET seen_at = changed_at",
    ),
)
"""What turns a file of version n into one of version n + 1, n being the place in this row."""

_LESSONS = """
SELECT pack_id, lesson_id, state, CAST(exercises_done AS INTEGER),
    CAST(questions_done AS INTEGER), CAST(seconds AS INTEGER), CAST(seen_at AS TEXT)
FROM lesson"""
_EXERCISES = """
SELECT exercise_id, CAST(attempts AS INTEGER), CAST(passes AS INTEGER), CAST(hints AS INTEGER),
    CAST(was_helped AS INTEGER), CAST(is_question AS INTEGER)
FROM exercise WHERE pack_id = ? AND lesson_id = ?"""
_LARGEST_CHECKED = 8 * 1024 * 1024
"""A file of more bytes is not read whole at the start; what is damaged in it is met when read."""

IN_MEMORY = Path(":memory:")
"""In the place of a file: what SQLite holds for as long as it is open."""

_UNDECODABLE = "Could not decode"
_STATES = {state.value: state for state in WorkState}
_BUSY_SECONDS = 2.0
_DAMAGED = {sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB}
_UNREACHABLE = {
    sqlite3.SQLITE_BUSY,
    sqlite3.SQLITE_CANTOPEN,
    sqlite3.SQLITE_FULL,
    sqlite3.SQLITE_IOERR,
    sqlite3.SQLITE_LOCKED,
    sqlite3.SQLITE_NOLFS,
    sqlite3.SQLITE_NOMEM,
    sqlite3.SQLITE_PERM,
    sqlite3.SQLITE_PROTOCOL,
    sqlite3.SQLITE_READONLY,
}


class UnreachableError(Exception):
    """The file cannot be read or written now; the message is the cause, as in “disk is full”."""


class DamagedError(Exception):
    """The file is no progress file, or no longer."""


class NewerError(Exception):
    """The file was written by a newer version of the application and is left alone."""


class ProgressFile:
    """The open file; the constructor makes or migrates it.

    Every method, the constructor included, raises UnreachableError, DamagedError or NewerError.
    """

    def __init__(self, file: Path, migrations: tuple[tuple[str, ...], ...] = MIGRATIONS) -> None:
        self._file = file
        with _errors_named():
            if file != IN_MEMORY:
                make_folder(file.parent)
            self._connection = sqlite3.connect(
                file, timeout=_BUSY_SECONDS, isolation_level=None, check_same_thread=False
            )
        self._data_version = -1
        with ExitStack() as on_failure, _errors_named():
            on_failure.callback(self._connection.close)
            self._prepare(migrations)
            on_failure.pop_all()

    def lessons(self, only: LessonAddress | None = None) -> dict[LessonAddress, LessonProgress]:
        """Every lesson that is known, or that one alone."""
        sql = _LESSONS if only is None else f"{_LESSONS} WHERE pack_id = ? AND lesson_id = ?"
        ids = () if only is None else (only.pack_id, only.lesson_id)
        rows = self._rows(sql, ids)
        return {
            LessonAddress(str(pack_id), str(lesson_id)): LessonProgress(_STATES[state], *others)
            for pack_id, lesson_id, state, *others in rows
            if state in _STATES
        }

    def exercises(self, lesson: LessonAddress) -> dict[ExampleAddress, ExerciseProgress]:
        """The exercises and questions of a lesson that the learner has begun."""
        ids = (lesson.pack_id, lesson.lesson_id)
        rows = self._rows(_EXERCISES, ids)
        return {
            ExampleAddress(*ids, str(exercise_id)): ExerciseProgress(
                attempts, passes, hints, bool(was_helped), bool(is_question)
            )
            for exercise_id, attempts, passes, hints, was_helped, is_question in rows
        }

    def _rows(self, sql: str, arguments: tuple[str, ...]) -> list[Any]:
        """All rows; where some text is none, with signs in the place of what cannot be read."""
        with _errors_named():
            try:
                return self._connection.execute(sql, arguments).fetchall()
            except sqlite3.OperationalError as error:
                if not str(error).startswith(_UNDECODABLE):
                    raise
                self._connection.text_factory = _text  # slower, and seldom needed
                return self._connection.execute(sql, arguments).fetchall()

    def has_news(self) -> bool:
        """Whether another window has written into the file since this was last asked."""
        with _errors_named():
            (version,) = self._connection.execute("PRAGMA data_version").fetchone()
        before, self._data_version = self._data_version, int(version)
        return before != self._data_version

    def execute(self, statements: Iterable[Statement]) -> None:
        """Do all of the statements or none."""
        with _errors_named(), self._transaction():
            for sql, arguments in statements:
                self._connection.execute(sql, arguments)

    def close(self) -> None:
        """Let go of the file."""
        self._connection.close()

    def _prepare(self, migrations: tuple[tuple[str, ...], ...]) -> None:
        if self._version() != len(migrations):
            self._migrate(migrations)
        if self._file != IN_MEMORY and self._file.stat().st_size <= _LARGEST_CHECKED:
            (verdict,) = self._connection.execute("PRAGMA quick_check(1)").fetchone()
            if verdict != "ok":
                raise DamagedError(verdict)
        self._require("lesson", "example", "exercise")

    def _migrate(self, migrations: tuple[tuple[str, ...], ...]) -> None:
        with self._transaction():  # from here on no other window writes
            version = self._version()
            if version > len(migrations):
                raise NewerError(f"{self._file} has version {version}")
            if 0 < version < len(migrations):
                self._require("lesson", "example")
                copy = self._file.with_name(f"{self._file.stem}.version-{version}.sqlite3")
                # To read the file itself and close it would let go of SQLite's locks on it.
                write_atomically(copy, self._connection.serialize())
            for sql in (sql for migration in migrations[version:] for sql in migration):
                self._connection.execute(sql)
            self._connection.execute(f"PRAGMA user_version = {len(migrations)}")

    def _require(self, *names: str) -> None:
        rows = self._connection.execute("SELECT name FROM sqlite_master")
        if not {name for (name,) in rows} >= set(names):
            raise DamagedError("it has no tables of progress")

    def _version(self) -> int:
        (version,) = self._connection.execute("PRAGMA user_version").fetchone()
        return int(version)

    @contextmanager
    def _transaction(self) -> Iterator[None]:
        self._connection.execute("BEGIN IMMEDIATE")
        try:
            yield
            self._connection.execute("COMMIT")
        finally:
            if self._connection.in_transaction:
                with suppress(sqlite3.Error):
                    self._connection.execute("ROLLBACK")


@contextmanager
def _errors_named() -> Iterator[None]:
    """Turn what SQLite and the system say into the three errors of this module."""
    try:
        yield
    except OSError as error:
        raise UnreachableError(error.strerror or str(error)) from error
    except sqlite3.DatabaseError as error:
        kind = getattr(error, "sqlite_errorcode", 0) & 0xFF  # the rest is detail
        if kind in _DAMAGED:
            raise DamagedError(str(error)) from error
        if kind in _UNREACHABLE:
            raise UnreachableError(str(error)) from error
        raise


def _text(content: bytes) -> str:
    """Text out of the file, whatever has been done to it."""
    return content.decode("utf-8", "replace")
