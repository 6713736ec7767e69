"""What each operating system does in its own way, under common names."""

from __future__ import annotations

import sys

if sys.platform == "win32":
    from groundwork.child.windows import (
        enter_own_session,
        ignore_interrupts,
        is_input_ready,
        lift_memory_limit,
        limit_memory,
        take_interrupts,
        unread_bytes,
    )
else:
    from groundwork.child.posix import (
        enter_own_session,
        ignore_interrupts,
        is_input_ready,
        lift_memory_limit,
        limit_memory,
        take_interrupts,
        unread_bytes,
    )

__all__ = [
    "enter_own_session",
    "ignore_interrupts",
    "is_input_ready",
    "lift_memory_limit",
    "limit_memory",
    "take_interrupts",
    "unread_bytes",
]
