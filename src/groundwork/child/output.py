"""Output that appears at once, and in whole lines where several write."""

from __future__ import annotations

import _thread
import os
import sys

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

_STARTERS = ("start_new_thread", "start_joinable_thread")


def keep_lines_whole() -> None:
    """Write line by line, as to a terminal, from the first thread or fork on.

    Until then output is unbuffered: what `print` writes without a line end appears at once. But
    unbuffered, the text and its line end are two writes, and another thread or process that prints
    comes in between: "onetwo" and an empty line.
    """
    for name in _STARTERS:
        if hasattr(_thread, name):
            setattr(_thread, name, _joining(getattr(_thread, name)))
    if hasattr(os, "register_at_fork"):
        os.register_at_fork(before=write_line_by_line)


def _joining(start: Callable[..., Any]) -> Callable[..., Any]:
    def start_thread(*arguments: object, **options: object) -> object:
        write_line_by_line()
        return start(*arguments, **options)

    return start_thread


def write_line_by_line() -> None:
    """Hold back what is written until its line ends, as towards a terminal."""
    for stream in (sys.__stdout__, sys.__stderr__):
        try:
            if stream is not None and stream.write_through:
                stream.reconfigure(line_buffering=True, write_through=False)
        except (AttributeError, ValueError, OSError):
            continue


def write_what_is_held_back() -> None:
    """Write the lines that have not ended yet, as plain Python does at its end."""
    for stream in (sys.__stdout__, sys.__stderr__):
        try:
            if stream is not None:
                stream.flush()
        except (AttributeError, ValueError, OSError):
            continue
