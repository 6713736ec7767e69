"""Files in the folder of the example, for a string that is to be the name of one."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

from groundwork.language.protocol import Candidate
from groundwork.language.service.cursor import Cursor
from groundwork.language.service.keyword_arguments import called_bracket

_OPENERS = frozenset(
    ("open", "Path", "connect", "read_csv", "FileResponse", "StaticFiles", "Jinja2Templates")
)
"""Functions whose first argument is the name of a file or folder."""

_FILE_NAME = re.compile(r"(?:[\w-]+/)+[\w.-]*|[\w-]+\.\w*")
_MOST = 500


def is_file_name(cursor: Cursor, written: str) -> bool:
    """Whether the string at the cursor names a file: it is opened, or looks like it."""
    tokens = cursor.tokens
    if cursor.last == "/" and len(tokens) > 1:
        return True
    opening = called_bracket(cursor)
    if opening is not None and opening == len(tokens) - 1 and tokens[-2].text in _OPENERS:
        return True
    return _FILE_NAME.fullmatch(written) is not None


def file_candidates(written: str, folder: str) -> Iterator[Candidate]:
    """What lies in the folder that has been written so far; in the example's folder alone."""
    below = written.rpartition("/")[0]
    inside = Path(folder, below)
    if Path(below).is_absolute() or ".." in Path(below).parts:
        return
    try:
        with os.scandir(inside) as entries:
            found = [(entry.is_dir(), entry.name) for entry in islice(entries, _MOST)]
    except (OSError, ValueError):  # ValueError: a null byte in the name
        return
    for is_folder, name in sorted(found, key=_order):
        if name != "__pycache__":
            yield Candidate(name + "/" if is_folder else name, "file")


def _order(entry: tuple[bool, str]) -> tuple[bool, bool, bool, str]:
    """Files that programs read first, then folders, programs, and what is hidden."""
    is_folder, name = entry
    return name.startswith("."), name.endswith(".py"), is_folder, name.lower()
