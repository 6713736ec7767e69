"""Windows: a job object for the tree and its memory, and an event for interrupts."""

from __future__ import annotations

import _thread
import ctypes
import os
import signal
import sys
from ctypes import wintypes

assert sys.platform == "win32"  # noqa: S101 - type checkers know by this where they are

_EXTENDED_LIMITS = 9
_KILL_ON_CLOSE = 0x2000
_PROCESS_MEMORY = 0x100
_INFINITE = 0xFFFFFFFF


class _BasicLimits(ctypes.Structure):
    _fields_ = (
        ("PerProcessUserTimeLimit", wintypes.LARGE_INTEGER),
        ("PerJobUserTimeLimit", wintypes.LARGE_INTEGER),
        ("LimitFlags", wintypes.DWORD),
        ("MinimumWorkingSetSize", ctypes.c_size_t),
        ("MaximumWorkingSetSize", ctypes.c_size_t),
        ("ActiveProcessLimit", wintypes.DWORD),
        ("Affinity", ctypes.c_size_t),
        ("PriorityClass", wintypes.DWORD),
        ("SchedulingClass", wintypes.DWORD),
    )


class _ExtendedLimits(ctypes.Structure):
    _fields_ = (
        ("BasicLimitInformation", _BasicLimits),
        ("IoInfo", ctypes.c_uint64 * 6),
        ("ProcessMemoryLimit", ctypes.c_size_t),
        ("JobMemoryLimit", ctypes.c_size_t),
        ("PeakProcessMemoryUsed", ctypes.c_size_t),
        ("PeakJobMemoryUsed", ctypes.c_size_t),
    )


class _Job:
    """The job that this process is in; whatever it starts joins it and dies with it."""

    def __init__(self) -> None:
        self._kernel = ctypes.WinDLL("kernel32", use_last_error=True)
        self._kernel.CreateJobObjectW.restype = wintypes.HANDLE
        self._kernel.GetCurrentProcess.restype = wintypes.HANDLE
        self._kernel.SetInformationJobObject.argtypes = (
            wintypes.HANDLE,
            ctypes.c_int,
            ctypes.c_void_p,
            wintypes.DWORD,
        )
        self._kernel.AssignProcessToJobObject.argtypes = (wintypes.HANDLE, wintypes.HANDLE)
        self._handle = self._kernel.CreateJobObjectW(None, None)
        self.limit(0)
        self._kernel.AssignProcessToJobObject(self._handle, self._kernel.GetCurrentProcess())

    def limit(self, memory: int) -> None:
        """Let no process have more than `memory` bytes; 0: as much as there is."""
        limits = _ExtendedLimits()
        limits.BasicLimitInformation.LimitFlags = _KILL_ON_CLOSE
        if memory:
            limits.BasicLimitInformation.LimitFlags |= _PROCESS_MEMORY
            limits.ProcessMemoryLimit = memory
        self._kernel.SetInformationJobObject(
            self._handle, _EXTENDED_LIMITS, ctypes.byref(limits), ctypes.sizeof(limits)
        )


_jobs: list[_Job] = []


def enter_own_session() -> None:
    """Enter a job of one's own, so that all that the program starts ends with it."""
    _jobs.append(_Job())


def ignore_interrupts() -> None:
    """Nothing comes before `take_interrupts`."""


def take_interrupts() -> None:
    """Let the window's event raise KeyboardInterrupt."""
    signal.signal(signal.SIGINT, signal.default_int_handler)
    kernel = ctypes.WinDLL("kernel32", use_last_error=True)
    kernel.CreateEventW.restype = wintypes.HANDLE
    name = f"groundwork-interrupt-{os.getpid()}"
    event = wintypes.HANDLE(kernel.CreateEventW(None, False, False, name))

    def pass_on_interrupts() -> None:
        while kernel.WaitForSingleObject(event, _INFINITE) == 0:
            signal.raise_signal(signal.SIGINT)

    _thread.start_new_thread(pass_on_interrupts, ())


def limit_memory(amount: int) -> None:
    """Let no process of the program have more than `amount` bytes."""
    _jobs[0].limit(amount)


def lift_memory_limit() -> None:
    """Make room for saying that memory has run out."""
    _jobs[0].limit(0)


def limit_files(_amount: int) -> None:
    """Windows has no such limit."""
