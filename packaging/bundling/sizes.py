"""How much room the parts of the bundle take."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path

_MIB = 1024 * 1024


def size_of(place: Path) -> int:
    """Bytes of a file, or of all files under a folder; links count nothing."""
    if place.is_symlink():
        return 0
    if place.is_file():
        return place.stat().st_size
    return sum(
        os.lstat(Path(folder, name)).st_size
        for folder, _, names in os.walk(place)
        for name in names
        if not Path(folder, name).is_symlink()
    )


def table(places: Iterable[Path], whole: Path) -> str:
    """A table in Markdown of what takes how much of the `whole`, the largest first."""
    rows = sorted(((size_of(place), place) for place in places), reverse=True)
    lines = ["| What | MiB |", "|---|---:|"]
    lines += [f"| {place.relative_to(whole).as_posix()} | {_mib(size)} |" for size, place in rows]
    return "\n".join([*lines, f"| all of it | {_mib(size_of(whole))} |"])


def _mib(size: int) -> str:
    return f"{size / _MIB:.1f}"
