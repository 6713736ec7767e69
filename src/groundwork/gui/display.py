"""Says in one sentence why no window can be shown; Qt says it in six, and ends with a crash."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler

from groundwork import paths

_PLATFORM = "QT_QPA_PLATFORM"
_DISPLAYS = ("WAYLAND_DISPLAY", "DISPLAY")
_NO_PLUGIN = "Could not find the Qt platform plugin"
_REFUSED = 1


@contextmanager
def display_is_needed() -> Iterator[None]:
    """Inside, Qt looks for a display; where it finds none, the process ends with a sentence.

    What Qt complains of meanwhile is printed only if it finds one after all.
    """
    complaints: list[str] = []

    def hear(kind: QtMsgType, context: QMessageLogContext, message: str | None) -> None:
        del context
        if kind == QtMsgType.QtFatalMsg:
            is_damaged = any(_NO_PLUGIN in one for one in complaints) or _lacks_libraries()
            sys.stderr.write(f"{why_no_window(os.environ, sys.platform, is_damaged=is_damaged)}\n")
            sys.stderr.flush()
            os._exit(_REFUSED)  # Qt aborts when this returns
        complaints.append(message or "")

    before = qInstallMessageHandler(hear)
    try:
        yield
    finally:
        qInstallMessageHandler(before)
    for complaint in complaints:
        sys.stderr.write(f"{complaint}\n")


def _lacks_libraries() -> bool:
    """Whether a library is gone from the bundle; Qt names none that its part for displays needs."""
    from groundwork.contents import is_any_missing  # noqa: PLC0415 - where there is no window

    try:
        return paths.is_bundled() and is_any_missing(paths.bundle_folder(), "_internal/")
    except OSError:
        return False


def why_no_window(
    environment: Mapping[str, str], platform: str, *, is_damaged: bool = False
) -> str:
    """The sentence for a person, by what the environment says on the system `platform`.

    `is_damaged` says that Qt has not found its part for displays, or not what that needs.
    """
    chosen = environment.get(_PLATFORM, "")
    if chosen:
        return (
            f"No window can be shown: the variable {_PLATFORM} asks for “{chosen}”, which does not"
            " work here. Remove the variable, and start Groundwork again."
        )
    if is_damaged:
        return (
            "No window can be shown: the part of Groundwork that shows it is missing. Please"
            " install Groundwork again."
        )
    if not platform.startswith("linux"):
        return "No window can be shown here. Start Groundwork from a session with a screen."
    named = next((name for name in _DISPLAYS if environment.get(name)), "")
    if not named:
        return (
            "There is no display to show a window on: neither WAYLAND_DISPLAY nor DISPLAY is set."
            " Start Groundwork from a graphical session; the commands work without one, see"
            " groundwork --help."
        )
    return (
        f"No window can be shown on the display “{environment[named]}” that {named} names: nobody"
        " answers there, or not to you. Start Groundwork from your own graphical session."
    )
