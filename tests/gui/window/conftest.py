"""Opens windows, on packs of a test's own or on the built-in one, and closes them cleanly."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Protocol

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from groundwork import paths
from groundwork.gui.run.child import ChildProcess
from groundwork.gui.shell import Shell

from .lessons import FENCE, write_pack
from .seat import Seat

Size = tuple[int, int]


class OpenWindow(Protocol):
    """Opens a window; `early` is typed before it is complete, then `target` is opened in it."""

    def __call__(
        self, target: Path | None = None, size: Size | None = None, early: str = ""
    ) -> Seat: ...


class OpenOn(Protocol):
    """Opens a window on the lessons given, and waits for the first example."""

    def __call__(self, lessons: str | Mapping[str, str], size: Size | None = None) -> Seat: ...


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder in which this user's files are kept."""
    folder = tmp_path / "home"
    monkeypatch.setenv(paths.HOME_VARIABLE, str(folder))
    monkeypatch.setenv(paths.SYSTEM_PACKS_VARIABLE, str(tmp_path / "system-packs"))
    return folder


@pytest.fixture
def open_window(
    qtbot: QtBot, qapp: QApplication, home: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[OpenWindow]:
    """Opens a window on the built-in pack."""
    del home  # which folder it is, the window finds out by itself
    monkeypatch.setattr("groundwork.gui.closing.PATIENCE", 30.0)  # the disk may be busy
    seats: list[Seat] = []

    def open_one(target: Path | None = None, size: Size | None = None, early: str = "") -> Seat:
        shell = Shell(qapp, paths.user_folders())
        if size is not None:
            shell.window.setGeometry(20, 20, *size)
        seats.append(Seat(qtbot, shell, target, early))
        return seats[-1]

    qapp.setQuitOnLastWindowClosed(False)
    yield open_one
    for seat in seats:
        seat.leave()
    qtbot.waitUntil(lambda: not qapp.findChildren(ChildProcess))


@pytest.fixture
def open_on(open_window: OpenWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> OpenOn:
    """Opens a window on a small pack in the place of the built-in one.

    The first argument is the body of its first lesson, or all bodies by chapter and lesson id.
    """
    built_in = tmp_path / "lessons"
    monkeypatch.setattr(paths, "built_in_packs_folder", lambda: built_in)

    def open_one(lessons: str | Mapping[str, str], size: Size | None = None) -> Seat:
        bodies = {"one/first": lessons} if isinstance(lessons, str) else lessons
        write_pack(built_in / "small", bodies)
        has_example = FENCE in next(iter(bodies.values()))
        seat = open_window(size=size)
        seat.wait(lambda: seat.lesson and (seat.example or not has_example))
        return seat

    return open_one
