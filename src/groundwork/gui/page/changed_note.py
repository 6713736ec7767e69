"""What an example says while the learner's version of it is another than the one on the page."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QLabel, QWidget

from groundwork.gui.appearance import Appearance
from groundwork.gui.icons import icon
from groundwork.gui.page.block_view import BlockView
from groundwork.gui.page.buttons import PageButton
from groundwork.gui.page.example_title import shown_title
from groundwork.gui.style import icon_size
from groundwork.packs.model import Example

_GAP = 8
_RUNS = "Run uses your changed version. Below is the lesson's."
_IS_READ = "You have a changed version. Below is the lesson's."


class ChangedNote(BlockView):
    """A sentence, and a way back to what the page shows.

    Signals:
        reset_pressed: the learner wants the lesson's version instead of their own.
    """

    reset_pressed = Signal()

    def __init__(self, example: Example, appearance: Appearance, parent: QWidget) -> None:
        super().__init__(appearance, parent)
        self._sign = QLabel(self)
        self._words = QLabel(_RUNS if example.is_runnable else _IS_READ, self)
        self._words.setProperty("role", "small")
        self._words.setTextFormat(Qt.TextFormat.PlainText)
        self._words.setWordWrap(True)
        self._reset = PageButton("quiet", self)
        self._reset.setText("Reset")
        self._reset.setToolTip("Put the lesson's version back; asks first")
        self._reset.setAccessibleName(f"Reset {shown_title(example)}")
        self._reset.clicked.connect(self.reset_pressed)
        self.restyle()

    def fit(self, width: int) -> int:
        """Place sign, sentence and button beside one another; returns the height."""
        sign, button = self._sign.sizeHint(), self._reset.sizeHint()
        room = width - sign.width() - button.width() - 2 * _GAP
        words = self._words.heightForWidth(room)
        height = max(words, button.height())
        self._sign.setGeometry(0, (height - sign.height()) // 2, sign.width(), sign.height())
        self._words.setGeometry(sign.width() + _GAP, (height - words) // 2, room, words)
        left, top = width - button.width(), (height - button.height()) // 2
        self._reset.setGeometry(left, top, button.width(), button.height())
        return height

    def restyle(self) -> None:
        """Take colours and sizes from the appearance again."""
        edge, theme = icon_size(self.appearance.sizes), self.appearance.theme
        self._sign.setPixmap(
            icon("changed", theme.warn).pixmap(QSize(edge, edge), self.devicePixelRatioF())
        )
        self._reset.setIcon(icon("reset", theme.text))
