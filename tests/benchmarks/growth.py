"""How the window's memory grows while an endless loop prints 200 MB, and how keys fare."""

import json
import sys
import time

from tests.benchmarks.memory import memory_of
from tests.benchmarks.open_window import OpenWindow, wait_until
from tests.benchmarks.typist import Typist

_LINE = 80
_PROGRAM = """\
number = 0
while True:
    number += 1
    print(f"{number:012} " + "x" * 66)
"""


def main() -> None:
    """Print megabytes before, at most and after, and the worst of a key meanwhile."""
    wanted = int(sys.argv[1]) * 1_000_000
    window = OpenWindow()
    window.put(_PROGRAM)
    typist = Typist(window.editor)
    before = memory_of()
    sizes: list[float] = []

    def is_enough() -> bool:
        sizes.append(memory_of())
        number = window.last_line[:12]
        return number.isdecimal() and int(number) * _LINE >= wanted

    typist.begin()
    began = window.press_run()
    wait_until(is_enough, look=0.5)
    seconds = time.monotonic() - began
    typist.end()
    window.press_stop()
    wait_until(lambda: window.is_idle)
    window.rest()
    sizes.append(memory_of())
    window.close()
    result = {"before": before, "most": max(sizes), "after": sizes[-1]}
    print(json.dumps({**result, "seconds": seconds, "key": max(typist.latencies)}))


main()
