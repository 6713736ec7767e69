"""Windows: the interrupt, by the event that the child's process waits for."""

from __future__ import annotations

import ctypes
import sys

assert sys.platform == "win32"  # noqa: S101 - type checkers know by this where they are

_EVENT_MODIFY_STATE = 0x0002


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
