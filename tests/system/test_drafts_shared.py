"""Two windows that save the same draft again and again lose none of each other's texts."""

from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

from groundwork.learner.drafts import DraftStore
from groundwork.packs.model import ExampleAddress, SourceFile

ADDRESS = ExampleAddress("python", "lists", "grows")
FILES = (SourceFile("main.py", "author's"),)
SAVES = 80
"""Of each window: no more texts in all than the history holds."""

WINDOW = """
import json, sys
from pathlib import Path
from groundwork.learner.drafts import DraftStore
from groundwork.packs.model import ExampleAddress, SourceFile
ADDRESS = ExampleAddress("python", "lists", "grows")
name, shows_others = sys.argv[2], sys.argv[3] == "shows"
store = DraftStore(Path(sys.argv[1]))
store.open(ADDRESS, (SourceFile("main.py", "author's"),))
print("ready", flush=True)
sys.stdin.readline()
for number in range(int(sys.argv[4])):
    other = store.external_change(ADDRESS, "main.py") if shows_others else None
    if other is not None:
        store.adopt(ADDRESS, "main.py", other)
    text = f"{name} {number}"
    result = store.save(ADDRESS, "main.py", text)
    has_given_way = other is not None or result.other_version_kept is not None
    print(json.dumps({"text": text, "has_given_way": has_given_way}), flush=True)
"""


@dataclass(frozen=True)
class Save:
    """One save; `has_given_way` says that the window's text before it was no longer there."""

    text: str
    has_given_way: bool


def saves_of_two_windows(folder: Path, habits: tuple[str, str]) -> list[list[Save]]:
    commands = [
        [sys.executable, "-c", WINDOW, str(folder), f"window{number}", habit, str(SAVES)]
        for number, habit in enumerate(habits)
    ]
    windows = [
        subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        for command in commands
    ]
    for window in windows:
        assert window.stdout is not None
        assert window.stdout.readline() == "ready\n"
    reports = [started(windows[0]), started(windows[1])]
    reports = [start + rest(window) for start, window in zip(reports, windows, strict=True)]
    return [[Save(**json.loads(line)) for line in report.splitlines()] for report in reports]


def started(window: subprocess.Popen[str]) -> str:
    """Let the window begin, and return the report of its first save: so the second meets a text."""
    assert window.stdin is not None
    assert window.stdout is not None
    window.stdin.write("go\n")
    window.stdin.flush()
    return window.stdout.readline()


def rest(window: subprocess.Popen[str]) -> str:
    """Let the window end, and return the rest of its report.

    `communicate` would pass over what has been read ahead with the first line.
    """
    with window:
        assert window.stdout is not None
        report = window.stdout.read()
    assert window.returncode == 0
    return report


def findable_texts(folder: Path) -> set[str]:
    store = DraftStore(folder)
    (file,) = store.open(ADDRESS, FILES).files
    versions = store.versions(ADDRESS)
    return {file.text, *(store.version_texts(ADDRESS, each)["main.py"] for each in versions)}


def check_that_nothing_is_lost(folder: Path, habits: tuple[str, str]) -> None:
    saves = saves_of_two_windows(folder, habits)
    found = findable_texts(folder)
    for of_one_window in saves:
        assert len(of_one_window) == SAVES
        assert of_one_window[-1].text in found
        for before, after in pairwise(of_one_window):
            if after.has_given_way:
                assert before.text in found
    conflicts = [save for of_one_window in saves for save in of_one_window if save.has_given_way]
    assert conflicts


def test_every_text_of_a_window_that_another_replaced_is_in_the_history(tmp_path: Path) -> None:
    check_that_nothing_is_lost(tmp_path, ("ignores", "ignores"))


def test_windows_that_show_each_others_texts_lose_none(tmp_path: Path) -> None:
    check_that_nothing_is_lost(tmp_path, ("shows", "ignores"))
