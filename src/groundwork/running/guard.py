"""Ends what a window leaves running when it dies without a word.

A killed window cannot stop its programs. So each window has a guard: a shell that waits for the end
of its standard input, which comes when the window's process ends, however it ends. Each line that
the window writes names all runs that are alive, as `<process id>:<run id>`, and the last line
counts. On Windows the programs are in job objects instead.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from contextlib import suppress

from groundwork.running.command import RUN_VARIABLE

_SCRIPT = f"""
trap '' HUP INT QUIT TERM
cd /
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
    """Started ahead of the first run, or by it, and told of every change."""

    def __init__(self) -> None:
        self._input: int | None = None

    @property
    def is_on_duty(self) -> bool:
        """Whether the guard has been started."""
        return self._input is not None

    def stand_by(self) -> None:
        """Be there before the first run, so that not a moment of it is unguarded."""
        if self._input is None and sys.platform != "win32":
            with suppress(OSError):
                self._input = _started_shell()

    def watch(self, runs: Mapping[int, str]) -> None:
        """From now on these runs, by process id, and no others, end with this process."""
        line = " ".join(f"{process_id}:{run_id}" for process_id, run_id in runs.items())
        try:
            self._tell(line)
        except OSError:  # the guard itself was killed
            self.close()
            with suppress(OSError):
                self._tell(line)

    def close(self) -> None:
        """End what is watched now, and let the guard go."""
        if self._input is not None:
            os.close(self._input)
            self._input = None

    def _tell(self, line: str) -> None:
        if self._input is None and line and sys.platform != "win32":
            self._input = _started_shell()
        if self._input is not None:
            os.write(self._input, f"{line}\n".encode("ascii"))


def _started_shell() -> int:
    """Start the shell in a session of its own; what writes to its standard input.

    Not with `subprocess`, which a window has no other need for.
    """
    if sys.platform == "win32":
        raise OSError("Windows has no such shell, nor need of one.")
    output, own_input = os.pipe()
    try:
        nothing = (os.POSIX_SPAWN_OPEN, 1, os.devnull, os.O_WRONLY, 0)
        os.posix_spawn(
            "/bin/sh",
            ["/bin/sh", "-c", _SCRIPT],
            os.environ,
            file_actions=[
                (os.POSIX_SPAWN_DUP2, output, 0),
                nothing,
                (os.POSIX_SPAWN_DUP2, 1, 2),
            ],
            setsid=True,
        )
    except OSError:
        os.close(own_input)
        raise
    finally:
        os.close(output)
    return own_input
