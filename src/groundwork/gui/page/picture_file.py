"""Reads the pictures of a pack: how large they are, and what they look like at a size."""

from __future__ import annotations

import re
from pathlib import Path

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QImageIOHandler, QImageReader, QPainter, QPixmap

from groundwork.gui.theme import LIGHT, Theme

_SVG = ".svg"
_LARGEST_SVG = 2_000_000
_COLOUR = re.compile(r"#[0-9A-Fa-f]{6}\b")


def natural_size(path: Path) -> QSize:
    """The size of a picture in pixels; an invalid size where there is none that can be shown."""
    if path.suffix.lower() == _SVG:
        source = _svg_source(path)
        return _svg_size(source) if source else QSize()
    reader = QImageReader(str(path))
    reader.setAutoTransform(True)
    size = reader.size() if reader.canRead() else QSize()
    is_turned = bool(
        reader.transformation() & QImageIOHandler.Transformation.TransformationRotate90
    )
    return size.transposed() if is_turned else size


def rendered(path: Path, size: QSize, ratio: float, theme: Theme) -> QPixmap:
    """The picture at `size` logical pixels, for a screen with `ratio` pixels to each.

    An SVG that is drawn in the colours of the light theme takes those of `theme`. The pixmap is
    null where the picture cannot be read.
    """
    pixels = QSize(round(size.width() * ratio), round(size.height() * ratio))
    is_svg = path.suffix.lower() == _SVG
    pixmap = _rendered_svg(path, pixels, theme) if is_svg else _read_image(path, pixels)
    pixmap.setDevicePixelRatio(ratio)
    return pixmap


def recoloured(source: str, theme: Theme) -> str:
    """SVG source with every colour of the light theme replaced by the same role's in `theme`."""
    new: dict[str, str] = {}
    for role, colour in LIGHT._asdict().items():
        if str(colour).startswith("#"):
            new.setdefault(str(colour), str(getattr(theme, role)))
    return _COLOUR.sub(lambda found: new.get(found[0].upper(), found[0]), source)


def _svg_source(path: Path) -> str:
    """The text of an SVG that is well-formed; empty for any other file."""
    from xml.parsers import expat  # noqa: PLC0415 - few lessons have drawings

    try:
        if path.stat().st_size > _LARGEST_SVG:
            return ""
        source = path.read_bytes()
        # Qt would complain on its own output about a file that is no XML.
        expat.ParserCreate().Parse(source, True)
        return source.decode("utf-8")
    except (OSError, expat.ExpatError, UnicodeDecodeError):
        return ""


def _svg_size(source: str) -> QSize:
    from PySide6.QtSvg import QSvgRenderer  # noqa: PLC0415 - a library of its own, few lessons need it

    return QSvgRenderer(QByteArray(source.encode())).defaultSize()


def _rendered_svg(path: Path, pixels: QSize, theme: Theme) -> QPixmap:
    from PySide6.QtSvg import QSvgRenderer  # noqa: PLC0415 - a library of its own, few lessons need it

    source = _svg_source(path)
    if not source:
        return QPixmap()
    pixmap = QPixmap(pixels)
    pixmap.fill(Qt.GlobalColor.transparent)
    renderer = QSvgRenderer(QByteArray(recoloured(source, theme).encode()))
    painter = QPainter(pixmap)
    renderer.render(painter, QRectF(0, 0, pixels.width(), pixels.height()))
    painter.end()
    return pixmap


def _read_image(path: Path, pixels: QSize) -> QPixmap:
    reader = QImageReader(str(path))
    reader.setAutoTransform(True)
    image = reader.read()
    if image.isNull():
        return QPixmap()
    smooth = Qt.TransformationMode.SmoothTransformation
    return QPixmap.fromImage(image.scaled(pixels, Qt.AspectRatioMode.IgnoreAspectRatio, smooth))
