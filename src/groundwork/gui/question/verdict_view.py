"""What is said about an answer: right or not in a shape and words, and the author's explanation."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import QRect
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from groundwork.checking.questions import AnswerVerdict
from groundwork.gui.appearance import Appearance
from groundwork.gui.icons import icon
from groundwork.gui.page.block_view import BlockView
from groundwork.gui.page.prose_view import ProseView
from groundwork.gui.style import icon_size

_GAP = 8


class VerdictView(BlockView):
    """The words of a verdict beside its sign; without one it takes no room."""

    def __init__(self, appearance: Appearance, parent: QWidget) -> None:
        super().__init__(appearance, parent)
        self._is_right = False
        self._text = ProseView(appearance, self)
        self._text.link_pressed.connect(self.link_activated)
        self.hide()

    def show_verdict(self, verdict: AnswerVerdict) -> None:
        """Say it, aloud too where somebody listens."""
        self._is_right = verdict.is_right
        said = f"<p><strong>{escape(verdict.sentence)}</strong></p>"
        self._text.show_html(said + "".join(verdict.explanations))
        self.setAccessibleName(verdict.sentence)
        self.show()
        self.refit_requested.emit()
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, verdict.sentence))

    def forget(self) -> None:
        """Say nothing any more."""
        if not self.isHidden():
            self.hide()
            self.refit_requested.emit()

    def fit(self, width: int) -> int:
        """Place the words; returns their height, 0 where there are none."""
        if self.isHidden():
            return 0
        left = icon_size(self.appearance.sizes) + _GAP
        height = self._text.fit(width - left)
        self._text.setGeometry(left, 0, width - left, height)
        return height

    def restyle(self) -> None:
        """Take colours and sizes from the appearance again."""
        self._text.restyle()
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the sign beside the first line."""
        del event
        theme, edge = self.appearance.theme, icon_size(self.appearance.sizes)
        line = round(self.appearance.sizes.lesson * 1.5)
        sign, colour = ("check", theme.good) if self._is_right else ("important", theme.warn)
        painter = QPainter(self)
        icon(sign, colour).paint(painter, QRect(0, (line - edge) // 2, edge, edge))
        painter.end()
