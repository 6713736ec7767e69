"""A strip above the text that says what to know about the file."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QWidget

from groundwork.gui.appearance import Appearance
from groundwork.gui.icons import icon
from groundwork.gui.style import icon_size


class Notice(QFrame):
    """One sentence with a sign: a warning, or a note; hidden while there is nothing to say."""

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("fileNotice")
        self._appearance = appearance
        self._is_warning = True
        self._sign, self._text = QLabel(), QLabel()
        self._text.setWordWrap(True)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 6, 12, 6)
        row.setSpacing(8)
        row.addWidget(self._sign)
        row.addWidget(self._text, 1)
        appearance.changed.connect(self._dress)
        self.hide()

    def tell(self, sentence: str, *, is_warning: bool = True) -> None:
        """Show the sentence; an empty one hides the strip."""
        self._is_warning = is_warning
        self._text.setText(sentence)
        self.setAccessibleName(sentence)
        self._dress()
        self.setVisible(bool(sentence))

    def _dress(self) -> None:
        if not self._text.text():
            return  # the first icon that is drawn costs more than the start can spare
        theme, edge = self._appearance.theme, icon_size(self._appearance.sizes)
        sign = icon("warning", theme.warn) if self._is_warning else icon("note", theme.muted)
        self._sign.setPixmap(sign.pixmap(QSize(edge, edge), self.devicePixelRatioF()))
        self.setStyleSheet(
            f"#fileNotice {{ background: {theme.canvas}; border: 0;"
            f" border-bottom: 1px solid {theme.hairline}; }}"
        )
