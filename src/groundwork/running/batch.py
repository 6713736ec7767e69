"""Runs one program to its end without a window, for the command line and for checks."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from math import inf
from pathlib import Path
from threading import Thread
from types import MappingProxyType
from typing import IO

from groundwork.messages import LimitReached, Start, encode
from groundwork.running.command import ChildCommand, RuntimeMissingError, child_command
from groundwork.running.guarded import guard_run, release_run
from groundwork.running.outcome import NOT_STARTED, TIME, Outcome
from groundwork.running.process_group import creation_flags, interrupt
from groundwork.running.report import RunReport
from groundwork.running.stopping import kill_tree

MOST_OUTPUT = 16 << 20
"""Bytes of each of the two streams that a result holds; more is read and let go."""

_PIECE = 1 << 16
_SIGNAL_BASE = 128
_LAST_OUTPUT = 2.0
_TICK = 0.05


@dataclass(frozen=True, slots=True)
class BatchResult:
    """What came of a program: exit code as shells tell it, output, seconds, and the outcome.

    `stdout` and `stderr` are empty where they were not captured; `is_cut` tells that the program
    wrote more than is held here.
    """

    exit_code: int
    stdout: str
    stderr: str
    seconds: float
    outcome: Outcome
    is_cut: bool = False


def run_program(  # noqa: PLR0913 - most callers leave most of it out
    start: Start,
    *,
    typed_input: str | None = "",
    time_limit: float | None = None,
    capture: bool = True,
    variables: Mapping[str, str] = MappingProxyType({}),
    is_cancelled: Callable[[], bool] | None = None,
) -> BatchResult:
    """Run the program that `start` names and wait for its end; `start.report` is not used.

    `typed_input` is what stands on its standard input, None lets it have ours. `time_limit` is in
    seconds. Without `capture` it writes where we write. `variables` are added to its environment.
    Ctrl+C is passed on to the program, a second one ends it, and so does `is_cancelled`, which is
    asked many times a second; what it leaves running is ended. Where it could not be started the
    outcome has a `problem`, and the exit code is 127.
    """
    with tempfile.TemporaryDirectory(prefix="groundwork-run-") as folder:
        report = Path(folder) / "report"
        told = Start(start.program, start.folder, start.arguments, str(report), start.memory_limit)
        run = _Run(told, typed_input, is_captured=capture, variables=variables)
        try:
            run.begin()
        except RuntimeMissingError as error:
            return _not_started(start, str(error))
        except OSError as error:
            return _not_started(start, f"The program could not be started: {error.strerror}.")
        run.wait(time_limit, is_cancelled)
        return run.result(RunReport(report))


def _not_started(start: Start, problem: str) -> BatchResult:
    outcome = Outcome(start.program, exit_code=NOT_STARTED, problem=problem)
    return BatchResult(NOT_STARTED, "", "", 0.0, outcome)


class _Run:
    """One process with the threads that feed and drain it."""

    def __init__(
        self,
        start: Start,
        typed_input: str | None,
        *,
        is_captured: bool,
        variables: Mapping[str, str],
    ) -> None:
        self._start = start
        self._typed_input = typed_input
        self._is_captured = is_captured
        self._variables = variables
        self._id = os.urandom(8).hex()
        self._time_limit = 0.0
        self._was_stopped = False
        self._left_behind = 0
        self._threads: list[Thread] = []
        self._captured = (_Captured(), _Captured())

    def begin(self) -> None:
        """Start the process, and the threads."""
        line = encode(self._start)
        inherits = self._typed_input is None
        command = child_command(self._id, *([line] if inherits else []))
        command.environment.update(self._variables)
        self._process = _spawned(command, inherits=inherits, is_captured=self._is_captured)
        guard_run(self._process.pid, self._id)
        self._began = time.perf_counter()
        if not inherits:
            content = (line + (self._typed_input or "")).encode("utf-8", errors="surrogateescape")
            self._in_thread(partial(self._feed, content))
        if self._is_captured:
            streams = (self._process.stdout, self._process.stderr)
            for stream, captured in zip(streams, self._captured, strict=True):
                if stream is not None:
                    self._in_thread(partial(captured.drain, stream))

    def wait(
        self, time_limit: float | None, is_cancelled: Callable[[], bool] | None = None
    ) -> None:
        """Wait for the end of the program, and end what it left running."""
        interrupts = 0
        deadline = inf if time_limit is None else self._began + time_limit
        while self._process.returncode is None:
            patience = max(0.0, deadline - time.perf_counter())
            try:
                tick = patience if is_cancelled is None else min(patience, _TICK)
                self._process.wait(None if tick == inf else tick)
            except subprocess.TimeoutExpired:
                if patience <= _TICK:
                    self._time_limit = time_limit or 0.0
                    self._kill()
                elif is_cancelled is not None and is_cancelled():
                    self._was_stopped = True
                    self._kill()
            except KeyboardInterrupt:
                interrupts += 1
                self._pass_on(interrupts)
        self._seconds = time.perf_counter() - self._began
        self._left_behind = kill_tree(self._process.pid, self._id)
        release_run(self._process.pid)
        for thread in self._threads:
            thread.join(_LAST_OUTPUT)

    def result(self, report: RunReport) -> BatchResult:
        """What came of it, by the process and by its report."""
        report.read_new()
        code = self._process.returncode
        outcome = self._outcome(code, report)
        stdout, stderr = (captured.text() for captured in self._captured)
        return BatchResult(
            exit_code=code if code >= 0 else _SIGNAL_BASE - code,
            stdout=stdout,
            stderr=stderr,
            seconds=outcome.seconds,
            outcome=outcome,
            is_cut=any(captured.is_cut for captured in self._captured),
        )

    def _outcome(self, code: int, report: RunReport) -> Outcome:
        is_late = self._time_limit > 0
        return Outcome(
            program=self._start.program,
            exit_code=max(code, 0),
            signal_number=max(-code, 0),
            seconds=self._seconds if report.seconds is None else report.seconds,
            failure=report.failure,
            limit=LimitReached(TIME, self._time_limit) if is_late else report.limit,
            was_stopped=self._was_stopped,
            left_behind=self._left_behind,
        )

    def _pass_on(self, interrupts: int) -> None:
        if interrupts == 1:
            interrupt(self._process.pid)
        else:
            self._was_stopped = True
            self._kill()

    def _kill(self) -> None:
        kill_tree(self._process.pid, self._id)
        self._process.wait()

    def _in_thread(self, work: Callable[[], None]) -> None:
        thread = Thread(target=work, daemon=True)
        thread.start()
        self._threads.append(thread)

    def _feed(self, content: bytes) -> None:
        stream = self._process.stdin
        if stream is not None:
            with suppress(OSError):
                stream.write(content)
            with suppress(OSError):
                stream.close()


def _spawned(
    command: ChildCommand, *, inherits: bool, is_captured: bool
) -> subprocess.Popen[bytes]:
    pipe = subprocess.PIPE
    return subprocess.Popen(
        [command.program, *command.arguments],
        env=command.environment,
        stdin=None if inherits else pipe,
        stdout=pipe if is_captured else None,
        stderr=pipe if is_captured else None,
        start_new_session=True,
        creationflags=creation_flags(),
    )


class _Captured:
    """What came out of one stream, up to a bound."""

    def __init__(self) -> None:
        self._content = bytearray()
        self.is_cut = False

    def drain(self, stream: IO[bytes]) -> None:
        """Read to the end and close; what is over the bound is let go."""
        with suppress(OSError), stream:
            while piece := os.read(stream.fileno(), _PIECE):
                room = MOST_OUTPUT - len(self._content)
                self._content += piece[:room]
                self.is_cut = self.is_cut or len(piece) > room

    def text(self) -> str:
        """The captured bytes as text; what is no UTF-8 shows as the replacement character."""
        text = bytes(self._content).decode("utf-8", errors="replace")
        return text.replace("\r\n", "\n") if sys.platform == "win32" else text
