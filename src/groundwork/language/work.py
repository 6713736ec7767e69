"""The language worker: the script of ours that a runtime runs to answer questions about programs.

    python work.py LIBRARIES CACHE

Questions come as lines on standard input and answers go as lines to standard output, one after the
other. Nobody else may write there: what Jedi prints, or a module that it imports, goes nowhere.
LIBRARIES is the folder of what only this process imports, CACHE one in which to keep what was
learned of the libraries. When its input ends it ends, whatever it is doing.
"""

from __future__ import annotations

import gc
import os
import queue
import sys
import threading
import traceback

_SOURCE = __file__.rpartition(os.sep + "groundwork" + os.sep)[0]

_REST = 1.0
"""Seconds without a question after which there is time to clear up."""

_GROWTH = 10_000_000
"""Bytes by which the worker has grown when it is worth that."""

_RARELY = 20_000
"""Objects that are made before Python looks for unused ones among the new: usually 700."""

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import BinaryIO

    from groundwork.language.service.answering import Answering


def _own_output() -> BinaryIO:
    """Standard output for our answers alone; everybody else's from now on leads nowhere."""
    ours = os.fdopen(os.dup(1), "wb")
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 1)
    os.close(nowhere)
    return ours


def _lines() -> queue.SimpleQueue[bytes]:
    """The lines of standard input as they come; its end is the end of this process."""
    arrived: queue.SimpleQueue[bytes] = queue.SimpleQueue()
    source = os.fdopen(os.dup(0), "rb")
    nowhere = os.open(os.devnull, os.O_RDONLY)
    os.dup2(nowhere, 0)
    os.close(nowhere)

    def read() -> None:
        for line in source:
            arrived.put(line)
        os._exit(0)

    threading.Thread(target=read, daemon=True).start()
    return arrived


def _answering(libraries: str, cache: str) -> Answering:
    """What finds the answers, in a process that can execute nothing but what comes with it."""
    runtime_path = [entry for entry in sys.path if entry]
    sys.path[:] = [_SOURCE, libraries, *runtime_path]
    from groundwork.language.service.answering import (  # noqa: PLC0415 - the path had to be set
        Answering,
    )
    from groundwork.language.trust import execute_only_from  # noqa: PLC0415 - the same

    execute_only_from(sys.path)
    return Answering(runtime_path, cache)


class _Tidying:
    """Clears up, and sets aside what is left, where Python does not look for unused objects.

    What Jedi has parsed of a library is a million objects that refer to one another. To look
    through them takes half a second, and Python would do so in the middle of answers.
    """

    def __init__(self, memory_in_use: Callable[[], int]) -> None:
        self._memory_in_use = memory_in_use
        self._before = 0
        gc.set_threshold(_RARELY)

    def clear_up(self) -> None:
        """Do so, if there is something to win."""
        if self._memory_in_use() > self._before + _GROWTH:
            gc.collect()
            gc.freeze()
            self._before = self._memory_in_use()

    def next_line(self, lines: queue.SimpleQueue[bytes]) -> bytes:
        """The next line; what there is to clear up is, when none comes for a while."""
        try:
            return lines.get(timeout=_REST)
        except queue.Empty:
            self.clear_up()
            return lines.get()


def main(libraries: str, cache: str) -> None:
    """Say that we are ready, as an answer to question 0, and answer until the input ends."""
    output, lines = _own_output(), _lines()
    answering = _answering(libraries, cache)
    from groundwork.language.memory import (  # noqa: PLC0415 - the path had to be set first
        MemoryWatch,
        memory_in_use,
    )
    from groundwork.language.protocol import (  # noqa: PLC0415 - the same
        Answered,
        Asked,
        Nothing,
        Refused,
        Warm,
        decode,
        encode,
    )

    watch, tidying = MemoryWatch(), _Tidying(memory_in_use)
    _send(output, encode(Answered(0, Nothing(), memory_in_use())))
    while True:
        asked = decode(tidying.next_line(lines))
        if not isinstance(asked, Asked):
            continue
        try:
            with watch:
                answer = answering.answer(asked.question)
        except Exception:  # noqa: BLE001 - whatever goes wrong in Jedi, the next question is answered
            traceback.print_exc(limit=-20)  # for whoever tests the worker; the window does not look
            answer = Refused()
        if isinstance(asked.question, Warm):
            tidying.clear_up()
        _send(output, encode(Answered(asked.number, answer, memory_in_use())))


def _send(output: BinaryIO, line: bytes) -> None:
    output.write(line)
    output.flush()


if __name__ == "__main__":
    main(*sys.argv[1:3])
