"""One line of 10 MB: the longest stall of the window, from F5 until it is idle again."""

import json
import sys

from tests.benchmarks.open_window import OpenWindow, wait_until
from tests.benchmarks.typist import Heartbeat

_PROGRAM = "print('x' * 10_000_000)\nprint('end')\n"


def main() -> None:
    """Print the longest stall of every run, and the seconds until the line stood there."""
    window = OpenWindow()
    window.put(_PROGRAM)
    heartbeat = Heartbeat(window.app)
    stalls, seconds = [], []
    for _ in range(int(sys.argv[1])):
        heartbeat.begin()
        seconds.append(window.run_until_painted(lambda: window.last_line == "end"))
        wait_until(lambda: window.is_idle)
        window.rest()
        stalls.append(heartbeat.longest)
    window.close()
    print(json.dumps({"stalls": stalls, "seconds": seconds}))


main()
