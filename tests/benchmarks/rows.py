"""The rows of the table: what is measured for each, and what the limit is."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

from tests.benchmarks.at_rest import WORKER, application_memory, bare_memory, sharing_processes
from tests.benchmarks.figures import Figure, middle, spread
from tests.benchmarks.fresh import Homes, measured, seconds_until_told
from tests.benchmarks.language_rows import (
    completion,
    first_completion,
    popup,
    popup_check,
    typing,
    worker_memory,
)
from tests.benchmarks.large_pack import write_large_pack

_STARTS = 10
_LONG_STARTS = 4
_RUNS = 15
_ROUNDS = 3
_LINE_SECONDS = 1.5
_STALL = 0.2
_PROGRESS = 0.1
_KEY = 0.1
_FILTERED = ("about", "zzz", "al")
_PROGRAMS = {
    "busy": "while True: pass",
    "family": "three child processes and a socket",
    "deaf": "the same, deaf to interrupts",
    "flood": 'while True: print("x" * 80)',
}


def start(homes: Homes) -> list[Figure]:
    """Cold start until a key shows, against the bare window: each against the one just before."""
    ours, bare = [], []
    for _ in range(_STARTS):
        bare.append(seconds_until_told("bare_window.py"))
        ours.append(_seconds_of_start(homes, "key"))
    pages, keys = (
        [_seconds_of_start(homes, asked) for _ in range(_LONG_STARTS)]
        for asked in ("page", "typing")
    )
    ratio = middle([one / other for one, other in zip(ours, bare, strict=True)])
    detail = f"{spread(ours)} against {spread(bare)}, {_STARTS} starts of each by turns"
    what = "Cold start until a key shows, against a bare window"
    return [
        Figure("start", what, ratio, "x", 1.5, detail),
        _told("start", "  until the lesson shows", pages),
        _told("start", "  worst key while the rest is loaded", keys),
    ]


def _seconds_of_start(homes: Homes, asked: str) -> float:
    with homes.used() as home:
        return seconds_until_told("our_window.py", asked, home=home)


def first_output(homes: Homes) -> list[Figure]:
    """F5 until the first output is painted, against a bare process."""
    with homes.used() as home:
        seconds = measured("first_output.py", str(_RUNS + 1), home=home)
    ours, bare = seconds["ours"], seconds["bare"]
    detail = f"{spread(ours)} against {spread(bare)}, {_RUNS} runs of each by turns"
    what = "F5 to the first output painted, against python -I -S"
    return [Figure("first-output", what, middle(ours) / middle(bare), "x", 3.0, detail)]


def stop(homes: Homes) -> list[Figure]:
    """Stop until everything is gone, and keys meanwhile, for each of the programs."""
    figures = []
    for kind, title in _PROGRAMS.items():
        with homes.used() as home:
            seconds = measured("stopping.py", kind, str(_ROUNDS), home=home)
        gone, keys = seconds["gone"], seconds["keys"]
        limits = (None, None) if kind == "deaf" else (1.2, _KEY)
        figures += [
            Figure("stop", f"Stop: {title}", middle(gone), "s", limits[0], spread(gone)),
            Figure("stop", "  worst key meanwhile", middle(keys), "s", limits[1], spread(keys)),
        ]
    return figures


def many_lines(homes: Homes) -> list[Figure]:
    """200,000 lines until the last is painted, against a pipe."""
    with homes.used() as home:
        seconds = measured("many_lines.py", str(_ROUNDS), home=home)
    ours, piped = seconds["ours"], seconds["piped"]
    limit = max(2 * middle(piped), _LINE_SECONDS)
    detail = f"{spread(ours)}; into a pipe {spread(piped)}"
    return [
        Figure(
            "lines", "200,000 lines until the last is painted", middle(ours), "s", limit, detail
        ),
        _told("lines", "  worst key meanwhile", seconds["keys"]),
    ]


def growth(homes: Homes) -> list[Figure]:
    """The growth of memory over 200 MB of output."""
    with homes.used() as home:
        got = measured("growth.py", "200", home=home)
    detail = (
        f"{got['before']:.1f} MB before, {got['most']:.1f} at most, {got['after']:.1f} afterwards;"
        f" {got['seconds']:.1f} s for 200 MB"
    )
    grown = got["most"] - got["before"]
    return [
        Figure("growth", "Growth of memory over 200 MB printed", grown, "MB", 60.0, detail),
        _told("growth", "  worst key meanwhile", [got["key"]]),
    ]


def long_line(homes: Homes) -> list[Figure]:
    """The longest stall for one line of 10 MB."""
    with homes.used() as home:
        got = measured("long_line.py", str(_ROUNDS), home=home)
    detail = f"{spread(got['stalls'])}; all of it was there after {spread(got['seconds'])}"
    stall = middle(got["stalls"])
    return [Figure("long-line", "One line of 10 MB: longest stall", stall, "s", _STALL, detail)]


def large_pack(homes: Homes) -> list[Figure]:
    """5,000 lessons with 20,000 examples against a pack of one lesson, opened by turns."""
    large, small = [], []
    with tempfile.TemporaryDirectory(prefix="groundwork-bench-") as folder:
        packs = Path(folder)
        write_large_pack(packs / "large")
        write_large_pack(packs / "small", lessons=1, examples=1)
        for _ in range(_ROUNDS):
            small.append(_opened(homes, packs / "small"))
            large.append(_opened(homes, packs / "large"))
    opened, memory = ([one[name] for one in large] for name in ("seconds", "memory"))
    alone, least = ([one[name] for one in small] for name in ("seconds", "memory"))
    keys = [max(one["keys"]) for one in large]
    return [
        Figure(
            "large-pack",
            "A pack of 5,000 lessons: opened, beyond one lesson",
            middle(opened) - middle(alone),
            "s",
            2.0,
            f"{spread(opened)} against {spread(alone)}, {_ROUNDS} windows each",
        ),
        Figure("large-pack", "  worst key in the filter", middle(keys), "s", 0.05, spread(keys)),
        Figure(
            "large-pack",
            "  more memory of the window",
            middle(memory) - middle(least),
            "MB",
            200.0,
            f"{spread(memory, 'MB')} against {spread(least, 'MB')}",
        ),
    ]


def _opened(homes: Homes, pack: Path) -> dict[str, Any]:
    with homes.used() as home:
        found: dict[str, Any] = measured("opened_pack.py", str(pack), *_FILTERED, home=home)
    return found


def at_rest(homes: Homes) -> list[Figure]:
    """The memory of all processes at rest, and of the language worker by itself."""
    rounds, sharing = [], sharing_processes()
    for _ in range(_ROUNDS):
        with homes.used() as home:
            rounds.append(application_memory(home))
    totals, workers = zip(*map(_apart, rounds), strict=True)
    parts = ", ".join(f"{name} {size:.1f} MB" for name, size in rounds[0].items())
    detail = f"{spread(totals, 'MB')}; {parts}; the bare window {bare_memory():.1f} MB"
    if sharing:
        detail += f"\nToo low: {sharing} other processes share the libraries in memory"
    what = "Memory of all processes at rest, 5 s after start"
    return [
        Figure("at-rest", what, middle(totals), "MB", 100.0, detail),
        Figure(
            "at-rest",
            "  of the language worker, which is not in it",
            middle(workers),
            "MB",
            250.0,
            spread(workers, "MB"),
        ),
    ]


def _apart(sizes: dict[str, float]) -> tuple[float, float]:
    """The memory of all processes but the language worker, and the worker's."""
    workers = sum(size for name, size in sizes.items() if name.startswith(WORKER))
    return sum(sizes.values()) - workers, workers


