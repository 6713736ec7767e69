"""What an example is called, and what is to be known about it before it is run."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QLabel, QWidget

from groundwork.gui.appearance import Appearance
from groundwork.gui.page.block_view import BlockView
from groundwork.packs.model import Example


class ExampleTitle(BlockView):
    """The title, and a quieter line below it where there is something to say."""

    def __init__(self, example: Example, appearance: Appearance, parent: QWidget) -> None:
        super().__init__(appearance, parent)
        self._example = example
        self._title = self._label(shown_title(example))
        self._notes = self._label("")
        self._notes.setProperty("role", "small")
        self.restyle()

    def natural_width(self) -> int:
        """The width in pixels at which no line is broken."""
        return max(self._title.sizeHint().width(), self._notes_width())

    def fit(self, width: int) -> int:
        """Break the lines; returns the height of all of them."""
        top = self._title.heightForWidth(width)
        self._title.setGeometry(0, 0, width, top)
        if not self._notes.text():
            return top
        height = self._notes.heightForWidth(width)
        self._notes.setGeometry(0, top, width, height)
        return top + height

    def restyle(self) -> None:
        """Take colours and sizes from the appearance again."""
        font = QFont(self._title.font())
        font.setPixelSize(self.appearance.sizes.body)
        font.setWeight(QFont.Weight.DemiBold)
        self._title.setFont(font)
        self._write_notes()

    def _label(self, text: str) -> QLabel:
        label = QLabel(text, self)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(True)
        return label

    def _notes_width(self) -> int:
        # A label that breaks its lines hints at a width of its own choice.
        return self._notes.fontMetrics().horizontalAdvance(self._notes.text()) + 1

    def _write_notes(self) -> None:
        notes = []
        if self._example.fails_with:
            notes.append(f"fails on purpose: {self._example.fails_with}")
        if not self._example.is_runnable:
            notes.append("to read, not to run")
        self._notes.setText(" · ".join(notes))
        self._notes.setVisible(bool(notes))


def shown_title(example: Example) -> str:
    """The author's title, or the name of the file that is run where there is none."""
    return example.title or example.main
