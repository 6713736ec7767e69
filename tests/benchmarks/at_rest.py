"""The memory of the application at rest, from outside: nothing of ours is in its process."""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path

import psutil
from tests.benchmarks.fresh import HERE, environment
from tests.benchmarks.memory import memory_of

WORKER = "language worker"
"""What that process is called; its id comes behind."""

_REST = 5.0
_OPENS = 1.0
_PATIENCE = 10


def application_memory(home: Path) -> dict[str, float]:
    """Megabytes by process, five seconds after the window opened, shared pages by share."""
    command = [str(Path(sys.executable).with_name("groundwork"))]
    with _running(command, home) as process:
        time.sleep(_OPENS + _REST)
        members = [process, *process.children(recursive=True)]
        return {f"{_name(member)} {member.pid}": memory_of(member.pid) for member in members}


def bare_memory() -> float:
    """The same of the bare window."""
    with _running([sys.executable, str(HERE / "bare_window.py")], None) as process:
        time.sleep(_OPENS + _REST)
        return memory_of(process.pid)


def sharing_processes() -> int:
    """How many other processes have the same Qt in memory: each takes a share of its pages."""
    count = 0
    for process in psutil.process_iter():
        with suppress(psutil.Error, OSError):
            maps = Path(f"/proc/{process.pid}/maps").read_text(encoding="utf-8", errors="replace")
            count += f"{sys.prefix}/" in maps and "libQt6Core" in maps
    return count


def _name(process: psutil.Process) -> str:
    """What the process is for, by its command line."""
    line = " ".join(process.cmdline())
    if "work.py" in line:
        return WORKER
    if "launch.py" in line:
        return "waiting child"
    return "guard" if "/bin/sh" in line else "window"


@contextmanager
def _running(command: Sequence[str], home: Path | None) -> Iterator[psutil.Process]:
    started = subprocess.Popen(command, env=environment(home), stderr=subprocess.DEVNULL)
    process = psutil.Process(started.pid)
    family: list[psutil.Process] = []
    try:
        yield process
        family = process.children(recursive=True)
    finally:
        started.terminate()
        started.wait(_PATIENCE)
        for member in psutil.wait_procs(family, timeout=_PATIENCE)[1]:
            with suppress(psutil.NoSuchProcess):
                member.kill()
