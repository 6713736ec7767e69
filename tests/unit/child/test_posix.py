"""Limits on Linux and macOS."""

from __future__ import annotations

import subprocess
import sys

LOW, WANTED = 400_000_000, 1_000_000_000

PROGRAM = f"""\
import resource
from groundwork.child.posix import _MEMORY, limit_memory
resource.setrlimit(_MEMORY, ({LOW}, {LOW}))
limit_memory({WANTED})
print(resource.getrlimit(_MEMORY)[0])
"""


def test_a_lower_limit_of_the_system_holds_and_the_program_runs() -> None:
    said = subprocess.run(
        [sys.executable, "-c", PROGRAM], capture_output=True, text=True, check=True, timeout=60
    )
    assert said.stdout.strip() == str(LOW)
