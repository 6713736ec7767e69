"""What goes to /usr/share where the program is installed for all: menu entry, icons, documents."""

from __future__ import annotations

import gzip
import shutil
from pathlib import Path

from bundling.icons import write_icons
from bundling.identity import IDENTIFIER
from bundling.layout import ROOT
from bundling.licences import FOLDER, OVERVIEW
from groundwork.authoring.handout.handout import DESKTOP

_LINUX = ROOT / "packaging" / "linux"


def lay_out_desktop(bundle: Path) -> None:
    """Put into the bundle what the packages made of it give to the system.

    Raises:
        OSError: something cannot be copied.
    """
    desktop = bundle / DESKTOP
    shutil.rmtree(desktop, ignore_errors=True)
    write_icons(desktop / "icons")
    for other in (desktop / "icons").glob("groundwork.*"):
        other.unlink()  # those for Windows and macOS
    places = {
        "applications/groundwork.desktop": (_LINUX / "groundwork.desktop").read_bytes(),
        "mime/packages/groundwork.xml": (_LINUX / "groundwork.xml").read_bytes(),
        f"metainfo/{IDENTIFIER}.metainfo.xml": (_LINUX / "groundwork.metainfo.xml").read_bytes(),
        "man/man1/groundwork.1.gz": _compressed(_LINUX / "groundwork.1"),
        "doc/groundwork/changelog.gz": _compressed(ROOT / "CHANGELOG.md"),
        "doc/groundwork/copyright": (bundle / FOLDER / OVERVIEW).read_bytes(),
    }
    for place, content in places.items():
        file = desktop / place
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content)


def _compressed(file: Path) -> bytes:
    """The file as gzip writes it, without the time: the same again each time."""
    return gzip.compress(file.read_bytes(), compresslevel=9, mtime=0)
