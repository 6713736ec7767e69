"""Draws the application's icon in the sizes and files that each system wants.

    python -m bundling.icons FOLDER

Windows takes `groundwork.ico`, macOS `groundwork.icns`, Linux the folder `hicolor` as it is; all
come from the one drawing in `resources/icons`.
"""

from __future__ import annotations

import argparse
import shutil
import struct
import sys
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRectF
from PySide6.QtGui import QImage, QImageWriter, QPainter
from PySide6.QtSvg import QSvgRenderer

from bundling.layout import ROOT

DRAWING = ROOT / "resources" / "icons" / "groundwork.svg"
NAME = "groundwork"

LINUX_SIZES = (16, 22, 24, 32, 48, 64, 128, 256, 512)
WINDOWS_SIZES = (16, 20, 24, 32, 40, 48, 64, 256)

MAC_KINDS = {
    "ic11": 32, "ic12": 64, "ic07": 128, "ic13": 256, "ic08": 256, "ic14": 512,
    "ic09": 512, "ic10": 1024,
}  # fmt: skip
"""Apple's names for the pictures in an .icns file that may be PNG, and their sizes in pixels."""

_MAC_SHARE = 824 / 1024
"""How much of its square an icon fills on macOS, by Apple's grid; the rest is margin."""

_ICO_HEADER, _ICO_ENTRY = struct.Struct("<HHH"), struct.Struct("<BBBBHHII")
_ICNS_HEADER = struct.Struct(">4sI")


def write_icons(folder: Path) -> None:
    """Write every icon into `folder`.

    Raises:
        OSError: something cannot be written.
    """
    folder.mkdir(parents=True, exist_ok=True)
    (folder / f"{NAME}.ico").write_bytes(ico({size: png(size) for size in WINDOWS_SIZES}))
    pictures = {kind: png(size, share=_MAC_SHARE) for kind, size in MAC_KINDS.items()}
    (folder / f"{NAME}.icns").write_bytes(icns(pictures))
    for size in LINUX_SIZES:
        _place(folder, f"{size}x{size}", ".png").write_bytes(png(size))
    shutil.copyfile(DRAWING, _place(folder, "scalable", ".svg"))


def _place(folder: Path, size: str, ending: str) -> Path:
    """Where a theme of icons, as freedesktop.org lays it out, has that of an application."""
    place = folder / "hicolor" / size / "apps" / f"{NAME}{ending}"
    place.parent.mkdir(parents=True, exist_ok=True)
    return place


def png(size: int, *, share: float = 1.0) -> bytes:
    """The drawing as a PNG of `size` times `size` pixels; it fills the `share` in the middle."""
    image = QImage(size, size, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(0)
    painter = QPainter(image)
    margin = size * (1 - share) / 2
    QSvgRenderer(str(DRAWING)).render(painter, QRectF(margin, margin, size * share, size * share))
    painter.end()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(b"png")).write(image)
    return bytes(buffer.data().data())


def ico(pictures: dict[int, bytes]) -> bytes:
    """An icon for Windows of PNG pictures by their size in pixels, as Windows Vista and newer read.

    A header of 6 bytes, 16 bytes for each picture, and the pictures; a size of 256 is written as 0.
    """
    head = _ICO_HEADER.pack(0, 1, len(pictures))
    place = len(head) + _ICO_ENTRY.size * len(pictures)
    for size, picture in pictures.items():
        head += _ICO_ENTRY.pack(size % 256, size % 256, 0, 0, 1, 32, len(picture), place)
        place += len(picture)
    return head + b"".join(pictures.values())


def icns(pictures: dict[str, bytes]) -> bytes:
    """An icon for macOS of PNG pictures, by the kind that Apple calls each of them."""
    parts = [
        _ICNS_HEADER.pack(kind.encode("ascii"), _ICNS_HEADER.size + len(picture)) + picture
        for kind, picture in pictures.items()
    ]
    body = b"".join(parts)
    return _ICNS_HEADER.pack(b"icns", _ICNS_HEADER.size + len(body)) + body


def main() -> int:
    """Write the icons into the folder that the command line names; the exit code."""
    parser = argparse.ArgumentParser(prog="python -m bundling.icons", description=__doc__)
    parser.add_argument("folder", type=Path)
    write_icons(parser.parse_args().folder)
    return 0


if __name__ == "__main__":
    sys.exit(main())
