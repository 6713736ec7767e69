"""The pack that a command is to look at: a folder, or a file that holds one."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from groundwork.packs.archive import unpack
from groundwork.packs.manifest import MANIFEST_NAME
from groundwork.packs.model import Problem
from groundwork.packs.pack_files import ARCHIVE_SUFFIX


@dataclass(frozen=True, slots=True)
class PackSource:
    """Where the pack lies for now, and what the person called it."""

    folder: Path
    written: Path

    def as_written(self, problem: Problem) -> Problem:
        """The problem with its file named from what the person wrote."""
        base = self.folder.resolve()
        if not problem.file.is_relative_to(base):
            return problem
        return replace(problem, file=self.written / problem.file.relative_to(base))


@contextmanager
def pack_source(written: str) -> Iterator[PackSource]:
    """The pack called `written`; a file is unpacked into a folder that is gone afterwards.

    Raises:
        ArchiveError: the file is no pack, or not an honest one.
    """
    path = Path(written)
    is_file = path.suffix == ARCHIVE_SUFFIX or (path.is_file() and path.name != MANIFEST_NAME)
    if path.is_dir() or not is_file:
        yield PackSource(path, path)
        return
    with tempfile.TemporaryDirectory(
        prefix="groundwork-pack-", ignore_cleanup_errors=True
    ) as place:
        folder = Path(place) / path.stem
        unpack(path, folder, is_durable=False)
        yield PackSource(folder, path)
