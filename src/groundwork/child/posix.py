"""Session, interrupts and limits on Linux and macOS."""

from __future__ import annotations

import _signal  # type: ignore[import-not-found]  # `signal` itself would cost the enums it makes
import os
import resource
import sys

assert sys.platform != "win32"  # noqa: S101 - type checkers know by this where they are

_MEMORY = resource.RLIMIT_DATA if sys.platform == "linux" else resource.RLIMIT_AS
"""On Linux memory that is written to; there address space would count what threads merely reserve,
and twenty of them would be over a limit of 1 GB."""


def enter_own_session() -> None:
    """Lead a session of one's own, so that all that the program starts can be ended with it."""
    if os.getsid(0) != os.getpid() != os.getpgid(0):
        os.setsid()


def ignore_interrupts() -> None:
    """Let none come between before the program has begun."""
    _signal.signal(_signal.SIGINT, _signal.SIG_IGN)


def take_interrupts() -> None:
    """Let an interrupt raise KeyboardInterrupt, even if the window was told to ignore them."""
    _signal.signal(_signal.SIGINT, _signal.default_int_handler)


def limit_memory(amount: int) -> None:
    """Let no process of the program have more than `amount` bytes, if the system can be told so.

    macOS refuses what is less than the address space that every process has reserved there, and
    where the system sets a lower limit of its own, that one holds.
    """
    _, ceiling = resource.getrlimit(_MEMORY)
    try:
        resource.setrlimit(_MEMORY, (amount, ceiling))
    except (OSError, ValueError):
        return


def lift_memory_limit() -> None:
    """Make room for saying that memory has run out."""
    _, ceiling = resource.getrlimit(_MEMORY)
    resource.setrlimit(_MEMORY, (ceiling, ceiling))


def limit_files(amount: int) -> None:
    """Let no file of the program grow beyond `amount` bytes."""
    _, ceiling = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (amount, ceiling))
