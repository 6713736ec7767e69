"""How long a file of progress takes to open: an empty one, and one of a million attempts."""

import json
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from groundwork.learner import progress_notes as notes
from groundwork.learner.progress import Progress
from groundwork.learner.progress_file import ProgressFile
from groundwork.learner.progress_notes import Statement
from groundwork.learner.states import ExerciseProgress
from groundwork.packs.addresses import ExampleAddress, LessonAddress

_LESSONS, _EXERCISES, _ATTEMPTS = 5_000, 4, 50
_FAILED, _PASSED = ExerciseProgress(attempts=1), ExerciseProgress(attempts=1, passes=1)


def main() -> None:
    """Print the seconds of every opening, by turns, the attempts and the size in bytes."""
    rounds = int(sys.argv[1])
    with tempfile.TemporaryDirectory(prefix="groundwork-bench-") as folder:
        empty, full = Path(folder) / "empty.sqlite3", Path(folder) / "full.sqlite3"
        ProgressFile(empty).close()
        _fill(full)
        seconds: dict[str, list[float]] = {"empty": [], "full": []}
        for _ in range(rounds):
            seconds["empty"].append(_seconds_to_open(empty))
            seconds["full"].append(_seconds_to_open(full))
        size = full.stat().st_size
    attempts = _LESSONS * _EXERCISES * _ATTEMPTS
    print(json.dumps({**seconds, "attempts": attempts, "size": size}))


def _fill(path: Path) -> None:
    file = ProgressFile(path)
    file.execute(_statements())
    file.close()


def _statements() -> Iterator[Statement]:
    """What notes every attempt, one after the other, the last of each exercise being a pass."""
    for lesson in range(_LESSONS):
        for exercise in range(_EXERCISES):
            address = ExampleAddress("large", f"lesson-{lesson}", f"exercise-{exercise}")
            for attempt in range(_ATTEMPTS):
                is_last = attempt == _ATTEMPTS - 1
                yield from notes.worked(address, _PASSED if is_last else _FAILED)


def _seconds_to_open(path: Path) -> float:
    began = time.perf_counter()
    progress = Progress(path)
    progress.begin(LessonAddress("large", "lesson-1"))
    progress.lessons()
    seconds = time.perf_counter() - began
    progress.close()
    return seconds


main()
