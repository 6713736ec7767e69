"""How much memory this process takes, and its end when that is too much."""

from __future__ import annotations

import os
import sys
import threading

MOST = 250_000_000
"""Bytes that a worker may take; one that takes more ends, and the window starts another."""

_LOOK = 0.1
"""Seconds between two looks while a question is being answered."""


if sys.platform == "linux":

    def memory_in_use() -> int:
        """Bytes of this process in memory."""
        with open("/proc/self/statm", "rb") as file:  # noqa: PTH123 - many times a second
            return int(file.read().split()[1]) * os.sysconf("SC_PAGE_SIZE")

elif sys.platform == "win32":
    import ctypes
    from ctypes import wintypes

    class _Counters(ctypes.Structure):
        """PROCESS_MEMORY_COUNTERS, as the documentation of psapi.h has it."""

        _fields_ = (
            ("cb", wintypes.DWORD),
            ("PageFaultCount", wintypes.DWORD),
            ("PeakWorkingSetSize", ctypes.c_size_t),
            ("WorkingSetSize", ctypes.c_size_t),
            ("QuotaPeakPagedPoolUsage", ctypes.c_size_t),
            ("QuotaPagedPoolUsage", ctypes.c_size_t),
            ("QuotaPeakNonPagedPoolUsage", ctypes.c_size_t),
            ("QuotaNonPagedPoolUsage", ctypes.c_size_t),
            ("PagefileUsage", ctypes.c_size_t),
            ("PeakPagefileUsage", ctypes.c_size_t),
        )

    def memory_in_use() -> int:
        """Bytes of this process in memory; 0 where the system does not tell."""
        kernel = ctypes.WinDLL("kernel32")
        kernel.GetCurrentProcess.restype = wintypes.HANDLE
        ask = kernel.K32GetProcessMemoryInfo
        ask.argtypes = (wintypes.HANDLE, ctypes.POINTER(_Counters), wintypes.DWORD)
        counters = _Counters(cb=ctypes.sizeof(_Counters))
        ask(kernel.GetCurrentProcess(), ctypes.byref(counters), counters.cb)
        return int(counters.WorkingSetSize)

else:
    import resource

    def memory_in_use() -> int:
        """The most bytes of this process that were ever in memory; macOS tells no more."""
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss


class MemoryWatch:
    """Ends the process where it grows beyond all measure while a question is being answered.

    Used as a context, once for each question.
    """

    def __init__(self, most: int = MOST) -> None:
        self._most = most
        self._is_busy = threading.Event()
        threading.Thread(target=self._watch, daemon=True).start()

    def __enter__(self) -> None:
        """A question is being answered."""
        self._is_busy.set()

    def __exit__(self, *reason: object) -> None:
        """None is any more."""
        self._is_busy.clear()

    def _watch(self) -> None:
        pause = threading.Event()
        while True:
            self._is_busy.wait()
            pause.wait(_LOOK)
            if memory_in_use() > self._most:
                os._exit(1)
