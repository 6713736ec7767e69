"""A picture of the lesson: it grows with the text, and is never wider than the column."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QWidget

from groundwork.gui.appearance import Appearance
from groundwork.gui.icons import icon
from groundwork.gui.page.block_view import BlockView
from groundwork.gui.page.heading_view import wrapped_label
from groundwork.gui.page.panel import Ground, paint_ground
from groundwork.gui.page.picture_file import natural_size, rendered
from groundwork.gui.style import icon_size
from groundwork.packs.model import Picture

_PADDING = 16
_GAP = 8


class PictureView(BlockView):
    """One picture; where it cannot be shown, what its author says of it."""

    def __init__(self, picture: Picture, appearance: Appearance, parent: QWidget) -> None:
        super().__init__(appearance, parent)
        self._picture = picture
        self._natural = natural_size(picture.path)
        self._shown = QSize()
        self._pixmap = QPixmap()
        self._rendered_for = (QSize(), 0.0)
        self._words = wrapped_label(self)
        self._words.setTextFormat(Qt.TextFormat.PlainText)
        self._words.setProperty("role", "muted")
        self._words.setVisible(not self._is_readable)
        self._words.setText(_apology(picture))
        self.setAccessibleName(picture.alternative_text or picture.path.name)

    def fit(self, width: int) -> int:
        """Let the picture grow with the text as far as the width allows; returns the height."""
        if not self._is_readable:
            return self._fit_words(width)
        scale = min(self.appearance.text_scale, width / self._natural.width())
        self._shown = QSize(
            max(1, round(self._natural.width() * scale)),
            max(1, round(self._natural.height() * scale)),
        )
        return self._shown.height()

    def restyle(self) -> None:
        """Take the colours from the theme again."""
        self._rendered_for = (QSize(), 0.0)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the picture for exactly the pixels that it covers."""
        del event
        if self._is_readable:
            self._render()
        if self._is_readable:
            painter = QPainter(self)
            painter.drawPixmap(QPoint((self.width() - self._shown.width()) // 2, 0), self._pixmap)
            painter.end()
        else:
            self._paint_placeholder()

    @property
    def _is_readable(self) -> bool:
        return self._natural.isValid() and not self._natural.isEmpty()

    def _render(self) -> None:
        ratio = self.devicePixelRatioF()
        if self._rendered_for == (self._shown, ratio):
            return
        self._rendered_for = (self._shown, ratio)
        self._pixmap = rendered(self._picture.path, self._shown, ratio, self.appearance.theme)
        if self._pixmap.isNull():
            self._natural = QSize()  # only its beginning is a picture
            self._words.show()
            self.refit_requested.emit()

    def _fit_words(self, width: int) -> int:
        edge = icon_size(self.appearance.sizes)
        room = width - 2 * _PADDING - edge - _GAP
        height = max(edge, self._words.heightForWidth(room))
        self._words.setGeometry(_PADDING + edge + _GAP, _PADDING, room, height)
        return height + 2 * _PADDING

    def _paint_placeholder(self) -> None:
        theme = self.appearance.theme
        edge = icon_size(self.appearance.sizes)
        paint_ground(self, Ground(theme.sunken))
        painter = QPainter(self)
        icon("error", theme.muted).paint(painter, _PADDING, _PADDING, edge, edge)
        painter.end()


def _apology(picture: Picture) -> str:
    said = f"The picture {picture.path.name} cannot be shown."
    return f"{said} {picture.alternative_text}" if picture.alternative_text else said
