"""Fetches the source of QScintilla, for systems that have no library of it: Windows and macOS.

    python packaging/qscintilla.py FOLDER

FOLDER is then the unpacked release, and building with `-DQSCINTILLA_SOURCE=FOLDER` compiles it into
the bridge. Only continuous integration calls this; the application itself never uses a network.
"""

from __future__ import annotations

import argparse
import hashlib
import io
import shutil
import sys
import tarfile
import tempfile
import urllib.request
from pathlib import Path

VERSION = "2.14.1"
ADDRESS = (
    "https://www.riverbankcomputing.com/static/Downloads/QScintilla/"
    f"{VERSION}/QScintilla_src-{VERSION}.tar.gz"
)
CHECKSUM = "dfe13c6acc9d85dfcba76ccc8061e71a223957a6c02f3c343b30a9d43a4cdd4d"
"""SHA-256 of the archive."""

_PATIENCE = 120.0
_PROOF = Path("src", "qscintilla.pro")


class WrongArchiveError(Exception):
    """What came is not the archive that was asked for; the text is a sentence."""


def unpack(archive: bytes, folder: Path, checksum: str = CHECKSUM) -> None:
    """Let `folder` be what lies in the single folder of the archive.

    Raises:
        WrongArchiveError: it has another checksum, and is not unpacked.
        OSError, tarfile.TarError: it cannot be unpacked.
    """
    found = hashlib.sha256(archive).hexdigest()
    if found != checksum:
        raise WrongArchiveError(
            f"The archive has the checksum {found}, and {checksum} is meant. Nothing was unpacked."
        )
    folder.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=folder.parent) as place:
        with tarfile.open(fileobj=io.BytesIO(archive)) as opened:
            _unpack_files(opened, Path(place).resolve())
        (inner,) = Path(place).iterdir()
        shutil.rmtree(folder, ignore_errors=True)
        inner.rename(folder)


def _unpack_files(archive: tarfile.TarFile, folder: Path) -> None:
    """Write the files of an archive; the safe way that tarfile has came with Python 3.11.4."""
    for member in archive:
        place = (folder / member.name).resolve()
        content = archive.extractfile(member) if member.isfile() else None
        if not place.is_relative_to(folder):
            raise tarfile.ReadError(f"{member.name} leads out of the archive's folder")
        if content is not None:
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_bytes(content.read())


def main() -> int:
    """Fetch it, unless it is there; the exit code."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    folder: Path = parser.parse_args().folder
    if (folder / _PROOF).is_file():
        return 0
    try:
        with urllib.request.urlopen(ADDRESS, timeout=_PATIENCE) as answer:  # noqa: S310 - a constant
            unpack(answer.read(), folder)
    except (OSError, WrongArchiveError) as error:
        print(f"{ADDRESS}: {error}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
