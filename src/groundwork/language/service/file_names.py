"""Files in the folder of the example, for a string that is to be the name of one."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from itertools import islice

from groundwork.language.protocol import Candidate
from groundwork.language.service.cursor import Cursor
from groundwork.language.service.keyword_arguments import called_bracket

_OPENERS = frozenset(
    ("open", "Path", "connect", "read_csv", "FileResponse", "StaticFiles", "Jinja2Templates")
)
"""Functions whose first argument is the name of a file or folder."""

_FILE_NAME = re.compile(r"(?:[\w-]+/)+[\w.-]*|[\w-]+\.\w*")
_MOST = 300


def is_file_name(cursor: Cursor, written: str) -> bool:
    """Whether the string at the cursor names a file: it is opened, or looks like it."""
    tokens = cursor.tokens
    if cursor.last == "/" and len(tokens) > 1:
        return True
    opening = called_bracket(cursor)
    if opening is not None and opening == len(tokens) - 1 and tokens[-2].text in _OPENERS:
        return True
    return _FILE_NAME.fullmatch(written) is not None


def file_candidates(folder: str) -> list[Candidate]:
    """What lies in the folder and those in it, as programs name it: what they read comes first."""
    found = sorted(islice(_files(folder, ""), _MOST), key=_order)
    return [Candidate(name, "file") for name in found]


def _files(folder: str, below: str) -> Iterator[str]:
    """The files and folders there, folders with a slash; what is in a folder after all in this."""
    folders = []
    try:
        with os.scandir(os.path.join(folder, below)) as entries:  # noqa: PTH118 - quick
            for entry in entries:
                if entry.name != "__pycache__":
                    is_folder = entry.is_dir(follow_symlinks=False)
                    name = f"{below}{entry.name}" + "/" * is_folder
                    folders += [name] * is_folder
                    yield name
    except OSError:
        return
    for name in folders:
        if not name.startswith("."):
            yield from _files(folder, name)


def _order(name: str) -> tuple[bool, int, bool, bool, str]:
    """Files that programs read first, then folders, programs, and what is hidden."""
    depth = name.rstrip("/").count("/")
    return name.startswith("."), depth, name.endswith(".py"), name.endswith("/"), name.lower()
