"""The language worker: the script of ours that a runtime runs to answer questions about programs.

    python work.py LIBRARIES CACHE

Questions come as lines on standard input and answers go as lines to standard output, one after the
other. Nobody else may write there: what Jedi prints, or a module that it imports, goes nowhere.
LIBRARIES is the folder of what only this process imports, CACHE one in which to keep what was
learned of the libraries. When its input ends it ends, whatever it is doing.
"""

from __future__ import annotations

import os
import queue
import sys
import threading

_SOURCE = __file__.rpartition(os.sep + "groundwork" + os.sep)[0]

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import BinaryIO


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


def main(libraries: str, cache: str) -> None:
    """Answer until the input ends."""
    output, lines = _own_output(), _lines()
    runtime_path = [entry for entry in sys.path[1:] if entry]
    sys.path[:] = [_SOURCE, libraries, *runtime_path]
    from groundwork.language.protocol import (  # noqa: PLC0415 - the path had to be set first
        Answered,
        Asked,
        Refused,
        decode,
        encode,
    )
    from groundwork.language.service.answering import Answering  # noqa: PLC0415 - the same

    answering = Answering(runtime_path, cache)
    while True:
        asked = decode(lines.get())
        if not isinstance(asked, Asked):
            continue
        try:
            answer = answering.answer(asked.question)
        except Exception:  # noqa: BLE001 - whatever goes wrong in Jedi, the next question is answered
            answer = Refused()
        output.write(encode(Answered(asked.number, answer)))
        output.flush()


if __name__ == "__main__":
    main(*sys.argv[1:3])
