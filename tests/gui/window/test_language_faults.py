"""Whatever becomes of the language worker, nobody who types notices more than a missing popup."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Iterator
from pathlib import Path

import psutil
import pytest
from PySide6.QtWidgets import QWidget

from groundwork import paths
from groundwork.gui.faults import FaultLog
from groundwork.gui.language import process
from groundwork.gui.language.completion.popup import CompletionPopup

from .conftest import OpenOn
from .lessons import example
from .processes import is_running
from .seat import ALT, CTRL, Key, Seat

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such signals")

PRICES = "prices = []\nprices."


@pytest.fixture(autouse=True)
def faults(tmp_path: Path) -> Iterator[None]:
    """What goes wrong in a slot would be logged and told in a banner: here it fails the test."""
    told: list[str] = []
    log = FaultLog(tmp_path / "faults.log", told.append)
    log.install()
    yield
    sys.excepthook = sys.__excepthook__
    assert told == [], (tmp_path / "faults.log").read_text(encoding="utf-8")


def popup(seat: Seat) -> QWidget | None:
    """The list of what may be meant, if there is one to be seen."""
    found = seat.window.findChild(CompletionPopup)
    return found if found is not None and found.isVisible() else None


def worker_of(seat: Seat) -> int:
    seat.wait(lambda: seat.app.language.worker.process_id)
    return seat.app.language.worker.process_id


def is_helped(seat: Seat, name: str) -> None:
    """Whether what is typed from now on is completed, for a name of its own."""
    seat.write(f"{name} = []\n{name}.")
    seat.wait(lambda: popup(seat))
    seat.press(Key.Key_Escape)


def test_a_killed_worker_costs_a_popup_and_the_next_word_has_one(open_on: OpenOn) -> None:
    seat = open_on(example("count", "print(1)"))
    is_helped(seat, "before")
    first = worker_of(seat)
    os.kill(first, signal.SIGKILL)
    is_helped(seat, "after")
    assert worker_of(seat) != first
    assert seat.code == "after = []\nafter."


def test_keys_go_on_while_the_worker_hangs(
    open_on: OpenOn, monkeypatch: pytest.MonkeyPatch
) -> None:
    seat = open_on(example("count", "print(1)"))
    is_helped(seat, "before")
    seat.wait(lambda: seat.app.language.worker.is_idle)
    hung = psutil.Process(worker_of(seat))
    hung.suspend()
    monkeypatch.setattr(process, "_PATIENCE", 200)
    seat.write(PRICES)
    seat.type("append")
    assert seat.code == f"{PRICES}append"
    assert popup(seat) is None
    seat.wait(lambda: seat.app.language.worker.process_id != hung.pid)
    monkeypatch.setattr(process, "_PATIENCE", 8000)
    seat.wait(lambda: not is_running(hung.pid))
    is_helped(seat, "after")


def test_a_worker_that_is_killed_again_and_again_disturbs_nobody(open_on: OpenOn) -> None:
    seat = open_on(example("count", "print(1)"))
    text = "".join(f"number{number} = {number}\n" for number in range(12))
    seat.write("")
    for line in text.splitlines(keepends=True):
        if seat.app.language.worker.process_id:
            os.kill(seat.app.language.worker.process_id, signal.SIGKILL)
        seat.type(line.rstrip("\n"))
        seat.press(Key.Key_Escape)
        seat.press(Key.Key_Return)
    assert seat.code == text


@pytest.mark.parametrize("missing", ["runtime_folder", "language_libraries_folder"])
def test_without_a_worker_code_is_written_as_ever(
    open_on: OpenOn, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, missing: str
) -> None:
    monkeypatch.setattr(paths, missing, lambda: tmp_path / "nowhere")
    seat = open_on(example("count", "print(1)"))
    seat.write(PRICES)
    seat.type("append(1)\nprint(prices)")
    assert seat.code == f"{PRICES}append(1)\nprint(prices)"
    assert popup(seat) is None
    assert not seat.banner


HARD = {
    "null bytes": "a\0b = '\0'\n" * 50,
    "deep brackets": "x = " + "(" * 3000 + ")" * 3000 + "\n",
    "deep lists without an end": "[" * 5000 + "\n",
    "deep blocks": "".join(f"{' ' * depth}if x:\n" for depth in range(150)),
    "deep strings": "f'{" * 200 + "\n",
    "long chain": "x" + ".y" * 20000 + "\n",
    "long sum": "x = " + "+".join("1" * 20000) + "\n",
    "an error on every line": "def (:\n  = =\n\tif )\n" * 700,
    "indentation without sense": "".join(f"{' ' * (number % 7)}x\n" for number in range(2000)),
    "surrogates and signs": "é中🙂 = '\u202e\ufeff'\n\u2028\u2029\x0c\x0b\n" * 40,
    "carriage returns": "a = 1\r\rb = 2\n\r" * 50,
    "100,000 lines": "x = 1\n" * 100_000,
    "one line of 200,000": "x = '" + "y" * 200_000 + "'\n",
    "itself": "from main import *\nimport main\nmain.main.main.x = main\n" * 20,
    "types without end": "x = []\n" + "x = [x, x, (x, x), {x: x}]\n" * 200,
    "functions that call each other": "".join(
        f"def f{n}(a):\n    return f{(n + 1) % 60}(f{(n + 7) % 60}(a))\n" for n in range(60)
    ),
    "imports of what is not there": "".join(f"import missing{n}\n" for n in range(300)),
}


@pytest.mark.parametrize("text", HARD.values(), ids=HARD)
def test_hard_texts_are_typed_into_like_any_other(
    open_on: OpenOn, text: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(process, "_PATIENCE", 1500)
    seat = open_on(example("count", "print(1)"))
    seat.press(Key.Key_E, ALT)
    address = seat.app.editor.example
    assert address is not None
    seat.app.editor.replace_text(address, "main.py", text)
    before = seat.code
    seat.press(Key.Key_Home, CTRL)
    seat.type("so")
    seat.press(Key.Key_Space, CTRL)
    seat.press(Key.Key_Escape)
    seat.press(Key.Key_End, CTRL)
    seat.type("name")
    seat.press(Key.Key_Escape)
    assert seat.code == f"so{before}name"
    seat.press(Key.Key_Z, CTRL, times=12)
    assert seat.code == "print(1)\n"
    is_helped(seat, "after")
