"""Ends a program with everything that it started.

A child leads a session of its own, and every process of a run carries the run's id in its
environment. So the members of a run are found by session, by descent and by that mark: a daemon
that has left session and parent still carries the mark. It may take two seconds, and so belongs off
the GUI thread; `groundwork.running.process_group` has what is quick.
"""

from __future__ import annotations

import os
import signal
import sys
import time
from collections.abc import Iterator
from contextlib import suppress

import psutil

from groundwork.running.command import RUN_VARIABLE

_PATIENCE = 2.0
_PAUSE = 0.005


def kill_tree(process_id: int, run_id: str) -> int:
    """End every process of the run; how many there were besides the program itself.

    Returns when none is left, or after two seconds with one that the system does not let go.
    """
    ended: set[int] = set()
    deadline = time.monotonic() + _PATIENCE
    while time.monotonic() < deadline:
        members = set(_members(process_id, run_id))
        if not members:
            break
        for member in members:
            with suppress(OSError):
                os.kill(member, getattr(signal, "SIGKILL", signal.SIGTERM))
        ended |= members
        time.sleep(_PAUSE)
    return len(ended - {process_id})


def _members(process_id: int, run_id: str) -> Iterator[int]:
    """The living processes of the run, each parent before its children."""
    found = {process_id}
    for process in _by_age():
        with suppress(psutil.Error, OSError):
            if process.status() == psutil.STATUS_ZOMBIE:
                continue
            if process.ppid() in found or _belongs(process, process_id, run_id):
                found.add(process.pid)
                yield process.pid


def _by_age() -> list[psutil.Process]:
    own = os.getpid()
    processes = []
    for number in psutil.pids():
        if number != own:
            with suppress(psutil.Error):
                processes.append(psutil.Process(number))
    return sorted(processes, key=psutil.Process.create_time)


def _belongs(process: psutil.Process, process_id: int, run_id: str) -> bool:
    if process.pid == process_id:
        return True
    if sys.platform != "win32" and os.getsid(process.pid) == process_id:
        return True
    return process.environ().get(RUN_VARIABLE) == run_id
