"""Windows: what starting and interrupting a child needs there."""

from __future__ import annotations

import ctypes
import sys

assert sys.platform == "win32"  # noqa: S101 - type checkers know by this where they are

_EVENT_MODIFY_STATE = 0x0002

RUNNING_NAME = "groundwork-running"
"""The name of a mutex that there is as long as a window is open; the uninstaller looks for it."""


def raise_interrupt(process_id: int) -> None:
    """Set the event by which a child interrupts itself; nothing happens where there is none.

    Console control events would need a console shared with the program, which a window has not.
    """
    kernel = ctypes.WinDLL("kernel32", use_last_error=True)
    kernel.OpenEventW.restype = ctypes.c_void_p
    event = kernel.OpenEventW(_EVENT_MODIFY_STATE, False, f"groundwork-interrupt-{process_id}")
    if event:
        kernel.SetEvent(ctypes.c_void_p(event))
        kernel.CloseHandle(ctypes.c_void_p(event))


def has_console() -> bool:
    """Whether this process has a console, which its children then write to."""
    kernel = ctypes.WinDLL("kernel32")
    kernel.GetConsoleWindow.restype = ctypes.c_void_p
    return bool(kernel.GetConsoleWindow())


def forget_library_folder() -> None:
    """Let our children look for libraries where every program does.

    For us the folder of the bundle comes first, and it would for them: they would find libraries
    of another Python.
    """
    ctypes.WinDLL("kernel32").SetDllDirectoryW(None)


def mark_as_running() -> None:
    """Let the uninstaller see that a window is open; the mark goes with this process."""
    kernel = ctypes.WinDLL("kernel32")
    kernel.CreateMutexW.restype = ctypes.c_void_p
    for name in (RUNNING_NAME, f"Global\\{RUNNING_NAME}"):  # for this session, and for others
        kernel.CreateMutexW(None, False, name)
