"""What the editor says it shows."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QFrame, QHBoxLayout

from groundwork.gui.appearance import Appearance
from groundwork.gui.breadcrumb import Breadcrumb


class Caption(NamedTuple):
    """The titles of an example and of the lesson that it stands in."""

    lesson: str = ""
    example: str = ""


class CaptionLine(QFrame):
    """The line above the tabs: which example is in the editor."""

    def __init__(self, appearance: Appearance) -> None:
        super().__init__()
        self.setObjectName("editorCaption")
        self._appearance = appearance
        self._text = Breadcrumb(appearance)
        self._text.setAccessibleDescription("The example in the editor")
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 6, 12, 0)
        row.addWidget(self._text)
        appearance.changed.connect(self._dress)
        self._dress()

    def tell(self, caption: Caption) -> None:
        """Say it."""
        self._text.tell(caption.lesson, caption.example)

    def minimumSizeHint(self) -> QSize:
        """As narrow as need be."""
        return QSize(0, super().minimumSizeHint().height())

    def _dress(self) -> None:
        theme = self._appearance.theme
        self.setStyleSheet(f"#editorCaption {{ background: {theme.canvas}; border: 0; }}")
