"""A program that is checked: run as plain Python would run it, then asked."""

from __future__ import annotations

import os
import sys
from _json import encode_basestring_ascii as quoted
from faulthandler import dump_traceback_later
from os import _exit

from groundwork.child.channel import Channel
from groundwork.child.output import write_line_by_line, write_what_is_held_back
from groundwork.child.probes import made_probe
from groundwork.child.raised import raised
from groundwork.child.surroundings import forget_modules, fresh_main
from groundwork.child.system import enter_own_session, lift_memory_limit, limit_files, limit_memory

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Collection
    from types import CodeType

    from groundwork.child.probes import Probe
    from groundwork.child.task import Task

_RESERVE = 4 << 20
"""Bytes kept for the moment when memory has run out: saying so needs some."""


_LARGEST_FILE = 64 << 20
"""Bytes of a file that a program may write while it is checked."""


class CheckedProgram:
    """Makes this process the program: constructed once, just before the learner's first line.

    When its time is up, the process writes into the channel where each of its threads is, and ends.
    """

    def __init__(self, task: Task, plain_modules: Collection[str]) -> None:
        enter_own_session()
        self._task = task
        self._channel = Channel(task.channel, task.token)
        self._probe = self._made_probe()
        forget_modules(plain_modules)
        self.namespace = fresh_main(task.program, task.called)
        os.chdir(task.folder)
        sys.argv = [task.program, *task.arguments]
        sys.orig_argv = [*sys.orig_argv[:1], *sys.argv]
        sys.path[0] = task.folder
        write_line_by_line()
        limit_memory(task.memory)
        limit_files(_LARGEST_FILE)
        self._reserve = bytes(_RESERVE)
        dump_traceback_later(task.seconds, exit=True, file=self._channel.descriptor)

    def compiled(self) -> CodeType:
        """The program's code.

        Raises:
            SyntaxError: it is no Python.
            ValueError: the same, in an older Python.
        """
        with open(self._task.program, "rb") as file:  # noqa: PTH123 - pathlib would cost a start
            source = file.read()
        return compile(source, self._task.program, "exec", dont_inherit=True)

    @property
    def is_asked(self) -> bool:
        """Whether there is something to ask when the program has run."""
        return self._probe is not None and self._channel.is_ours

    def answer(self) -> None:
        """Answer the probe, if there is one; then this process ends."""
        if self._probe is not None and self._channel.is_ours:
            self._probe.ask(self.namespace, self._channel, self._task.folder)
            self._end()

    def fail(self, error: BaseException) -> None:
        """Tell of the exception that ended the program."""
        self._reserve = b""
        lift_memory_limit()
        self._channel.tell("failed", raised(error, self._task.folder))
        if self.is_asked:
            self._end()

    def _end(self) -> None:
        write_what_is_held_back()
        self._channel.tell("done")
        _exit(0)

    def _made_probe(self) -> Probe | None:
        try:
            return made_probe(self._task.probe)
        except (SyntaxError, ValueError) as error:
            self._channel.tell("broken", quoted(str(error)))
            sys.exit()
