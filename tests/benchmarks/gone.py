"""Watches a program from outside: `gone.py RUN_ID PORT` tells when nothing of it is left.

It prints the number of its processes, and later the moment, on the monotonic clock, when all of
them had ended and the port could be bound. In between it looks every two milliseconds at the
processes it knows, which is cheap, and for others only when those have ended.
"""

import socket
import sys
import time
from contextlib import suppress

import psutil

from groundwork.running.command import RUN_VARIABLE

_PAUSE = 0.002


def _members(run_id: str) -> list[psutil.Process]:
    """The living processes that carry the mark of the run."""
    found = []
    for process in psutil.process_iter():
        with suppress(psutil.Error):
            if _lives(process) and process.environ().get(RUN_VARIABLE) == run_id:
                found.append(process)
    return found


def _lives(process: psutil.Process) -> bool:
    with suppress(psutil.NoSuchProcess):
        return process.is_running() and process.status() != psutil.STATUS_ZOMBIE
    return False


def _is_free(port: int) -> bool:
    with socket.socket() as probe:
        try:
            probe.bind(("127.0.0.1", port))
        except OSError:
            return False
    return True


def main() -> None:
    """Watch until all is gone."""
    run_id, port = sys.argv[1], int(sys.argv[2])
    known = _members(run_id)
    print(len(known), flush=True)
    while known:
        while any(_lives(process) for process in known) or not _is_free(port):
            time.sleep(_PAUSE)
        moment = time.monotonic()
        known = _members(run_id)
    print(moment, flush=True)


main()
