"""One process that runs an answer and is asked about it, from its start until nothing is left."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from queue import Empty, SimpleQueue
from threading import Thread
from typing import IO, Protocol

from groundwork.checking.channel import Channel
from groundwork.checking.observed import Answered, Observed, Raised, Stop
from groundwork.checking.verdicts import Place
from groundwork.checking.watchdog import place_in, says_time_is_up
from groundwork.child.task import Task
from groundwork.running.guarded import guard_run, release_run
from groundwork.running.process_group import kill
from groundwork.running.stopping import kill_tree

_GRACE = 3.0
"""Seconds beyond its time after which a program is ended that has silenced its own watchdog."""

_TICK = 0.02
_LAST_OUTPUT = 0.2
_PATIENCE = 5.0
_PIECE = 1 << 16
_AT_ONCE = 1 << 12
"""Bytes that a pipe takes on every system while nobody reads it."""

_MOST_TOLD = 16 << 20
"""Bytes in the pipe of answers after which it is the program that writes into it, without end."""


@dataclass(frozen=True, slots=True)
class Order:
    """What to start: a command line, its environment, the run's id, and what to tell the child.

    `task` is the child's task but for the number of its pipe; `names` are the files of the answer
    in its folder, `output` the most bytes that it may write.
    """

    command: list[str]
    environment: dict[str, str]
    run_id: str
    task: Callable[[int], Task]
    typed_input: str
    names: tuple[str, ...]
    output: int


def observe(order: Order, is_cancelled: Callable[[], bool]) -> Observed:
    """Run it and wait for its answers; when this returns, its process group is gone.

    Raises:
        OSError: it could not be started.
    """
    run = CheckedRun(order)
    try:
        run.wait(is_cancelled)
    finally:
        run.end()
    return run.observed()


class Listener(Protocol):
    """Hears what a child answers, on a thread of its own, and may say something in turn."""

    def told(self, answer: Answered) -> None:
        """The child has answered."""

    def ended(self) -> None:
        """The child answers no more."""


@dataclass(slots=True)
class _Told:
    """What came out of the pipe of answers, sorted as it came."""

    answers: list[Answered] = field(default_factory=list)
    lines: list[str] = field(default_factory=list)

    def take(self, line: bytes, token: str) -> Answered | None:
        """Take one line; the answer in it, if it holds one."""
        try:
            parts = json.loads(line)
        except (ValueError, RecursionError):
            self.lines.append(line.decode("ascii", errors="replace"))
            return None
        if not isinstance(parts, list) or parts[:1] != [token] or len(parts) == 1:
            return None
        answer = Answered(str(parts[1]), tuple(parts[2:]))
        self.answers.append(answer)
        return answer


class CheckedRun:
    """The process, with the threads that feed and drain it.

    With a listener its standard input stays open, for what is said to it.

    Raises:
        OSError: it could not be started.
    """

    def __init__(self, order: Order, listener: Listener | None = None) -> None:
        channel = Channel()
        self._order = order
        self._listener = listener
        self._task = order.task(channel.number)
        self._changes: SimpleQueue[bool] = SimpleQueue()  # whether all is answered
        self._told = _Told()
        self._written: list[tuple[bool, bytes]] = []
        self._room = order.output
        self._stop = Stop.NOT
        try:
            self._process = channel.started(order.command, order.environment)
        except OSError:
            channel.close()
            raise
        guard_run(self._process.pid, order.run_id)
        self._began = time.monotonic()
        self._threads = [
            self._in_thread(self._follow, channel),
            self._in_thread(self._drain, self._process.stdout, True),
            self._in_thread(self._drain, self._process.stderr, False),
        ]
        self._feed()

    def wait(self, is_cancelled: Callable[[], bool]) -> None:
        """Until the program has ended, has answered, or is to be ended."""
        deadline = self._began + self._task.seconds + _GRACE
        while self._process.poll() is None:
            if is_cancelled():
                self._stop = Stop.CANCELLED
                return
            if time.monotonic() > deadline:
                self._stop = Stop.TIME
                return
            with suppress(Empty):
                if self._changes.get(timeout=_TICK):
                    return
                self._await_exit()

    def say(self, line: str) -> None:
        """Write one line to its standard input."""
        if self._process.stdin is not None:
            _write(self._process.stdin, f"{line}\n".encode("ascii"), is_last=False)

    def hang_up(self) -> None:
        """Close its standard input: nothing more will be said."""
        if self._process.stdin is not None:
            _write(self._process.stdin, b"", is_last=True)

    def end(self) -> None:
        """End the process group, and read what is left."""
        self._was_ended = self._process.poll() is None
        kill(self._process.pid)
        self._process.wait()
        release_run(self._process.pid)
        self.hang_up()
        self._seconds = time.monotonic() - self._began
        for thread in self._threads:
            thread.join(_LAST_OUTPUT)
        if any(thread.is_alive() for thread in self._threads):  # what left the group holds a pipe
            kill_tree(self._process.pid, self._order.run_id)
            for thread in self._threads:
                thread.join(_PATIENCE)

    def observed(self) -> Observed:
        """What was seen of it."""
        code = self._process.returncode
        kinds = {answer.kind: answer for answer in self._told.answers}
        lines = list(self._told.lines)
        stop = Stop.TIME if self._is_late(lines) else self._stop
        return Observed(
            answers=tuple(self._told.answers),
            is_complete="done" in kinds,
            failure=raised(kinds["failed"].parts) if "failed" in kinds else None,
            broken=str(kinds["broken"].parts[0]) if "broken" in kinds else "",
            stop=stop,
            exit_code=max(code, 0),
            signal_number=0 if stop is not Stop.NOT or self._was_ended else max(-code, 0),
            place=place_in(lines, Path(self._task.folder), self._order.names),
            stdout=self._text(is_all=False),
            output=self._text(is_all=True),
            seconds=self._seconds,
        )

    def _is_late(self, lines: list[str]) -> bool:
        """The watchdog has spoken, or has ended the process where it could not speak."""
        was_silenced = self._process.returncode == 1 and not self._told.answers
        is_over = self._seconds >= self._task.seconds
        return says_time_is_up(lines) or (self._stop is Stop.NOT and was_silenced and is_over)

    def _text(self, *, is_all: bool) -> str:
        pieces = [piece for is_stdout, piece in list(self._written) if is_stdout or is_all]
        text = b"".join(pieces).decode("utf-8", errors="replace")
        return text.replace("\r\n", "\n") if sys.platform == "win32" else text

    def _await_exit(self) -> None:
        """The pipe of answers is closed: most often by the end of the process, a moment later."""
        with suppress(subprocess.TimeoutExpired):
            self._process.wait(_TICK)

    def _follow(self, channel: Channel) -> None:
        """Take what is answered, until nothing more can come."""
        rest, count = bytearray(), 0
        with suppress(OSError):
            while count < _MOST_TOLD and (piece := os.read(channel.reading_end, _PIECE)):
                count += len(piece)
                *whole, last = piece.split(b"\n")
                for line in whole:
                    self._hear(self._told.take(bytes(rest) + line, self._task.token))
                    rest.clear()
                rest += last
        channel.close()
        if count >= _MOST_TOLD:
            self._end_flood()
        if self._listener is not None:
            self._listener.ended()
        self._changes.put(False)

    def _hear(self, answer: Answered | None) -> None:
        if answer is None:
            return
        if self._listener is not None:
            self._listener.told(answer)
        if answer.kind == "done":
            self._changes.put(True)

    def _drain(self, stream: IO[bytes], is_stdout: bool) -> None:  # noqa: FBT001 - tells the stream
        with suppress(OSError), stream:
            while piece := os.read(stream.fileno(), _PIECE):
                self._written.append((is_stdout, piece[: max(0, self._room)]))
                self._room -= len(piece)
                if self._room < 0:
                    self._end_flood()
                    return

    def _end_flood(self) -> None:
        """End a program that writes without end; whoever waits for it finds it gone."""
        self._stop = Stop.OUTPUT
        kill(self._process.pid)

    def _feed(self) -> None:
        text = self._task.line() + self._order.typed_input
        content = text.encode("utf-8", errors="surrogateescape")
        stream = self._process.stdin
        if stream is None:
            return
        if len(content) > _AT_ONCE:
            self._in_thread(_write, stream, content, self._listener is None)
        else:
            _write(stream, content, self._listener is None)

    @staticmethod
    def _in_thread(work: Callable[..., None], *arguments: object) -> Thread:
        thread = Thread(target=work, args=arguments, daemon=True)
        thread.start()
        return thread


def _write(stream: IO[bytes], content: bytes, is_last: bool) -> None:  # noqa: FBT001 - called in threads
    """Write it all, where somebody reads it."""
    with suppress(OSError, ValueError):
        while content:
            content = content[stream.write(content) :]
    if is_last:
        with suppress(OSError):
            stream.close()


def raised(parts: tuple[object, ...]) -> Raised | None:
    """The exception that those parts of an answer tell of; None where they tell of none."""
    match parts:
        case (list(classes), str(message), str(file), int(line), *_):
            place = Place(file.replace("\\", "/"), line) if file else None
            return Raised(tuple(map(str, classes)), message, place)
    return None
