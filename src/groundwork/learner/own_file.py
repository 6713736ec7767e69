"""Python files of the learner's own: drafts that are kept where the learner has put them.

What is typed goes into the very file; history and records are kept as those of any draft.
"""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

from groundwork.files import make_folder, reachable, write_atomically
from groundwork.learner.draft import DraftError
from groundwork.learner.draft_folder import LARGEST_TEXT, DraftFolder, ProtectedFileError
from groundwork.packs.addresses import ExampleAddress

SUFFIXES = frozenset({".py", ".pyw"})
"""The endings of files that can be opened by themselves."""

_OWN = "own/files"
"""Stands in addresses where others name a pack; no pack can have this id."""

_MOST_REMEMBERED = 10


def is_own(address: ExampleAddress) -> bool:
    """Whether this is a file of the learner's own."""
    return address.pack_id == _OWN


def own_address(path: Path) -> ExampleAddress:
    """The name of a file among all examples."""
    return ExampleAddress(_OWN, str(path.parent), path.name)


def whole_path(path: Path) -> Path:
    """Where the file really is: what is saved must not take the place of a link to it.

    Raises:
        DraftError: it cannot be found out.
    """
    try:
        return path.resolve() if path.is_symlink() else Path(os.path.abspath(path))  # noqa: PTH100 - `absolute` leaves “..” in it
    except (OSError, RuntimeError, ValueError) as error:
        raise DraftError(f"The file {path} cannot be opened: it leads nowhere.") from error


def own_file(path: Path) -> Path:
    """The file, looked at: it is there, and a text that can be edited.

    Raises:
        DraftError: it is not.
    """
    file = whole_path(path)
    if reachable(file).is_dir():
        raise DraftError(f"{file} is a folder, not a Python file. Open a file in it.")
    try:
        if reachable(file).stat().st_size > LARGEST_TEXT:
            size = LARGEST_TEXT // 1024 // 1024
            raise DraftError(f"{file} has more than {size} MB, which is too much to edit here.")
        reachable(file).read_bytes().decode("utf-8")
    except FileNotFoundError as error:
        raise DraftError(f"There is no file {file}. It may have been moved or removed.") from error
    except UnicodeDecodeError as error:
        raise DraftError(
            f"{file} cannot be edited here: it is no text in UTF-8. Save it as UTF-8 in the editor"
            " that it was written with."
        ) from error
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or error
        raise DraftError(f"{file} cannot be read: {reason}.") from error
    return file


class OwnFolder(DraftFolder):
    """The folder of a file of the learner's own; its history lies among the drafts."""

    def __init__(self, drafts: Path, address: ExampleAddress) -> None:
        super().__init__(drafts, address)
        self.working_folder = Path(address.lesson_id)
        self._work = reachable(self.working_folder)

    def read_original(self, name: str) -> bytes:  # noqa: ARG002 - whichever it is
        """There is no author's file: whatever is written is the learner's."""
        return b""

    def write_original(self, name: str, content: bytes) -> None:
        """The same."""

    def write(self, name: str, content: bytes, *, is_durable: bool = True) -> None:
        """Put `content` into the file in one step, unless its owner has protected it."""
        target = self._work / name
        if target.exists() and not os.access(target, os.W_OK):
            raise ProtectedFileError(name)
        write_atomically(target, content, is_durable=is_durable)

    def mark(self, *, is_changed: bool) -> None:
        """Nothing is noted: there is no author's text that it could differ from."""


def remembered_files(memory: Path) -> tuple[Path, ...]:
    """The files that were opened last, the newest first; none where `memory` cannot be read."""
    try:
        stored: Any = json.loads(memory.read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError):
        return ()
    names = stored if isinstance(stored, list) else []
    return tuple(Path(name) for name in names if isinstance(name, str))[:_MOST_REMEMBERED]


def remember_file(memory: Path, file: Path) -> None:
    """Note that `file` was opened.

    Raises:
        OSError: it cannot be written.
    """
    files = dict.fromkeys((file, *remembered_files(memory)))
    make_folder(memory.parent)
    content = json.dumps([str(one) for one in files][:_MOST_REMEMBERED], indent=2)
    write_atomically(memory, content.encode("utf-8", "surrogatepass"))
