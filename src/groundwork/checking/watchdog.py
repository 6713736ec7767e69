"""Where a program was when its time was up, from what the child's watchdog wrote.

The format is that of `faulthandler.dump_traceback_later`: a line "Timeout (0:00:10)!", then for
each thread its innermost frame first, as `File "/place/main.py", line 3 in work`, with letters
outside of ASCII written as escapes.
"""

from __future__ import annotations

import re
from pathlib import Path

from groundwork.checking.verdicts import Place

_FRAME = re.compile(r'^  File "(.*)", line (\d+) in ')
_THREAD = re.compile(r"^(Current thread|Thread) 0x")
_BEGINNING = "Timeout ("


def says_time_is_up(lines: list[str]) -> bool:
    """Whether the watchdog has written among these lines."""
    return any(_BEGINNING in line for line in lines)


def place_in(lines: list[str], folder: Path, names: tuple[str, ...]) -> Place | None:
    """The innermost line in one of the files `names` of `folder`.

    The main thread is written last, and what it does counts before what others do.
    """
    files = {_escaped(str(folder / name)): name for name in names}
    places = [_innermost(thread, files) for thread in _threads(lines)]
    return next((place for place in reversed(places) if place is not None), None)


def _threads(lines: list[str]) -> list[list[str]]:
    threads: list[list[str]] = []
    for line in lines:
        if _THREAD.match(line):
            threads.append([])
        elif threads:
            threads[-1].append(line)
    return threads


def _innermost(frames: list[str], files: dict[str, str]) -> Place | None:
    for line in frames:
        frame = _FRAME.match(line)
        if frame and frame[1] in files:
            return Place(files[frame[1]], int(frame[2]))
    return None


def _escaped(path: str) -> str:
    return path.encode("ascii", errors="backslashreplace").decode("ascii")
