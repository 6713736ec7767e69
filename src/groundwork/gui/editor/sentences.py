"""What there is to know about a file before one changes it."""

from __future__ import annotations

import sys
from pathlib import Path, PurePosixPath

LONGEST_LINE = 100_000
"""A line of more characters than this takes so long to lay out that typing in it would stall."""


def shadowing_sentence(name: str) -> str:
    """What to know of a file that hides a module of Python; empty where its name does no harm."""
    path = PurePosixPath(name)
    if path.suffix != ".py" or path.parent.name or path.stem not in sys.stdlib_module_names:
        return ""
    return (
        f"This file has the name of a module of Python: here \u201cimport {path.stem}\u201d finds "
        "this file instead. Another name avoids surprises."
    )


def library_sentence(path: str) -> str:
    """What to know of a file of a library: which it is, and that it is not the learner's."""
    return f"From a library, to be read only: {'/'.join(Path(path).parts[-2:])}"


def long_line_sentence(text: str) -> str:
    """What to know of a text with a line too long to be changed; empty where there is none."""
    if len(text) <= LONGEST_LINE:
        return ""
    lengths = [len(line) for line in text.split("\n")]
    longest = max(lengths)
    if longest <= LONGEST_LINE:
        return ""
    return (
        f"Line {lengths.index(longest) + 1} has {longest:,} characters. "
        "A file with so long a line can be read and run here, but not changed."
    )
