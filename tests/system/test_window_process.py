"""The window as its user has it: a process that is typed into, killed and started again."""

from __future__ import annotations

import signal
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import psutil
import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from .window import WindowProcess

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="xdotool types on X11 alone")

Start = Callable[..., WindowProcess]

NOTES_ITSELF = """\
import os, time
open("pid", "w").write(str(os.getpid()))
time.sleep(600)"""


@pytest.fixture
def start(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[Start]:
    """Starts the application; arguments and environment may be given."""
    del qapp  # whose clipboard and eyes are used
    started: list[WindowProcess] = []

    def start_one(*arguments: str, **environment: str) -> WindowProcess:
        started.append(WindowProcess(qtbot, tmp_path, arguments, environment))
        return started[-1]

    yield start_one
    for window in started:
        window.end()


def draft(home: Path, lesson: str = "welcome", example: str = "first-run") -> Path:
    return home / "data" / "drafts" / "python-backend" / lesson / example / "work"


def wait_for_welcome(window: WindowProcess) -> None:
    window.wait(lambda: window.title == "Welcome - Groundwork")
    window.wait(lambda: "visitors" in window.code)


def test_it_starts_with_welcome_takes_keys_and_closes_quietly(start: Start, tmp_path: Path) -> None:
    window = start()
    wait_for_welcome(window)
    window.write("open('seen', 'w').write('it ran')")
    window.press("F5")
    seen = draft(tmp_path / "home") / "seen"
    window.wait(lambda: seen.exists() and seen.read_text() == "it ran")
    assert not window.has_banner()
    assert window.close() == 0
    assert window.complaints == ""


def test_what_was_typed_survives_kill_9(start: Start, tmp_path: Path) -> None:
    window = start()
    wait_for_welcome(window)
    window.write("typed = 'before the end'")
    file = draft(tmp_path / "home") / "main.py"
    window.wait(lambda: file.read_text() == "typed = 'before the end'")
    window.process.kill()
    window.process.wait()
    window = start()
    window.wait(lambda: window.title == "Welcome - Groundwork")
    window.wait(lambda: window.code == "typed = 'before the end'")
    assert not window.has_banner()
    assert window.close() == 0
    assert window.complaints == ""


def test_two_windows_work_on_one_draft(start: Start) -> None:
    left = start()
    wait_for_welcome(left)
    right = start()
    wait_for_welcome(right)
    left.write("from the left")
    right.wait(lambda: right.code == "from the left")
    right.press("ctrl+End")
    right.type(", then right")
    left.wait(lambda: left.code == "from the left, then right")
    for window in (left, right):
        assert not window.has_banner()
        assert window.close() == 0
    assert left.complaints == ""


@pytest.mark.parametrize(
    "environment",
    [
        {"GROUNDWORK_HOME": "/proc/groundwork"},
        {"GROUNDWORK_HOME": "", "HOME": "/proc", "XDG_DATA_HOME": "", "XDG_CACHE_HOME": ""},
        {"GROUNDWORK_HOME": "/dev/null/home"},
    ],
    ids=["read-only", "no home", "a file"],
)
def test_without_a_place_to_write_there_is_a_banner_and_programs_run(
    start: Start, tmp_path: Path, environment: dict[str, str]
) -> None:
    window = start(**environment, TMPDIR=str(tmp_path))
    wait_for_welcome(window)
    window.wait(window.has_banner)
    seen = tmp_path / "seen"
    window.write(f"open('{seen}', 'w').write('it ran')")
    window.press("F5")
    window.wait(lambda: seen.exists() and seen.read_text() == "it ran")
    assert window.close() == 0
    assert window.complaints == ""


def write_pack(folder: Path, manifest: str) -> Path:
    (folder / "part").mkdir(parents=True)
    (folder / "pack.toml").write_text(manifest)
    lesson = "---\ntitle: Rivers\n---\n\n```python example id=one\nprint('river')\n```\n"
    (folder / "part" / "rivers.md").write_text(lesson)
    return folder


GOOD = """\
format = 1
id = "waters"
title = "Waters"
version = "1.0.0"

[[chapters]]
id = "part"
title = "Part"
lessons = ["rivers"]
"""


def test_a_pack_may_be_named_on_the_command_line(start: Start, tmp_path: Path) -> None:
    window = start(str(write_pack(tmp_path / "my pack é", GOOD)))
    window.wait(lambda: window.title == "Rivers - Groundwork")
    window.wait(lambda: window.code == "print('river')\n")
    assert not window.has_banner()
    assert window.complaints == ""


def test_a_broken_pack_opens_with_a_banner(start: Start, tmp_path: Path) -> None:
    window = start(str(write_pack(tmp_path / "broken", GOOD[: GOOD.index("[[") + 20])))
    window.wait(lambda: window.title == "Rivers - Groundwork")
    window.wait(window.has_banner)
    assert window.complaints == ""


@pytest.mark.parametrize("name", ["empty", "missing", "file.txt"])
def test_what_is_no_pack_leaves_the_rest_usable(start: Start, tmp_path: Path, name: str) -> None:
    (tmp_path / "empty").mkdir()
    (tmp_path / "file.txt").write_text("text")
    window = start(str(tmp_path / name))
    window.wait(window.has_warning)
    window.press("ctrl+shift+f")
    window.type("welcome")
    window.press("Return")
    wait_for_welcome(window)
    assert window.complaints == ""


def process_of_program(window: WindowProcess, home: Path) -> psutil.Process:
    wait_for_welcome(window)
    window.write(NOTES_ITSELF)
    window.press("F5")
    file = draft(home) / "pid"
    window.wait(lambda: file.exists() and file.read_text())
    return psutil.Process(int(file.read_text()))


@pytest.mark.parametrize("signal_number", [signal.SIGTERM, signal.SIGKILL, signal.SIGINT])
def test_a_window_that_is_ended_takes_its_program_with_it(
    start: Start, tmp_path: Path, signal_number: signal.Signals
) -> None:
    window = start()
    program = process_of_program(window, tmp_path / "home")
    tree = psutil.Process(window.process.pid).children(recursive=True)
    assert program in tree
    window.process.send_signal(signal_number)
    window.process.wait()
    _, alive = psutil.wait_procs(tree, 30)
    assert alive == []


def test_a_window_that_is_closed_takes_its_program_with_it(start: Start, tmp_path: Path) -> None:
    window = start()
    process_of_program(window, tmp_path / "home")
    tree = psutil.Process(window.process.pid).children(recursive=True)
    assert window.close() == 0
    _, alive = psutil.wait_procs(tree, 30)
    assert alive == []
    assert window.complaints == ""
