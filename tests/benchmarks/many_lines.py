"""200,000 lines of 60 bytes: F5 until the last is painted, and the same program into a pipe."""

import json
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from tests.benchmarks.open_window import OpenWindow, wait_until
from tests.benchmarks.typist import Typist

from groundwork import paths
from groundwork.running.command import runtime_python

_COUNT = 200_000
_PROGRAM = f"for number in range({_COUNT}):\n    print(f'{{number:059}}')\n"
_LAST = f"{_COUNT - 1:059}"


def _into_pipe(python: str, program: Path) -> float:
    began = time.monotonic()
    subprocess.run(["sh", "-c", f"'{python}' '{program}' | cat > /dev/null"], check=True)
    return time.monotonic() - began


def main() -> None:
    """Print the seconds of both sides, and the worst of a key meanwhile."""
    python = str(runtime_python(paths.runtime_folder()))
    ours, piped, keys = [], [], []
    window = OpenWindow()
    typist = Typist(window.editor)
    with tempfile.TemporaryDirectory() as folder:
        program = Path(folder) / "program.py"
        program.write_text(_PROGRAM)
        for _ in range(int(sys.argv[1])):
            piped.append(_into_pipe(python, program))
            window.put(_PROGRAM)
            typist.begin()
            ours.append(window.run_until_painted(lambda: window.last_line == _LAST))
            typist.end()
            wait_until(lambda: window.is_idle and not typist.is_waiting)
            keys.append(max(typist.latencies))
    window.close()
    print(json.dumps({"ours": ours, "piped": piped, "keys": keys}))


main()
