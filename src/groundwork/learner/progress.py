"""What the learner has read, run and finished, kept in one SQLite file."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import Enum
from pathlib import Path
from typing import TYPE_CHECKING

from groundwork.packs.model import ExampleAddress, LessonAddress

if TYPE_CHECKING:
    from groundwork.learner.progress_file import ProgressFile, Statement


class LessonState(Enum):
    """How far the learner is with a lesson; the values are what the file holds."""

    NEW = 0
    BEGUN = 1
    DONE = 2


@dataclass(frozen=True, slots=True)
class _Change:
    """One thing that the learner did, not in the file yet.

    `state` is what becomes of the lesson, at least that much where `is_at_least`.
    """

    lesson: LessonAddress
    state: LessonState
    is_at_least: bool
    statements: tuple[Statement, ...]

    def after(self, state: LessonState) -> LessonState:
        if self.is_at_least and state.value >= self.state.value:
            return state
        return self.state


class Progress:
    """The learner's progress, in `file` as far as that can be written, else in memory.

    Nothing here raises: `trouble` says in a sentence what keeps progress from the file now, and
    `notice` what happened to the file once; both are empty while all is well. What is not in the
    file yet goes there with the next call that succeeds. An object belongs to one thread at a
    time, several windows may use the file, and it is first opened when it is needed.
    """

    def __init__(self, file: Path) -> None:
        self.trouble = ""
        self.notice = ""
        self._path = file
        self._file: ProgressFile | None = None
        self._known: dict[LessonAddress, LessonState] = {}
        self._changes: list[_Change] = []

    def states(self) -> dict[LessonAddress, LessonState]:
        """The state of every lesson that is not new, other windows' doings included."""
        self._attempt(self._read)
        states = dict(self._known)
        for change in self._changes:
            states[change.lesson] = change.after(states.get(change.lesson, LessonState.NEW))
        return states

    def begin(self, address: LessonAddress) -> None:
        """The learner has opened the lesson; one that is done stays done."""
        self._do(_Change(address, LessonState.BEGUN, True, (_begun(address),)))

    def set_done(self, address: LessonAddress, *, is_done: bool) -> None:
        """The learner says that the lesson is done, or that it is not."""
        state = LessonState.DONE if is_done else LessonState.BEGUN
        self._do(_Change(address, state, False, (_set(address, state),)))

    def example_run(self, address: ExampleAddress, *, was_success: bool) -> None:
        """The learner has run an example, which begins its lesson; counts both kinds of end."""
        statements = (_run(address, was_success=was_success), _begun(address.lesson))
        self._do(_Change(address.lesson, LessonState.BEGUN, True, statements))

    def write_waiting(self) -> None:
        """Try again to bring to the file what could not be written."""
        self._attempt(self._write)

    def close(self) -> None:
        """Write what waits, if that can be done, and let go of the file."""
        if self._changes:
            self._attempt(self._write)
        self._let_go()

    def _do(self, change: _Change) -> None:
        self._changes.append(change)
        self._attempt(self._write)

    def _write(self, file: ProgressFile) -> None:
        file.execute(statement for change in self._changes for statement in change.statements)
        for change in self._changes:
            known = self._known.get(change.lesson, LessonState.NEW)
            self._known[change.lesson] = change.after(known)
        self._changes.clear()

    def _read(self, file: ProgressFile) -> None:
        if self._changes:
            self._write(file)
        values = {state.value: state for state in LessonState}
        self._known = {
            LessonAddress(pack_id, lesson_id): values[value]
            for pack_id, lesson_id, value in file.lesson_states()
            if value in values
        }

    def _attempt(self, work: Callable[[ProgressFile], None], *, is_second: bool = False) -> None:
        """Do `work` on the file; remember why where that is not possible."""
        from groundwork.learner import progress_file  # noqa: PLC0415 - 10 ms that the start saves

        try:
            if self._file is None:
                self._file = progress_file.ProgressFile(self._path)
            work(self._file)
            self.trouble = ""
        except progress_file.NewerError:
            self.trouble = _newer(self._path)
        except progress_file.UnreachableError as error:
            self._let_go()
            self.trouble = _unreachable(str(error))
        except progress_file.DamagedError as error:
            self._let_go()
            self.trouble = _unreachable(str(error))
            if not is_second and self._move_aside():
                self._attempt(work, is_second=True)

    def _move_aside(self) -> bool:
        """Make room for a new file that shall hold what is known of the damaged one."""
        moment = datetime.now(UTC).strftime("%Y%m%dT%H%M%S")
        aside = self._path.with_name(f"{self._path.stem}.damaged-{moment}.sqlite3")
        try:
            self._path.replace(aside)
        except OSError:
            return False
        with suppress(OSError):
            self._path.with_name(f"{self._path.name}-journal").unlink()
        self.notice = _damaged(aside)
        self._changes[:0] = [
            _Change(address, state, False, (_set(address, state),))
            for address, state in self._known.items()
        ]
        return True

    def _let_go(self) -> None:
        if self._file is not None:
            self._file.close()
            self._file = None


_SET = """
INSERT INTO lesson (pack_id, lesson_id, state, changed_at) VALUES (?, ?, ?, ?)
ON CONFLICT DO UPDATE SET state = excluded.state, changed_at = excluded.changed_at"""
_SET_AT_LEAST = f"{_SET} WHERE state < excluded.state"
_RUN = """
INSERT INTO example (pack_id, lesson_id, example_id, runs, successes, last_run_at)
VALUES (?, ?, ?, 1, ?, ?)
ON CONFLICT DO UPDATE SET runs = runs + 1, successes = successes + excluded.successes,
    last_run_at = excluded.last_run_at"""


def _begun(address: LessonAddress) -> Statement:
    begun = LessonState.BEGUN.value
    return _SET_AT_LEAST, (address.pack_id, address.lesson_id, begun, _now())


def _set(address: LessonAddress, state: LessonState) -> Statement:
    return _SET, (address.pack_id, address.lesson_id, state.value, _now())


def _run(address: ExampleAddress, *, was_success: bool) -> Statement:
    ids = (address.pack_id, address.lesson_id, address.example_id)
    return _RUN, (*ids, int(was_success), _now())


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")


def _newer(file: Path) -> str:
    return (
        f"Your progress was noted by a newer Groundwork, in {file}. This one leaves the file as it"
        " is and forgets at the end which lessons you open now. Start the newer one to go on."
    )


def _unreachable(cause: str) -> str:
    return (
        f"Your progress cannot be noted now: {cause}. It is kept in this window and noted as soon"
        " as that is over."
    )


def _damaged(aside: Path) -> str:
    return (
        "The file with your progress was damaged, so a new one has been begun. Your programs are"
        f" not touched. The damaged file is kept as {aside}."
    )
