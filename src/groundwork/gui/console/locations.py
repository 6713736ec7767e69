"""Places in the learner's files that a program's output names, as tracebacks do."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import PurePath

_TRACEBACK_LINE = re.compile(r'File "(?P<file>[^"\n]+)", line (?P<line>\d+)')


@dataclass(frozen=True, slots=True)
class Location:
    """A line of a file in the program's folder; `start` and `end` delimit its mention in the text.

    `name` is relative to the folder, with forward slashes; `line` counts from 1.
    """

    name: str
    line: int
    start: int
    end: int


def shortened(text: str, folder: str) -> str:
    """`text` with the files of the program's folder named as the learner knows them."""
    if not folder or folder not in text:
        return text
    return text.replace(f"{folder}/", "").replace(f"{folder}\\", "")


def locations(text: str) -> Iterator[Location]:
    """Every place that a shortened text names inside the program's folder."""
    for match in _TRACEBACK_LINE.finditer(text):
        path = PurePath(match["file"])
        if path.is_absolute() or ".." in path.parts or match["file"].startswith("<"):
            continue
        yield Location(path.as_posix(), int(match["line"]), match.start("file") - 1, match.end())
