"""The surface of what pops up over the code: its border, its round corners, and its shadow."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPixmap

from groundwork.gui.style import mixed
from groundwork.gui.theme import CORNER, Theme

SHADOW = 12
"""Pixels around the surface in which its shadow falls."""

_DARKNESS = {True: 90, False: 36}
"""How dark the shadow is at the surface, of 255: in a dark theme, and in a light one."""

_PATCH = 2 * (2 * SHADOW + CORNER) + 1
"""The side of the smallest ground that has all corners whole, in pixels, with its shadow."""


class Ground:
    """Draws surfaces of any size, as a small picture with its middle stretched.

    Popups are painted at every key, and to draw the rings of a shadow takes as long as all else.
    """

    def __init__(self, theme: Theme, ratio: float) -> None:
        """`ratio` is how many pixels of the screen make one of ours."""
        self.theme, self.ratio = theme, ratio
        self._patch = QPixmap(QSize(_PATCH, _PATCH) * ratio)
        self._patch.setDevicePixelRatio(ratio)
        self._patch.fill(Qt.GlobalColor.transparent)
        painter = QPainter(self._patch)
        _draw(painter, QRect(0, 0, _PATCH, _PATCH), theme)
        painter.end()

    def draw(self, painter: QPainter, size: QSize, wanted: QRect) -> None:
        """Draw a surface that takes so much room with its shadow, at least what is `wanted`."""
        if min(size.width(), size.height()) < _PATCH:
            _draw(painter, QRect(0, 0, size.width(), size.height()), self.theme)
            return
        for x, width, left, wide in _parts(size.width()):
            for y, height, top, high in _parts(size.height()):
                place = QRect(x, y, width, height)
                if place.intersects(wanted):
                    part = (each * self.ratio for each in (left, top, wide, high))
                    painter.drawPixmap(QRectF(place), self._patch, QRectF(*part))


def _parts(length: int) -> tuple[tuple[int, int, int, int], ...]:
    """The three parts of a side: where each goes, how long it gets, and the same in the patch."""
    end = _PATCH // 2
    return (0, end, 0, end), (end, length - 2 * end, end, 1), (length - end, end, end + 1, end)


def _draw(painter: QPainter, place: QRect, theme: Theme) -> None:
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    surface = QRectF(place.adjusted(SHADOW, SHADOW, -SHADOW, -SHADOW))
    _draw_shadow(painter, surface, _DARKNESS[theme.is_dark])
    painter.setPen(QPen(QColor(mixed(theme.hairline, theme.line, 0.5)), 1))
    painter.setBrush(QColor(theme.surface))
    painter.drawRoundedRect(surface.adjusted(0.5, 0.5, -0.5, -0.5), CORNER, CORNER)


def _draw_shadow(painter: QPainter, surface: QRectF, darkness: int) -> None:
    """Rings around the surface, each fainter than the one inside it, and lower than it."""
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for ring in range(SHADOW):
        share = 1 - (ring + 0.5) / SHADOW
        painter.setPen(QPen(QColor(0, 0, 0, round(darkness * share * share)), 1.5))
        drop = min(ring, SHADOW - ring, 3)
        place = surface.adjusted(-ring, -ring + drop, ring, min(ring + drop, SHADOW - 1))
        painter.drawRoundedRect(place, CORNER + ring, CORNER + ring)
