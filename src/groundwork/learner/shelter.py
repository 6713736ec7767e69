"""A place for drafts while their own cannot be written: programs run there, and texts survive."""

from __future__ import annotations

import tempfile
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from groundwork.learner.draft import DraftError
from groundwork.learner.draft_folder import folder_name
from groundwork.learner.history import remove_tree
from groundwork.learner.texts import UTF_8, encoded
from groundwork.packs.model import ExampleAddress

_MEMORY_DISK = Path("/dev/shm")  # noqa: S108 - a folder of our own is made in it, under a fresh name


class Shelter:
    """A temporary folder, made when it is first needed."""

    def __init__(self) -> None:
        self._folder: Path | None = None

    def lay_out(self, address: ExampleAddress, texts: Mapping[str, str]) -> Path:
        """Write the files of one draft; the answer is the folder that they are in.

        Raises:
            DraftError: there is no room for them anywhere.
        """
        ids = (address.pack_id, address.lesson_id, address.example_id)
        try:
            work = self._top().joinpath(*map(folder_name, ids))
            for name, text in texts.items():
                file = work / name
                file.parent.mkdir(parents=True, exist_ok=True)
                file.write_bytes(encoded(text, UTF_8))
        except OSError as error:
            raise DraftError(
                "The program's files can be written nowhere on this computer:"
                f" {error.strerror or error}. Free some space and try again."
            ) from error
        return work

    def clear(self) -> None:
        """Remove the folder and everything in it."""
        if self._folder is not None:
            remove_tree(self._folder)
            self._folder = None

    def _top(self) -> Path:
        if self._folder is None or not self._folder.is_dir():
            self._folder = _new_folder()
        return self._folder


def _new_folder() -> Path:
    prefix = "groundwork-"
    with suppress(OSError):
        return Path(tempfile.mkdtemp(prefix=prefix))
    return Path(tempfile.mkdtemp(prefix=prefix, dir=_MEMORY_DISK))
