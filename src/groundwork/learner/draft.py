"""A learner's version of an example, as values, and what can stand in the way of keeping it."""

from __future__ import annotations

import errno
from dataclasses import dataclass
from pathlib import Path

from groundwork.learner.draft_folder import LARGEST_TEXT, OversizeError, ProtectedFileError
from groundwork.learner.history import Version
from groundwork.packs.model import ExampleAddress

_FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
_FORBIDDEN = {errno.EROFS, errno.EACCES, errno.EPERM}


class DraftError(Exception):
    """Something about a draft that the person is told; the message is a whole sentence or two."""


class DraftsUnwritableError(DraftError):
    """What the learner typed could not be written to the disk; it may be possible later."""


class DraftNameError(DraftError):
    """An example has files whose names cannot be kept on every system."""


@dataclass(frozen=True, slots=True)
class DraftFile:
    """One file of a draft.

    `text` is the learner's, `original` the author's of today. With `has_new_original` the author
    has changed the file since the learner's version was begun. `trouble` says in a sentence why
    `text` is not what is on the disk, and is empty where it is.
    """

    name: str
    text: str
    original: str
    is_changed: bool = False
    has_new_original: bool = False
    trouble: str = ""


@dataclass(frozen=True, slots=True)
class Draft:
    """The learner's version of one example; `folder` is the working directory of its program.

    `trouble` says in a sentence why the files could not be put in `folder`, and is empty where
    they are there.
    """

    address: ExampleAddress
    folder: Path
    files: tuple[DraftFile, ...]
    trouble: str = ""

    @property
    def is_changed(self) -> bool:
        """Whether any file differs from the author's."""
        return any(file.is_changed for file in self.files)


@dataclass(frozen=True, slots=True)
class SaveResult:
    """What came of saving one file.

    `is_changed` tells of the whole draft. `other_version_kept` is the version that holds what
    another window or program had written into the file meanwhile.
    """

    is_changed: bool
    other_version_kept: Version | None = None


def unwritable(error: OSError, folder: Path) -> DraftsUnwritableError:
    """The error to tell the person of when writing into `folder` ended with `error`."""
    return DraftsUnwritableError(
        f"Your work cannot be saved now: {_cause(error, folder)}. What you type is kept in this"
        " window and saved as soon as that is over."
    )


def unreadable(error: OSError, name: str, folder: Path) -> str:
    """The sentence for a file in `folder` that could not be read."""
    cause = _cause(error, folder)
    if isinstance(error, OversizeError):
        cause = f"it has more than {LARGEST_TEXT // 1024 // 1024} MB"
    return (
        f"Your version of {name} cannot be shown: {cause}. This is the text of the lesson;"
        " your version stays where it is."
    )


def _cause(error: OSError, folder: Path) -> str:
    if isinstance(error, ProtectedFileError):
        return f"the file {folder / str(error)} is protected from being written"
    if error.errno in _FULL:
        return f"there is no room on the disk for {folder}"
    if error.errno in _FORBIDDEN:
        return f"the folder {folder} may not be written"
    return f"the disk reports “{error.strerror or error}” for {folder}"
