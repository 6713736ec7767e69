"""Making the one file of a pack that is handed out; only a pack that passes its check gets one."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from groundwork.authoring.check import check_pack, never, unheard
from groundwork.authoring.jobs import Asks, Progress
from groundwork.authoring.report import CheckReport
from groundwork.files import write_atomically
from groundwork.packs.archive import UnfitForArchiveError, archived
from groundwork.packs.model import Pack
from groundwork.packs.pack_files import ARCHIVE_SUFFIX


@dataclass(frozen=True, slots=True)
class Built:
    """What came of building: the check's report, and the file, or None where that did not pass."""

    report: CheckReport
    file: Path | None = None


def build_pack(
    folder: Path,
    file: Path | None = None,
    *,
    on_progress: Callable[[Progress], None] = unheard,
    is_cancelled: Asks = never,
) -> Built:
    """Check the pack in `folder`, and when it passes write it into `file`.

    Without `file` it is one in the current folder that is named after the pack and its version.

    Raises:
        CheckCancelledError, CheckImpossibleError, RuntimeMissingError: as `check_pack`.
        OSError: the file could not be written; one that was there is as it was.
    """
    report = check_pack(folder, on_progress=on_progress, is_cancelled=is_cancelled)
    if report.pack is None or not report.is_passed:
        return Built(report)
    target = file or Path(archive_name(report.pack))
    try:
        write_atomically(target.absolute(), archived(report.pack.folder))
    except UnfitForArchiveError as error:
        return Built(CheckReport(report.pack, error.problems))
    return Built(report, target)


def archive_name(pack: Pack) -> str:
    """The usual name of the pack's file: `tea-shop-1.2.0.gwpack`."""
    version = re.sub(r"[^A-Za-z0-9.]+", "-", pack.version).strip("-.")
    return "-".join(filter(None, (pack.id, version))) + ARCHIVE_SUFFIX
