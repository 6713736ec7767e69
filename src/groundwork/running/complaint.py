"""What of a process's complaints says why it failed: one line for a person."""

from __future__ import annotations

_FATAL = "Fatal Python error:"


def complaint(errors: str) -> str:
    """The line of `errors`, the process's standard error, that tells the reason; or empty.

    In a traceback that is the last one; where Python could not even begin, more follows.
    """
    lines = [line.strip() for line in errors.splitlines() if line.strip()]
    fatal = [line for line in lines if line.startswith(_FATAL)]
    return (fatal or lines or [""])[-1].rstrip(".")
