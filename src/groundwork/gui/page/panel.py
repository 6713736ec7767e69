"""The grounds that blocks lie on: the sheet of an example, the hollow of a listing."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QWidget

from groundwork.gui.theme import CORNER


@dataclass(frozen=True, slots=True)
class Ground:
    """How a panel is painted; colours are `#RRGGBB`, `border` and `edge` may be empty.

    `edge` is the colour of a bar of `edge_width` pixels along the left side.
    """

    fill: str
    border: str = ""
    edge: str = ""
    edge_width: int = 4


def paint_ground(widget: QWidget, ground: Ground) -> None:
    """Fill the widget with rounded corners; called from its paint event."""
    painter = QPainter(widget)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    inset = 0.5 if ground.border else 0.0
    place = QRectF(widget.rect()).adjusted(inset, inset, -inset, -inset)
    outline = QPainterPath()
    outline.addRoundedRect(place, CORNER, CORNER)
    painter.fillPath(outline, QColor(ground.fill))
    if ground.border:
        painter.setPen(QPen(QColor(ground.border), 1))
        painter.drawPath(outline)
    if ground.edge:
        painter.setClipPath(outline)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(ground.edge))
        painter.drawRect(QRectF(0, 0, ground.edge_width, widget.height()))
    painter.end()
