"""Tells when a learner's file hides a module of Python's own library."""

from __future__ import annotations

import sys
from pathlib import PurePosixPath


def shadowing_sentence(name: str) -> str:
    """What to know about a file of that name; empty where its name does no harm."""
    path = PurePosixPath(name)
    if path.suffix != ".py" or path.parent.name or path.stem not in sys.stdlib_module_names:
        return ""
    return (
        f"This file has the name of a module of Python: here \u201cimport {path.stem}\u201d finds "
        "this file instead. Another name avoids surprises."
    )
