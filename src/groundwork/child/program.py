"""A learner's program, surrounded as plain Python would surround it."""

from __future__ import annotations

import atexit
import os
import sys
import time

from groundwork.child.failure import (
    described,
    hook_that_passes_over_stops,
    is_stop,
    remove_our_frames,
    show,
)
from groundwork.child.order import keep_order
from groundwork.child.output import keep_lines_whole
from groundwork.child.report import Report
from groundwork.child.surroundings import OutOf, forget_modules, fresh_main
from groundwork.child.system import lift_memory_limit, limit_memory, take_interrupts
from groundwork.child.typed_input import announce_input
from groundwork.messages import Ended, LimitReached, Start, Started

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Collection
    from types import CodeType

_INTERRUPTED = 130

_RESERVE = 4 << 20
"""Bytes kept for the moment when memory has run out: saying so needs some."""


class Program:
    """Makes this process the program: constructed once, just before the learner's first line."""

    def __init__(self, start: Start, plain_modules: Collection[str]) -> None:
        self._start = start
        self._report = Report(start.report)
        self._exit_code = 0
        forget_modules(plain_modules)
        self.namespace = fresh_main(start.program)
        self._enter_folder()
        sys.argv = [start.program, *start.arguments]
        sys.orig_argv = [*sys.orig_argv[:1], *sys.argv]
        sys.path[0] = start.folder
        keep_lines_whole()
        keep_order()
        announce_input(self._report)
        atexit.register(self._end)
        self._unraisable_hook = hook_that_passes_over_stops(self._report)
        self._reserve = b""
        if start.memory_limit:
            limit_memory(start.memory_limit)
            self._reserve = bytes(_RESERVE)
        self._report.add(Started(os.getpid(), sys.version.split()[0]))
        self._began = time.perf_counter()

    def compiled(self) -> CodeType:
        """The program's code.

        Raises:
            SystemExit: its file cannot be read.
            SyntaxError: it is no Python.
            ValueError: the same, in an older Python.
        """
        try:
            with open(self._start.program, "rb") as file:  # noqa: PTH123 - pathlib would cost a megabyte
                source = file.read()
        except OSError as error:
            sys.stderr.write(f"can't open file {self._start.program!r}: {error.strerror}\n")
            raise SystemExit(2) from None
        take_interrupts()
        return compile(source, self._start.program, "exec", dont_inherit=True)

    def note_exit(self, request: SystemExit) -> None:
        """Remember the exit code that the program asked for."""
        code = request.code
        if isinstance(code, int):
            self._exit_code = code & 0xFF
        else:
            self._exit_code = 0 if code is None else 1

    def let_threads_end(self) -> None:
        """The last line has been executed; what is stopped from now on is what may still go on.

        That is threads, processes and exit functions: to be stopped while waiting for those is not
        raised anywhere, but written.
        """
        if sys.unraisablehook is sys.__unraisablehook__:
            sys.unraisablehook = self._unraisable_hook

    def fail(self, error: BaseException) -> int | str | None:
        """Show and report the error that ended the program; what to exit with."""
        self._reserve = b""
        if self._start.memory_limit:
            lift_memory_limit()
        remove_our_frames(error)
        if isinstance(error, MemoryError) and self._start.memory_limit:
            self._report.add(LimitReached("memory", self._start.memory_limit))
        self._report.add(described(error))
        self._exit_code = _INTERRUPTED if isinstance(error, KeyboardInterrupt) else 1
        request = self._show(error)
        if request is not None:
            self.note_exit(request)
            return request.code
        return self._exit_code

    def _show(self, error: BaseException) -> SystemExit | None:
        """Show it with the standard library, whatever the learner calls files and modules.

        Newer Pythons write a traceback in Python, and import what they need for it only then. An
        interrupt by which the learner stops the program is nothing that went wrong.
        """
        if getattr(sys, "excepthook", None) is not sys.__excepthook__:
            return show(error)
        if is_stop(error, self._report):
            return None
        with OutOf(self._start.folder):
            return show(error)

    def _enter_folder(self) -> None:
        try:
            os.chdir(self._start.folder)
        except OSError as error:
            sys.exit(f"The folder {self._start.folder} cannot be entered: {error.strerror}")

    def _end(self) -> None:
        seconds = time.perf_counter() - self._began
        self._report.add(Ended(self._exit_code, round(seconds, 6)))
