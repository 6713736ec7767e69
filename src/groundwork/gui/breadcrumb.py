"""Where something belongs, on one line: its title, and quietly before it what it stands under."""

from __future__ import annotations

from PySide6 import QtCore
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy

from groundwork.gui.appearance import Appearance

_SEPARATOR = "  /  "
_LEAST_OUTER = 4
"""A title cut down to fewer letters than this says nothing."""


class Breadcrumb(QLabel):
    """Says "Outer / Inner"; where it does not fit, the outer title gives way before the inner."""

    def __init__(self, appearance: Appearance) -> None:
        super().__init__()
        self._appearance = appearance
        self._outer = ""
        self._inner = ""
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        appearance.changed.connect(self.update)

    def tell(self, outer: str, inner: str) -> None:
        """Say both titles, of which either may be empty."""
        self._outer, self._inner = outer, inner
        self.setText(" / ".join(title for title in (outer, inner) if title))
        self.setToolTip(self.text())

    def minimumSizeHint(self) -> QSize:
        """As narrow as need be."""
        return QSize(0, super().minimumSizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the outer title quietly and the inner one plainly."""
        del event
        if not self.text():
            return
        painter = QPainter(self)
        metrics = self.fontMetrics()
        place = self.contentsRect()
        outer, inner = self._fitting(metrics, place.width())
        theme = self._appearance.theme
        for text, colour in ((outer, theme.muted), (inner, theme.text)):
            painter.setPen(QColor(colour))
            painter.drawText(place, QtCore.Qt.AlignmentFlag.AlignVCenter, text)
            place.setLeft(place.left() + metrics.horizontalAdvance(text))

    def _fitting(self, metrics: QFontMetrics, width: int) -> tuple[str, str]:
        right = QtCore.Qt.TextElideMode.ElideRight
        inner = metrics.elidedText(self._inner, right, width)
        if not self._outer:
            return "", inner
        left = width - metrics.horizontalAdvance(_SEPARATOR + self._inner)
        outer = metrics.elidedText(self._outer, right, left)
        is_worth_it = len(outer) > _LEAST_OUTER or outer == self._outer
        return (outer + _SEPARATOR, inner) if is_worth_it else ("", inner)
