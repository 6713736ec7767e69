"""Zip files for tests, honest and hostile ones."""

from __future__ import annotations

import zipfile
from collections.abc import Iterable, Mapping
from pathlib import Path

from .a_pack import MANIFEST

MANIFEST_ENTRY = ("pack.toml", MANIFEST)


def write_zip(
    file: Path,
    entries: Iterable[tuple[str, str | bytes]],
    *,
    method: int = zipfile.ZIP_DEFLATED,
    attributes: Mapping[str, int] | None = None,
) -> Path:
    """A zip with these names and contents as they are; `attributes` are modes by name."""
    with zipfile.ZipFile(file, "w", method) as archive:
        for name, content in entries:
            entry = zipfile.ZipInfo(name)
            entry.filename = entry.orig_filename = name
            entry.compress_type = method
            entry.external_attr = (attributes or {}).get(name, 0o100644) << 16
            archive.writestr(entry, content)
    return file


def content_of(folder: Path) -> dict[str, bytes]:
    """Every file in a folder by its relative name."""
    files = (one for one in folder.rglob("*") if one.is_file())
    return {one.relative_to(folder).as_posix(): one.read_bytes() for one in files}
