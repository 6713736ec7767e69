"""Runs without a window end with the process that waits for them, however that ends."""

from __future__ import annotations

import threading

from groundwork.running.guard import Guard


class _Watch:
    """The runs of this process that are alive now, and the one guard that knows of them."""

    def __init__(self) -> None:
        self._guard = Guard()
        self._runs: dict[int, str] = {}
        self._changing = threading.Lock()

    def add(self, process_id: int, run_id: str) -> None:
        with self._changing:
            self._runs[process_id] = run_id
            self._guard.watch(self._runs)

    def remove(self, process_id: int) -> None:
        with self._changing:
            self._runs.pop(process_id, None)
            self._guard.watch(self._runs)


_WATCH = _Watch()


def guard_run(process_id: int, run_id: str) -> None:
    """From now on the run ends when this process is killed; on any thread."""
    _WATCH.add(process_id, run_id)


def release_run(process_id: int) -> None:
    """The run is over."""
    _WATCH.remove(process_id)
