"""What the learner has read, run and finished, kept in one SQLite file."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from groundwork.learner import progress_notes as notes
from groundwork.learner.progress_notes import Statement
from groundwork.learner.states import ExerciseProgress, LessonProgress
from groundwork.packs.addresses import ExampleAddress, LessonAddress
from groundwork.packs.moves import Move

if TYPE_CHECKING:
    from groundwork.learner.progress_file import ProgressFile


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
        self._stand_in: ProgressFile | None = None
        self._waiting: list[Statement] = []
        self._lessons: dict[LessonAddress, LessonProgress] = {}
        self._exercises: dict[ExampleAddress, ExerciseProgress] = {}
        self._touched: set[LessonAddress] = set()
        self._opened: LessonAddress | None = None
        self._required: frozenset[str] = frozenset()

    def lessons(self) -> dict[LessonAddress, LessonProgress]:
        """Every lesson that the learner has met, other windows' doings included."""
        self._attempt(self._exchange)
        return dict(self._lessons)

    @property
    def exercises(self) -> dict[ExampleAddress, ExerciseProgress]:
        """Those of the lesson opened last that are not new, as of the last call of `lessons`."""
        return self._exercises

    def begin(self, address: LessonAddress, required: Collection[str] = ()) -> None:
        """The learner has opened the lesson; one that is done stays done.

        It is done by itself when all exercises and questions are, whose ids are `required`.
        """
        self._opened, self._required = address, frozenset(required)
        self._do(notes.opened(address), address)

    def set_done(self, address: LessonAddress, *, is_done: bool) -> None:
        """The learner says that the lesson is done, or that it is not."""
        self._do(notes.declared(address, is_done=is_done), address)

    def example_run(self, address: ExampleAddress, *, was_success: bool) -> None:
        """The learner has run an example or exercise, which begins it and its lesson."""
        if address.lesson == self._opened and address.example_id in self._required:
            self.work(address, ExerciseProgress())
        self._do(notes.example_ran(address, was_success=was_success), address.lesson)

    def work(self, address: ExampleAddress, added: ExerciseProgress) -> None:
        """The learner has done this with an exercise or a question, besides what was before."""
        required = self._required if address.lesson == self._opened else frozenset()
        self._do(notes.worked(address, added, required), address.lesson)

    def spend(self, address: LessonAddress, seconds: int) -> None:
        """The learner was busy with the lesson for so long."""
        self._do(notes.spent(address, seconds), address)

    def restart(self, addresses: Iterable[LessonAddress]) -> None:
        """These lessons are new again, with all their exercises; the time spent stays."""
        lessons = tuple(addresses)
        statements = [one for lesson in lessons for one in notes.restarted(lesson)]
        self._do(statements, *lessons)

    def follow(self, moves: Iterable[Move]) -> None:
        """What was noted at former addresses belongs to those of today."""
        steps = tuple(moves)
        for move in steps:
            self._lessons.pop(LessonAddress(move.pack_id, move.old), None)
        paths = [(move.pack_id, path) for move in steps for path in (move.old, move.new)]
        lessons = {LessonAddress(pack_id, path.partition("/")[0]) for pack_id, path in paths}
        self._do([one for move in steps for one in notes.moved(move)], *lessons)

    def close(self) -> None:
        """Write what waits, if that can be done, and let go of the file."""
        if self._waiting:
            self._attempt(self._write)
        self._let_go()
        self._end_stand_in()

    def _do(self, statements: Iterable[Statement], *lessons: LessonAddress) -> None:
        new = list(statements)
        self._waiting += new
        self._touched.update(lessons)
        if self._stand_in is not None:
            self._stand_in.execute(new)
        self._attempt(self._exchange)

    def _write(self, file: ProgressFile) -> None:
        if self._waiting:
            file.execute(self._waiting)
            self._waiting.clear()
        self._end_stand_in()

    def _exchange(self, file: ProgressFile) -> None:
        self._write(file)
        self._read(file)

    def _read(self, file: ProgressFile) -> None:
        """Learn what has changed: all, where another window has written, else what was touched."""
        if file.has_news():
            self._lessons = file.lessons()
        else:
            for lesson in self._touched:
                self._lessons |= file.lessons(lesson)
        self._touched.clear()
        self._exercises = {} if self._opened is None else file.exercises(self._opened)

    def _attempt(self, work: Callable[[ProgressFile], None], *, is_second: bool = False) -> None:
        """Do `work` on the file; where that is not possible, remember why and read elsewhere."""
        from groundwork.learner import progress_file  # noqa: PLC0415 - 10 ms that the start saves

        try:
            if self._file is None:
                self._file = progress_file.ProgressFile(self._path)
            work(self._file)
            self.trouble = ""
        except progress_file.NewerError:
            self._do_without(_newer(self._path))
        except progress_file.UnreachableError as error:
            self._let_go()
            self._do_without(_unreachable(str(error)))
        except progress_file.DamagedError as error:
            self._let_go()
            if not is_second and self._move_aside():
                self._attempt(work, is_second=True)
            else:
                self._do_without(_unreachable(str(error)))

    def _do_without(self, trouble: str) -> None:
        """Let a database in memory answer until the file can be reached again."""
        from groundwork.learner import progress_file  # noqa: PLC0415 - 10 ms that the start saves

        self.trouble = trouble
        if self._stand_in is None:
            self._stand_in = progress_file.ProgressFile(progress_file.IN_MEMORY)
            self._stand_in.execute([*self._all_known(), *self._waiting])
        self._read(self._stand_in)

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
        self._waiting[:0] = self._all_known()
        return True

    def _all_known(self) -> list[Statement]:
        """What to note in an empty file so that it holds what is known of the full one."""
        lessons = (notes.known(*one) for one in self._lessons.items())
        exercises = (notes.worked(*one) for one in self._exercises.items())
        return [statement for one in (*exercises, *lessons) for statement in one]

    def _end_stand_in(self) -> None:
        if self._stand_in is not None:
            self._stand_in.close()
            self._stand_in = None

    def _let_go(self) -> None:
        if self._file is not None:
            self._file.close()
            self._file = None


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
