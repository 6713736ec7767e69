"""Ends what a window leaves running when it dies without a word.

A killed window cannot stop its programs. So each window has a guard: a shell that waits for the end
of its standard input, which comes when the window's process ends, however it ends. Each line that
the window writes names all runs that are alive, as `<process id>:<run id>`, and the last line
counts. On Windows the programs are in job objects instead.
"""

from __future__ import annotations

import sys
from collections.abc import Mapping
from contextlib import suppress
from typing import TYPE_CHECKING

from groundwork.running.command import RUN_VARIABLE

if TYPE_CHECKING:
    import subprocess

_SCRIPT = f"""
trap '' HUP INT QUIT TERM
runs=
while read -r line; do runs=$line; done
[ -n "$runs" ] || exit 0
for run in $runs; do kill -KILL "-${{run%%:*}}"; done
rounds=0
while [ $rounds -lt 40 ]; do
  marked=
  for run in $runs; do
    marked="$marked $(grep -lsF "{RUN_VARIABLE}=${{run#*:}}" /proc/[0-9]*/environ)"
  done
  for file in $marked; do
    id=${{file#/proc/}}
    kill -KILL "${{id%/environ}}"
  done
  [ -n "${{marked# }}" ] || exit 0
  rounds=$((rounds + 1))
  sleep 0.05
done
"""


class Guard:
    """Started with the first run; told of every change."""

    def __init__(self) -> None:
        self._shell: subprocess.Popen[bytes] | None = None

    def watch(self, runs: Mapping[int, str]) -> None:
        """From now on these runs, by process id, and no others, end with this process."""
        if sys.platform == "win32" or (self._shell is None and not runs):
            return
        line = " ".join(f"{process_id}:{run_id}" for process_id, run_id in runs.items())
        with suppress(OSError):
            if self._shell is None or self._shell.poll() is not None:
                self._shell = _started_shell()
            if self._shell.stdin is not None:
                self._shell.stdin.write(f"{line}\n".encode("ascii"))

    def close(self) -> None:
        """End what is watched now, and let the guard go."""
        if self._shell is not None and self._shell.stdin is not None:
            self._shell.stdin.close()
            self._shell = None


def _started_shell() -> subprocess.Popen[bytes]:
    import subprocess  # noqa: PLC0415 - not needed for the first paint

    return subprocess.Popen(
        ["/bin/sh", "-c", _SCRIPT],
        bufsize=0,
        stdin=subprocess.PIPE,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
        cwd="/",
    )
