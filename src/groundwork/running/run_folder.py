"""The folder of one run: its report and its spool; made before a run and gone some time after."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from groundwork.messages import stop_file

_RUNS = "runs"


@dataclass(frozen=True, slots=True)
class RunFolder:
    """Where one run's files lie; the folder's name begins with the id of the window's process."""

    path: Path

    @property
    def report(self) -> Path:
        """The report that the child writes."""
        return self.path / "report"

    @property
    def spool(self) -> Path:
        """The whole output."""
        return self.path / "output.txt"

    def note_stop(self) -> None:
        """Let the program know that the interrupt to come is a Stop: no error, nothing to show."""
        with suppress(OSError):
            Path(stop_file(str(self.report))).touch()

    def can_take_reports(self) -> bool:
        """Whether the report can be written to, found out by writing: a disk may have filled up."""
        try:
            with self.report.open("ab") as stream:
                stream.write(b"\n")
        except OSError:
            return False
        return True

    def remove(self) -> None:
        """Delete the folder with what is in it, as far as that can be done."""
        shutil.rmtree(self.path, ignore_errors=True)


def made_run_folder(cache: Path) -> RunFolder | None:
    """A new folder under `cache`, with an empty report in it; None where nothing can be written."""
    folder = RunFolder(cache / _RUNS / f"{os.getpid()}-{os.urandom(6).hex()}")
    try:
        folder.path.mkdir(parents=True)
        folder.report.touch()
    except OSError:
        return None
    return folder


def remove_stale_run_folders(cache: Path, is_running: Callable[[int], bool]) -> None:
    """Delete the folders of windows that are no more; `is_running` tells whether a process is."""
    try:
        folders = list((cache / _RUNS).iterdir())
    except OSError:
        return
    for folder in folders:
        owner = folder.name.partition("-")[0]
        if owner.isdecimal() and not is_running(int(owner)):
            RunFolder(folder).remove()
