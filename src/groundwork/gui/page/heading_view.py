"""A heading inside the page."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QLabel, QWidget

from groundwork.gui.appearance import Appearance
from groundwork.gui.page.block_view import BlockView
from groundwork.packs.model import Heading

_TITLE_LEVEL = 2
_LESSON_LEVEL = 3


class HeadingView(BlockView):
    """One heading; links name its anchor."""

    def __init__(self, heading: Heading, appearance: Appearance, parent: QWidget) -> None:
        super().__init__(appearance, parent)
        self._heading = heading
        self._label = wrapped_label(self)
        self._label.setText(heading.html if "<" in heading.html else heading.text)
        is_rich = "<" in heading.html
        form = Qt.TextFormat.RichText if is_rich else Qt.TextFormat.PlainText
        self._label.setTextFormat(form)
        self._label.setAccessibleName(heading.text)
        self._label.setAccessibleDescription(f"Heading of level {heading.level}")
        if "<a " in heading.html:
            self._label.setTextInteractionFlags(Qt.TextInteractionFlag.TextBrowserInteraction)
            self._label.linkActivated.connect(self.link_activated)
        self.restyle()

    def fit(self, width: int) -> int:
        """Break the heading's lines; returns its height."""
        height = self._label.heightForWidth(width)
        self._label.setGeometry(0, 0, width, height)
        return height

    def restyle(self) -> None:
        """Take the size from the appearance again."""
        sizes = self.appearance.sizes
        by_level = {_TITLE_LEVEL: sizes.title, _LESSON_LEVEL: sizes.lesson}
        size = sizes.title if self._heading.level < _TITLE_LEVEL else sizes.body
        font = QFont(self._label.font())
        font.setPixelSize(by_level.get(self._heading.level, size))
        font.setWeight(QFont.Weight.DemiBold)
        self._label.setFont(font)

    def anchor_top(self, anchor: str) -> int | None:
        """The heading's own top, where it is the one that is meant."""
        return 0 if anchor == self._heading.anchor else None


def wrapped_label(parent: QWidget) -> QLabel:
    """A label that breaks its lines and lets its text be selected with the mouse."""
    label = QLabel(parent)
    label.setWordWrap(True)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return label
