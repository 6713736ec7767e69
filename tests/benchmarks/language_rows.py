"""The rows about code intelligence."""

from __future__ import annotations

import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from tests.benchmarks.fastapi_pack import write_fastapi_pack
from tests.benchmarks.figures import Figure, middle, spread
from tests.benchmarks.fresh import Homes, answering, measured

_WORDS = 300
_FIRSTS = 5
_WAITS = ("0", "2")
_TURNS = 4
_PROGRAM = (
    'prices = {"pen": 2, "book": 12} ',
    "total = 0 ",
    "for name in sorted(prices): ",
    "total += prices[name] ",
    "print(name.upper(), prices.get(name), total) ",
    "names = list(prices) ",
    "if total > len(names): ",
    'names.append("pencil") ',
)
_QUESTIONS = 3600
_PATIENCE = 1800
_MEMORY = 250.0
_FIRST = 0.4
_LIMITS = {"popup": (0.040, 0.120), "popup-check": (0.060, 0.200)}
_PART = 0.95
_NAMES, _PLACES = 400, 5
_MOST_MISSED = 10.0


def popup(homes: Homes) -> list[Figure]:
    """A key until the popup is painted, in the examples of the built-in pack."""
    return _popup(homes, "popup", "Key typed until its popup is painted")


def popup_check(homes: Homes) -> list[Figure]:
    """The same, while a pack is being checked by other processes."""
    what = "Key typed until its popup is painted, while a pack is checked"
    return _popup(homes, "popup-check", what, "check")


def _popup(homes: Homes, row: str, what: str, *how: str) -> list[Figure]:
    with homes.used() as home:
        got = measured("popup_latency.py", str(_WORDS), *how, home=home, patience=_PATIENCE)
    seconds = got["seconds"]
    dots = [each for each, is_dot in zip(seconds, got["dots"], strict=True) if is_dot]
    most, most_late = _LIMITS[row]
    detail = (
        f"{len(seconds)} words, of {got['nothing']} more nothing was offered;"
        f" the {len(dots)} dots alone {spread(dots)}"
    )
    late = f"at most {max(seconds):.3f} s; the dots alone {_late(dots):.3f} s"
    return [
        Figure(row, what, middle(seconds), "s", most, detail),
        Figure(row, "  95 of 100 keys", _late(seconds), "s", most_late, late),
    ]


def first_completion(homes: Homes) -> list[Figure]:
    """The first completion after a start, on a lesson with FastAPI; then on a new machine."""
    with tempfile.TemporaryDirectory(prefix="groundwork-bench-") as folder:
        pack = write_fastapi_pack(Path(folder) / "pack")
        with homes.used() as home:
            newest = _first(home, pack, "0")
            at_once, later = ([_first(home, pack, wait) for _ in range(_FIRSTS)] for wait in _WAITS)
    row, what = "first-completion", "First completion of a start, on a lesson with FastAPI"
    later_seconds = [one["seconds"] for one in later]
    seconds = [one["seconds"] for one in at_once]
    keys = [one["key"] for one in (*at_once, *later)]
    detail = f"{spread(later_seconds)}; begun {_WAITS[1]} s after the lesson was there"
    return [
        Figure(row, what, middle(later_seconds), "s", _FIRST, detail),
        Figure(row, "  begun at once", middle(seconds), "s", _FIRST, spread(seconds)),
        Figure(row, "  worst key meanwhile", middle(keys), "s", None, spread(keys)),
        Figure(row, "  begun at once on a new machine", newest["seconds"], "s", None, "one start"),
    ]


def _first(home: Path, pack: Path, wait: str) -> dict[str, Any]:
    got: dict[str, Any] = measured("first_completion.py", str(pack), wait, home=home)
    return got


def typing(homes: Homes) -> list[Figure]:
    """Keys with code intelligence and without: two windows, in which lines are typed by turns.

    A machine's clock and its other work change from one second to the next; a line in the one
    window and the same line in the other, right after it, see much the same of that.
    """
    ons, offs = [], []
    with (
        homes.used() as home,
        homes.used() as other_home,
        answering("typing_load.py", "on", home=home) as type_with_help,
        answering("typing_load.py", "off", home=other_home) as type_without,
    ):
        for line in _PROGRAM * _TURNS:
            ons.append(type_with_help(line))
            offs.append(type_without(line))
    pairs = [(middle(on), middle(off)) for on, off in zip(ons, offs, strict=True)]
    ratio = middle([on / off for on, off in pairs])
    on, off = (spread(list(each)) for each in zip(*pairs, strict=True))
    detail = f"medians {on} against {off}, {len(pairs)} lines in each of two windows by turns"
    return [
        Figure("typing", "Keys with all help, against none", ratio, "x", 1.1, detail),
        _told("typing", "  95 of 100 keys with all help", [_late(keys) for keys in ons]),
    ]


def worker_memory(homes: Homes) -> list[Figure]:
    """The memory of the language worker in an hour of use."""
    del homes
    got = measured("worker_memory.py", str(_QUESTIONS), patience=_PATIENCE)
    detail = (
        f"{got['asked']} questions about six libraries in turn, {got['refused']} without an answer;"
        f" {got['workers']} workers, {got['replaced']} of them replaced while they went on;"
        f" {got['sum']:.1f} MB at most of two together"
    )
    what = "The language worker in an hour of use, at most"
    return [Figure("worker-memory", what, got["most"], "MB", _MEMORY, detail)]


def _late(values: Sequence[float]) -> float:
    """What 95 of 100 values are not above."""
    return sorted(values)[round(_PART * (len(values) - 1))]


def _told(row: str, what: str, seconds: list[float]) -> Figure:
    return Figure(row, what, middle(seconds), "s", None, spread(seconds))


def completion(homes: Homes) -> list[Figure]:
    """Names that completion does not put among the first five, out of those that were deleted."""
    del homes
    rows = measured("first_five.py", str(_NAMES), patience=_PATIENCE)
    ours, jedi = _missed(rows, "ours"), _missed(rows, "jedi")
    attributes = [row for row in rows if row["is_attribute"]]
    detail = (
        f"{len(rows)} names, {len(attributes)} of them attributes; plain Jedi {jedi:.1f} %;"
        f" of attributes {_missed(attributes, 'ours'):.1f} %, plain Jedi"
        f" {_missed(attributes, 'jedi'):.1f} %; answered in"
        f" {spread([1000 * row['seconds'] for row in rows], 'ms')}"
    )
    what = "Right completion not among the first five"
    return [
        Figure("completion", what, ours, "%", min(_MOST_MISSED, jedi), detail),
        _told_missed("  where the program ends at the cursor", rows, "cut_off"),
        _told_missed("  where nothing of the name is typed", rows, "untyped"),
    ]


def _missed(rows: list[dict[str, Any]], name: str) -> float:
    return 100 * sum(not 1 <= row[name] <= _PLACES for row in rows) / len(rows)


def _told_missed(what: str, rows: list[dict[str, Any]], name: str) -> Figure:
    return Figure("completion", what, _missed(rows, name), "%", None, f"{len(rows)} names")
