"""Which processes are there."""

from __future__ import annotations

import psutil


def is_running(process_id: int) -> bool:
    """Whether the process still does anything; one that waits to be buried does not."""
    try:
        return psutil.Process(process_id).status() != psutil.STATUS_ZOMBIE
    except psutil.NoSuchProcess:
        return False


def descendants() -> set[psutil.Process]:
    """The processes that this one and its children have started, and that still do anything."""
    children = psutil.Process().children(recursive=True)
    return {child for child in children if is_running(child.pid)}
