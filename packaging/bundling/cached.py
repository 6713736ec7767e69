"""Parts of the bundle that are built once, and again when what they are made of has changed."""

from __future__ import annotations

import hashlib
import shutil
from collections.abc import Callable, Iterable
from pathlib import Path

_STAMP = "made-of.txt"


def fingerprint(*texts: str, files: Iterable[Path] = ()) -> str:
    """A short text that is another when a text or the content of a file is another."""
    digest = hashlib.sha256()
    for text in texts:
        digest.update(text.encode() + b"\0")
    for file in sorted(files):
        digest.update(file.read_bytes() + b"\0")
    return digest.hexdigest()


def cached(folder: Path, made_of: str, make: Callable[[Path], object]) -> bool:
    """Let `make` fill `folder`, unless it was filled from the same; whether it was made now.

    A folder that was left half made is made anew.
    """
    stamp = folder.with_name(f"{folder.name}.{_STAMP}")
    if stamp.is_file() and folder.is_dir() and stamp.read_text(encoding="utf-8") == made_of:
        return False
    stamp.unlink(missing_ok=True)
    shutil.rmtree(folder, ignore_errors=True)
    folder.parent.mkdir(parents=True, exist_ok=True)
    make(folder)
    stamp.write_text(made_of, encoding="utf-8")
    return True
