"""What differs between two bundles, packages or archives that should be the same.

    difference.py ONE OTHER

Both are folders, .deb packages or .tar archives. Prints one line for each file that is in one of
them alone or differs in content, rights or target; ends with exit code 1 where there is any.

Two builds of one commit are the same, in whatever folder and environment they are made, as long as
they are made of the same: the CPython that is copied, the libraries of the system, and the versions
of what is installed.
"""

from __future__ import annotations

import argparse
import hashlib
import os
import stat
import subprocess
import sys
import tarfile
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


def main() -> int:
    """Compare the two; the exit code."""
    parser = argparse.ArgumentParser(description="Tell what differs between two builds.")
    parser.add_argument("one", type=Path)
    parser.add_argument("other", type=Path)
    asked = parser.parse_args()
    with _unpacked(asked.one) as first, _unpacked(asked.other) as second:
        lines = [*differences(first, second)]
    for line in lines:
        print(line)
    print(summary(asked.one, asked.other, len(lines)))
    return 1 if lines else 0


def summary(one: Path, other: Path, different: int) -> str:
    """What to make of so many files that are `different`, in a sentence."""
    if different:
        return "1 file differs." if different == 1 else f"{different} files differ."
    if one.is_dir() or other.is_dir():
        return "The same, every file."
    if one.read_bytes() == other.read_bytes():
        return "The same, bit by bit."
    return "Every file in them is the same; how they are packed differs: times, order, compression."


def differences(one: Path, other: Path) -> Iterator[str]:
    """A line for each file under the folders `one` and `other` that is not the same in both."""
    first, second = dict(_files(one)), dict(_files(other))
    for name in sorted(first.keys() | second.keys()):
        if name not in second:
            yield f"only in the first   {name}"
        elif name not in first:
            yield f"only in the second  {name}"
        elif first[name] != second[name]:
            yield f"differs             {name}"


def _files(folder: Path) -> Iterator[tuple[str, tuple[str, str]]]:
    """The files by name, each with its rights and what stands in it."""
    for place, folders, names in os.walk(folder):
        for name in (*names, *(one for one in folders if Path(place, one).is_symlink())):
            file = Path(place, name)
            yield file.relative_to(folder).as_posix(), _described(file)


def _described(file: Path) -> tuple[str, str]:
    rights = stat.filemode(file.lstat().st_mode)
    if file.is_symlink():
        return rights, str(file.readlink())
    return rights, hashlib.sha256(file.read_bytes()).hexdigest()


@contextmanager
def _unpacked(what: Path) -> Iterator[Path]:
    if what.is_dir():
        yield what
        return
    with tempfile.TemporaryDirectory(prefix="groundwork-difference-") as folder:
        if what.suffix == ".deb":
            subprocess.run(["dpkg-deb", "--raw-extract", str(what), folder], check=True)
        else:
            with tarfile.open(what) as archive:
                archive.extraction_filter = getattr(tarfile, "tar_filter", None)  # since 3.11.4
                archive.extractall(folder)  # noqa: S202 - one of our own making
        yield Path(folder)


if __name__ == "__main__":
    sys.exit(main())
