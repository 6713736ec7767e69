"""A strip over the panels that says what is wrong and stays until it is mended or closed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QToolButton, QWidget

from groundwork.gui.appearance import Appearance
from groundwork.gui.icons import icon


@dataclass(frozen=True, slots=True)
class Offer:
    """What a button beside a sentence is called, and what it does."""

    text: str
    accept: Callable[[], None]


class Banner(QFrame):
    """One sentence in the colour of warnings, with a button that closes it.

    Sentences about different things wait behind one another; the newest is shown.

    Signals:
        closed: the person has read it.
    """

    closed = Signal()

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._sentences: dict[str, tuple[str, Offer | None]] = {}
        self._sign = QLabel()
        self._text = QLabel()
        self._text.setTextFormat(Qt.TextFormat.PlainText)  # a pack may have named itself in HTML
        self._text.setWordWrap(True)
        self._text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._offer = QPushButton()
        self._offer.clicked.connect(self._on_offer_clicked)
        self._close = QToolButton()
        self._close.setProperty("role", "quiet")
        self._close.setAccessibleName("Close this message")
        self._close.setToolTip("Close this message")
        self._close.clicked.connect(self._on_close_clicked)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(16, 8, 8, 8)
        layout.setSpacing(12)
        layout.addWidget(self._sign)
        layout.addWidget(self._text, 1)
        layout.addWidget(self._offer)
        layout.addWidget(self._close)
        self.setObjectName("banner")
        self.setAccessibleName("Message")
        appearance.changed.connect(self._on_appearance_changed)
        self._on_appearance_changed()
        self.hide()

    @property
    def text(self) -> str:
        """The sentence that stands here, empty when there is none."""
        return self._text.text()

    def tell(self, sentence: str, about: str = "", offer: Offer | None = None) -> None:
        """Show the sentence until it is closed, or one `about` the same comes or is withdrawn.

        What is offered stands on a button beside it.
        """
        self._sentences.pop(about, None)
        self._sentences[about] = (sentence, offer)
        self._show_newest()

    def withdraw(self, about: str = "") -> None:
        """Take the sentence about this away."""
        self._sentences.pop(about, None)
        self._show_newest()

    def _show_newest(self) -> None:
        sentence, offer = next(reversed(self._sentences.values()), ("", None))
        self._text.setText(sentence)
        self._offer.setText(offer.text if offer is not None else "")
        self._offer.setVisible(offer is not None)
        self.setAccessibleDescription(sentence)
        self.setVisible(bool(sentence))

    def _on_offer_clicked(self) -> None:
        _, offer = next(reversed(self._sentences.values()), ("", None))
        if offer is not None:
            offer.accept()

    def _on_close_clicked(self) -> None:
        self._sentences.popitem()
        self._show_newest()
        self.closed.emit()

    def _on_appearance_changed(self) -> None:
        theme = self._appearance.theme
        self.setStyleSheet(
            f"#banner {{ background: {theme.surface}; border: 0;"
            f" border-left: 4px solid {theme.warn}; border-bottom: 1px solid {theme.hairline}; }}"
        )
        self._sign.setPixmap(icon("warning", theme.warn).pixmap(QSize(20, 20)))
        self._close.setIcon(icon("close", theme.muted))
