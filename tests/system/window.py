"""The window as a process of its own, on a real display, with the keys of a real keyboard."""

from __future__ import annotations

import ctypes
import os
import subprocess
import sys
from collections.abc import Callable, Mapping
from contextlib import suppress
from pathlib import Path

import psutil
from PySide6.QtGui import QColor, QGuiApplication
from pytestqt.exceptions import TimeoutError as QtTimeoutError
from pytestqt.qtbot import QtBot

from groundwork.gui.theme import LIGHT
from groundwork.paths import HOME_VARIABLE

PATIENCE = 20_000
"""Milliseconds before a test gives up waiting: machines may be busy."""

_ANSWER = 500
"""Milliseconds in which a window that has taken a key has answered it."""

_SIGN_WIDTH = 3
_LONGS = 24


class WindowProcess:
    """One start of the application; what is typed goes to it alone."""

    def __init__(
        self,
        qtbot: QtBot,
        folder: Path,
        arguments: tuple[str, ...] = (),
        environment: Mapping[str, str] | None = None,
    ) -> None:
        """Start it and wait for its window; its files are in `folder`."""
        self._qtbot = qtbot
        self._errors = folder / "errors"
        usual = {HOME_VARIABLE: str(folder / "home"), "QT_QPA_PLATFORM": "xcb"}
        with self._errors.open("ab") as errors:
            self.process = subprocess.Popen(
                [sys.executable, "-m", "groundwork", *arguments],
                env={**os.environ, **usual, **(environment or {})},
                stdout=errors,
                stderr=errors,
                cwd=folder,
            )
        self.window = self._window()

    @property
    def title(self) -> str:
        """What the frame of the window says."""
        return _xdotool("getwindowname", self.window).strip()

    @property
    def complaints(self) -> str:
        """What it has written where nobody looks: warnings, tracebacks."""
        return self._errors.read_text(encoding="utf-8")

    @property
    def code(self) -> str:
        """What stands in the editor, by way of the clipboard; empty while there is no editor."""
        clipboard = QGuiApplication.clipboard()
        clipboard.clear()
        self.press("alt+e", "ctrl+a", "ctrl+c", "Left")
        with suppress(QtTimeoutError):
            self._qtbot.waitUntil(lambda: bool(clipboard.text()), timeout=_ANSWER)
        return clipboard.text()

    def has_banner(self) -> bool:
        """Whether a strip in the colour of warnings is at the left edge of the window."""
        return self._warning_pixels(range(_SIGN_WIDTH)) > 0

    def has_warning(self) -> bool:
        """Whether anything in the window is marked in the colour of warnings."""
        return self._warning_pixels(range(0, 1000, _SIGN_WIDTH - 1)) > _SIGN_WIDTH

    def _warning_pixels(self, columns: range) -> int:
        picture = QGuiApplication.primaryScreen().grabWindow(int(self.window)).toImage()
        colour = QColor(LIGHT.warn).rgb()
        rows = range(0, picture.height() // 2, _SIGN_WIDTH)
        return sum(picture.pixel(x, y) == colour for x in columns for y in rows)

    def press(self, *keys: str) -> None:
        """Press keys, in the spelling of xdotool."""
        self._focus()
        _xdotool("key", "--delay", "15", *keys)

    def type(self, text: str) -> None:
        """Type text, with the Enter key between its lines."""
        self._focus()
        first, *others = text.split("\n")
        _xdotool("type", "--delay", "5", "--", first)
        for line in others:
            _xdotool("key", "Return", "type", "--delay", "5", "--", line)

    def write(self, text: str) -> None:
        """Put `text` into the editor in place of everything there."""
        self.press("alt+e", "ctrl+a", "Delete")
        self.type(text)

    def wait(self, condition: Callable[[], object]) -> None:
        """Wait until the condition holds."""
        self._qtbot.waitUntil(lambda: bool(condition()), timeout=PATIENCE)

    def close(self) -> int:
        """Ask the window to close, as its frame does; the exit code."""
        _send_close_message(int(self.window))
        return self.process.wait(PATIENCE / 1000)

    def end(self) -> None:
        """See to it that nothing is left."""
        if self.process.poll() is not None:
            return
        tree = psutil.Process(self.process.pid).children(recursive=True)
        self.process.kill()
        self.process.wait()
        psutil.wait_procs(tree, PATIENCE / 1000)

    def _window(self) -> str:
        found: list[str] = []

        def is_there() -> bool:
            assert self.process.poll() is None, self.complaints
            search = (
                "search",
                "--all",
                "--onlyvisible",
                "--pid",
                str(self.process.pid),
                "--name",
                ".",
            )
            found[:] = _xdotool(*search, may_fail=True).split()
            return bool(found)

        self.wait(is_there)
        return found[-1]

    def _focus(self) -> None:
        _xdotool("windowraise", self.window, "windowfocus", "--sync", self.window)


def _xdotool(*arguments: str, may_fail: bool = False) -> str:
    ended = subprocess.run(
        ["xdotool", *arguments],
        check=not may_fail,
        capture_output=True,
        encoding="utf-8",
        timeout=PATIENCE / 1000,
    )
    return ended.stdout


def _send_close_message(window: int) -> None:
    """Send WM_DELETE_WINDOW, which a window manager does when its button is pressed."""
    library = ctypes.CDLL("libX11.so.6")
    library.XOpenDisplay.restype = ctypes.c_void_p
    display = ctypes.c_void_p(library.XOpenDisplay(None))
    protocols = library.XInternAtom(display, b"WM_PROTOCOLS", 0)
    delete = library.XInternAtom(display, b"WM_DELETE_WINDOW", 0)
    message = (ctypes.c_long * _LONGS)(33, 0, 1, 0, window, protocols, 32, delete)
    library.XSendEvent(display, ctypes.c_ulong(window), 0, 0, message)
    library.XCloseDisplay(display)
