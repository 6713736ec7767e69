"""F5 until the first output is painted, and a bare process for the same, by turns."""

import json
import subprocess
import sys
import time

from tests.benchmarks.open_window import OpenWindow, wait_until

from groundwork import paths
from groundwork.running.command import runtime_python


def _bare(python: str) -> float:
    began = time.monotonic()
    subprocess.run([python, "-I", "-S", "-c", "print(1)"], check=True, stdout=subprocess.PIPE)
    return time.monotonic() - began


def main() -> None:
    """Print the seconds of both sides."""
    python = str(runtime_python(paths.runtime_folder()))
    window = OpenWindow()
    window.put("print(1)\n")
    ours, bare = [], []
    for _ in range(int(sys.argv[1])):
        bare.append(_bare(python))
        ours.append(window.run_until_painted(lambda: window.last_line == "1"))
        wait_until(lambda: window.is_idle)
        window.rest()
    window.close()
    print(json.dumps({"ours": ours[1:], "bare": bare[1:]}))


main()
