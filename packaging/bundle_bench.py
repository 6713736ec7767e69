"""The figures of a bundle: its sizes, and its speed against the application from its source.

    bundle_bench.py BUNDLE [FILE.deb]

Both are started by turns on one display and driven by real keys from outside, in the same way.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median

from bundling.sizes import size_of, table
from smoke.place import Place, SmokeError, wait_for
from smoke.window import Window, opened
from smoke_test import display

_STARTS = 12
_RUNS = 15
_MIB, _MEGABYTE = 1024 * 1024, 1_000_000
_LOOK = 0.005
_STAMP = "import time\nopen({result!r}, 'w').write(repr(time.time()))\n"


def main() -> int:
    """Measure and print everything; 0 if every limit is kept, otherwise 1."""
    parser = argparse.ArgumentParser(description="Measure a bundle.")
    parser.add_argument("bundle", type=Path)
    parser.add_argument("package", type=Path, nargs="?")
    asked = parser.parse_args()
    bundle: Path = asked.bundle.resolve()
    print(table(bundle.iterdir(), bundle) + "\n")
    are_kept = [_row("installed", size_of(bundle) / _MIB, 260, "MiB")]
    if asked.package:
        are_kept.append(_row("download", size_of(asked.package) / _MEGABYTE, 65, "MB"))
    source = Path(sys.executable).with_name("groundwork")
    with display(), tempfile.TemporaryDirectory(prefix="groundwork-bench-") as folder:
        frozen, plain = (_place(one, Path(folder, name)) for one, name in (
            (bundle / "groundwork", "frozen"), (source, "source"),
        ))  # fmt: skip
        starts = [(_start(frozen), _start(plain)) for _ in range(_STARTS)]
        are_kept.append(_ratio("start until the window shows, frozen against source", starts, 1.0))
        with opened(frozen) as one:
            ours = _runs(one)
        with opened(plain) as other:
            theirs = _runs(other)
        pairs = list(zip(ours, theirs, strict=True))
        are_kept.append(_ratio("F5 until the program runs, frozen against source", pairs, 1.05))
    return 0 if all(are_kept) else 1


def _place(program: Path, folder: Path) -> Place:
    home, scratch = folder / "home", folder / "scratch"
    for one in (home, scratch):
        one.mkdir(parents=True)
    return Place(
        str(program), str(home), str(scratch), variables={"GROUNDWORK_HOME": f"{home}/state"}
    )


def _start(place: Place) -> float:
    """Seconds from the start of the process until its window can be seen."""
    began = time.monotonic()
    process = subprocess.Popen(place.command(), stderr=subprocess.DEVNULL)
    search = ["xdotool", "search", "--onlyvisible", "--name", "Groundwork$"]
    while subprocess.run(search, capture_output=True, check=False).returncode:
        if process.poll() is not None:
            raise SmokeError(f"{place.program} ended before its window showed")
        time.sleep(_LOOK)
    took = time.monotonic() - began
    process.terminate()
    process.wait()
    while not subprocess.run(search, capture_output=True, check=False).returncode:
        time.sleep(_LOOK)  # its window goes when the display has noticed
    return took


def _runs(window: Window) -> list[float]:
    """Seconds from the key until the program's first statement, of several runs."""
    name, taken = "stamp.txt", []
    result = f"{window.place.scratch}/{name}"
    window.run("stamp.py", _STAMP.format(result=result))
    for _ in range(_RUNS):
        wait_for(lambda: window.place.read(name), "the program")
        Path(result).unlink()
        time.sleep(1.0)  # the next child is started ahead of time meanwhile
        pressed = time.time()
        window.press("F5")
        wait_for(lambda: window.place.read(name), "the program")
        taken.append(float(window.place.read(name)) - pressed)
    return taken


def _ratio(what: str, pairs: list[tuple[float, float]], limit: float) -> bool:
    ours, theirs = ([pair[index] for pair in pairs] for index in (0, 1))
    print(f"  {median(ours):.3f} s ({min(ours):.3f} to {max(ours):.3f}) against", end=" ")
    print(f"{median(theirs):.3f} s ({min(theirs):.3f} to {max(theirs):.3f})")
    return _row(what, median(ours) / median(theirs), limit, "x")


def _row(what: str, value: float, limit: float, unit: str) -> bool:
    is_kept = value <= limit
    verdict = "kept" if is_kept else "MISSED"
    print(f"{what}: {value:.2f} {unit}, at most {limit} {unit}: {verdict}", flush=True)
    return is_kept


if __name__ == "__main__":
    sys.exit(main())
