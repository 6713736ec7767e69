"""Work that may take longer than a blink: done on threads, its result handed to the GUI thread.

These are threads of Python's own that end with the process. Qt's would have to end first, which one
that waits for a dead disk never does; and the end of a QThreadPool waits for its threads while it
holds the lock of the interpreter that they need to come to theirs.

No thread may be the last to let go of anything of Qt's: that would end it beside the thread that
it lives on, and crash. So the functions to call back stay with the Background, and the bell is let
go when it is closed.
"""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Callable
from functools import partial
from itertools import count
from typing import Any, NamedTuple, TypeVar

from PySide6.QtCore import QObject, Signal

Result = TypeVar("Result")


class _Task(NamedTuple):
    number: int
    work: Callable[[], Any]


class _Answer(NamedTuple):
    number: int
    result: Any = None
    error: Exception | None = None


class _Bell(QObject):
    """What a thread rings to be heard on the GUI thread; an object of its own, to be let go alone.

    Signals:
        rung: there is an answer.
    """

    rung = Signal()


class Background(QObject):
    """Runs functions on threads of its own and calls back on the thread that it lives on.

    With one thread the functions run one after the other, in order. What they touch must be safe to
    touch there: values, files, no widgets. An exception in one is a bug and is raised again where
    it would be called back.
    """

    def __init__(
        self, parent: QObject | None = None, *, name: str = "background", threads: int = 2
    ) -> None:
        """`name` is for those who look at the threads from outside; they start when needed."""
        super().__init__(parent)
        self._numbers = count()
        self._thens: dict[int, Callable[[Any], None]] = {}
        bell = _Bell()
        bell.rung.connect(self._on_bell_rung)
        self._desk = _Desk(name, threads, bell)
        self.destroyed.connect(partial(_Desk.close, self._desk))  # Qt does not hold bound methods

    def submit(
        self, work: Callable[[], Result], then: Callable[[Result], None] | None = None
    ) -> None:
        """Run `work` on a thread, then call `then` with what it returned."""
        number = next(self._numbers)
        self._thens[number] = then or _ignore
        self._desk.put(_Task(number, work))

    def drain(self, seconds: float) -> bool:
        """Wait until all is done, and call back; False if that takes longer than `seconds`."""
        is_done = self._desk.wait(seconds)
        self._on_bell_rung()
        return is_done

    def close(self) -> None:
        """Begin nothing more and call nothing back any more; returns at once."""
        self._desk.close()
        self._thens.clear()

    def _on_bell_rung(self) -> None:
        while (answer := self._desk.answer()) is not None:
            then = self._thens.pop(answer.number)
            if answer.error is not None:
                raise answer.error
            then(answer.result)


class _Desk:
    """What all threads touch, under one lock; any of them may outlive the others."""

    def __init__(self, name: str, threads: int, bell: _Bell) -> None:
        self._name = name
        self._bell: _Bell | None = bell
        self._tasks: deque[_Task] = deque()
        self._answers: deque[_Answer] = deque()
        self._changed = threading.Condition()
        self._threads_to_start = threads
        self._busy = 0

    def put(self, task: _Task) -> None:
        with self._changed:
            if self._bell is None:
                return
            self._tasks.append(task)
            self._changed.notify_all()
            if self._threads_to_start:
                threading.Thread(target=self._run, name=self._name, daemon=True).start()
                self._threads_to_start -= 1

    def wait(self, seconds: float) -> bool:
        with self._changed:
            return self._changed.wait_for(lambda: not self._tasks and not self._busy, seconds)

    def answer(self) -> _Answer | None:
        with self._changed:
            return self._answers.popleft() if self._answers else None

    def close(self) -> None:
        with self._changed:
            self._bell = None
            self._tasks.clear()
            self._answers.clear()
            self._changed.notify_all()

    def _run(self) -> None:
        while (task := self._next()) is not None:
            try:
                answer = _Answer(task.number, task.work())
            except Exception as error:  # noqa: BLE001 - raised again on the other thread
                answer = _Answer(task.number, error=error)
            self._hand_over(answer)

    def _next(self) -> _Task | None:
        with self._changed:
            self._changed.wait_for(lambda: self._tasks or self._bell is None)
            if self._bell is None:
                return None
            self._busy += 1
            return self._tasks.popleft()

    def _hand_over(self, answer: _Answer) -> None:
        with self._changed:
            self._busy -= 1
            self._changed.notify_all()
            if self._bell is not None:
                self._answers.append(answer)
                self._bell.rung.emit()


def _ignore(_result: object) -> None:
    """Nobody waits for the result."""