def progress(homes: Homes) -> list[Figure]:
    """A file of progress with a million attempts until its states are known, against an empty one.

    It is opened, the open lesson noted, and everything read: what the window does at its start.
    """
    del homes
    got = measured("progress_file.py", str(_RUNS))
    full, empty = middle(got["full"]), middle(got["empty"])
    detail = (
        f"{spread(got['full'])} against {spread(got['empty'])}, {full / empty:.1f} times as long;"
        f" {got['attempts']:,} attempts in {got['size'] / 1e6:.1f} MB"
    )
    what = "Progress of a million attempts: longer to open than none"
    return [Figure("progress", what, full - empty, "s", _PROGRESS, detail)]


def _told(row: str, what: str, seconds: list[float]) -> Figure:
    return Figure(row, what, middle(seconds), "s", None, spread(seconds))


ROWS: dict[str, Callable[[Homes], list[Figure]]] = {
    "start": start,
    "first-output": first_output,
    "stop": stop,
    "lines": many_lines,
    "growth": growth,
    "long-line": long_line,
    "large-pack": large_pack,
    "at-rest": at_rest,
    "progress": progress,
    "popup": popup,
    "popup-check": popup_check,
    "first-completion": first_completion,
    "typing": typing,
    "worker-memory": worker_memory,
    "completion": completion,
}
