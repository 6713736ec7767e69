"""The SQLite file of progress: its shape, its migrations, and what can be wrong with it.

The file uses SQLite's rollback journal, not its write-ahead log: that one corrupts files on network
disks, where schools keep their homes, and a few small writes a minute gain nothing from it.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from groundwork.files import make_folder, write_atomically

Statement = tuple[str, tuple[object, ...]]
"""SQL with its arguments."""

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

MIGRATIONS: tuple[tuple[str, ...], ...] = ((_LESSON_TABLE, _EXAMPLE_TABLE),)
"""What turns a file of version n into one of version n + 1, n being the place in this row."""

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
            make_folder(file.parent)
            self._connection = sqlite3.connect(
                file, timeout=_BUSY_SECONDS, isolation_level=None, check_same_thread=False
            )
        self._connection.text_factory = _text
        try:
            with _errors_named():
                self._prepare(migrations)
        except (UnreachableError, DamagedError, NewerError):
            self._connection.close()
            raise

    def lesson_states(self) -> list[tuple[str, str, int]]:
        """The pack id, the lesson id and the state of every lesson that has been begun."""
        with _errors_named():
            rows = self._connection.execute("SELECT pack_id, lesson_id, state FROM lesson")
            return [(str(pack_id), str(lesson_id), state) for pack_id, lesson_id, state in rows]

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
        (verdict,) = self._connection.execute("PRAGMA quick_check(1)").fetchone()
        if verdict != "ok":
            raise DamagedError(verdict)
        tables = {name for (name,) in self._connection.execute("SELECT name FROM sqlite_master")}
        if not tables >= {"lesson", "example"}:
            raise DamagedError("it has no tables of progress")

    def _migrate(self, migrations: tuple[tuple[str, ...], ...]) -> None:
        with self._transaction():  # from here on no other window writes
            version = self._version()
            if version > len(migrations):
                raise NewerError(f"{self._file} has version {version}")
            if 0 < version < len(migrations):
                copy = self._file.with_name(f"{self._file.stem}.version-{version}.sqlite3")
                write_atomically(copy, self._file.read_bytes())
            for sql in (sql for migration in migrations[version:] for sql in migration):
                self._connection.execute(sql)
            self._connection.execute(f"PRAGMA user_version = {len(migrations)}")

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
