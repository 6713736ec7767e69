"""The icons of the window: drawn for it as SVG, tinted by the theme, rendered when first painted.

Every icon lies on a grid of 20 px in `resources/icons` and paints in `currentColor`. An icon costs
next to nothing until it is shown; then it is rendered for exactly the pixels it covers, so it is
crisp at any size and any device pixel ratio.
"""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import QByteArray, QRect, QRectF, QSize
from PySide6.QtGui import QColor, QIcon, QIconEngine, QPainter, QPixmap

from groundwork.paths import resources_folder

ICON_SIZE = 20
"""The grid that the icons are drawn on, and their size at a text scale of 1, in pixels."""

_APP_ICON = "groundwork"
_DISABLED_OPACITY = 0.4
_clones: list[_SvgEngine] = []


class UnknownIconError(KeyError):
    """No icon has that name; the argument is the name."""


@cache
def icon(name: str, colour: str) -> QIcon:
    """The icon of that name drawn in `colour`, which is `#RRGGBB`.

    Raises:
        UnknownIconError: no icon has that name.
    """
    return QIcon(_SvgEngine(_source(name).replace("currentColor", colour)))


@cache
def app_icon() -> QIcon:
    """The application's own icon, in its own colours."""
    return QIcon(_SvgEngine(_source(_APP_ICON)))


def _source(name: str) -> str:
    try:
        return (resources_folder() / "icons" / f"{name}.svg").read_text(encoding="utf-8")
    except OSError as error:
        raise UnknownIconError(name) from error


class _SvgEngine(QIconEngine):
    """Renders one SVG document at whatever size Qt asks for, once per size."""

    def __init__(self, source: str) -> None:
        super().__init__()
        self._source = source
        self._rendered: dict[tuple[int, int, float, bool], QPixmap] = {}

    def clone(self) -> QIconEngine:
        """Another engine for the same picture."""
        twin = _SvgEngine(self._source)
        _clones.append(twin)  # Qt owns it from here on, but only a reference keeps it until then
        return twin

    def actualSize(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QSize:  # noqa: N802 - Qt's name
        """Every size can be had."""
        del mode, state
        return size

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        """Draw the icon into `rect`."""
        ratio = painter.device().devicePixelRatioF()
        painter.drawPixmap(rect, self.scaledPixmap(rect.size(), mode, state, ratio))

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        """The icon at `size` pixels."""
        return self.scaledPixmap(size, mode, state, 1.0)

    def scaledPixmap(  # noqa: N802 - Qt's name
        self, size: QSize, mode: QIcon.Mode, state: QIcon.State, scale: float
    ) -> QPixmap:
        """The icon at `size` logical pixels for a screen with `scale` pixels to each."""
        del state
        is_disabled = mode == QIcon.Mode.Disabled
        key = (size.width(), size.height(), scale, is_disabled)
        if key not in self._rendered:
            self._rendered[key] = _render(self._source, size, scale, is_disabled=is_disabled)
        return self._rendered[key]


def _render(source: str, size: QSize, scale: float, *, is_disabled: bool) -> QPixmap:
    from PySide6.QtSvg import QSvgRenderer  # noqa: PLC0415 - a library of its own, for the first icon

    width, height = round(size.width() * scale), round(size.height() * scale)
    pixmap = QPixmap(width, height)
    pixmap.fill(QColor(0, 0, 0, 0))
    painter = QPainter(pixmap)
    painter.setOpacity(_DISABLED_OPACITY if is_disabled else 1.0)
    edge = min(width, height)
    square = QRectF((width - edge) / 2, (height - edge) / 2, edge, edge)
    QSvgRenderer(QByteArray(source.encode())).render(painter, square)
    painter.end()
    pixmap.setDevicePixelRatio(scale)
    return pixmap
