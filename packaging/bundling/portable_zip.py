"""Makes the portable archive for Windows: a folder that runs from anywhere, a USB stick too."""

from __future__ import annotations

import zipfile
from datetime import UTC, datetime
from pathlib import Path

from bundling.identity import PROGRAM
from bundling.layout import ROOT
from bundling.release import commit_time

_MARKER = ROOT / "packaging" / "linux" / "portable.txt"


def make_portable_zip(bundle: Path, target: Path) -> None:
    """Make the archive `target` from `bundle`: the same again for the same bundle.

    Raises:
        OSError: something cannot be read or written.
    """
    made = datetime.fromtimestamp(commit_time(), UTC)
    moment = (made.year, made.month, made.day, made.hour, made.minute, made.second)
    target.parent.mkdir(parents=True, exist_ok=True)
    with zipfile.ZipFile(target, "w") as archive:
        for place in (_MARKER, *sorted(bundle.rglob("*"))):
            within = _MARKER.name if place == _MARKER else place.relative_to(bundle).as_posix()
            ending, content = ("/", b"") if place.is_dir() else ("", place.read_bytes())
            entry = zipfile.ZipInfo(f"{PROGRAM}/{within}{ending}", moment)
            archive.writestr(entry, content, zipfile.ZIP_DEFLATED, compresslevel=9)
