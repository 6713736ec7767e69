"""What came of an import, as values for the command line and the window."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class NotRunnable:
    """A program that is kept to be read: where it stands in the source, and why it is not run."""

    line: int
    lesson: str
    reason: str


@dataclass(frozen=True, slots=True)
class ImportReport:
    """What an import made: the pack's folder and how much is in it, and what its author may mend.

    `examples` counts the programs that run. `remarks` are sentences about pictures and links.
    """

    folder: Path
    title: str
    chapters: int
    lessons: int
    examples: int
    with_output: int
    not_runnable: tuple[NotRunnable, ...] = ()
    remarks: tuple[str, ...] = ()
