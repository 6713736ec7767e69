"""What each operating system does in its own way, under common names."""

from __future__ import annotations

import sys

if sys.platform == "win32":
    from groundwork.child.windows import (
        enter_own_session,
        ignore_interrupts,
        lift_memory_limit,
        limit_files,
        limit_memory,
        take_interrupts,
    )
else:
    from groundwork.child.posix import (
        enter_own_session,
        ignore_interrupts,
        lift_memory_limit,
        limit_files,
        limit_memory,
        take_interrupts,
    )

__all__ = [
    "enter_own_session",
    "ignore_interrupts",
    "lift_memory_limit",
    "limit_files",
    "limit_memory",
    "take_interrupts",
]
