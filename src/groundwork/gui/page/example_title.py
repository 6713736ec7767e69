"""What an example is called, and what is to be known about it before it is run."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QLabel, QWidget

from groundwork.gui.appearance import Appearance
from groundwork.gui.icons import icon
from groundwork.gui.page.block_view import BlockView
from groundwork.gui.style import icon_size
from groundwork.packs.model import Example

_MARK_GAP = 4
_MARK_SHARE = 0.8


class ExampleTitle(BlockView):
    """The title, and a quieter line below it where there is something to say."""

    def __init__(self, example: Example, appearance: Appearance, parent: QWidget) -> None:
        super().__init__(appearance, parent)
        self._example = example
        self._is_changed = False
        self._title = self._label(shown_title(example))
        self._notes = self._label("")
        self._notes.setProperty("role", "small")
        self._mark: QLabel | None = None
        self.restyle()

    def set_changed(self, *, is_changed: bool) -> None:
        """Mark that the learner's draft differs from what the page shows."""
        if is_changed != self._is_changed:
            self._is_changed = is_changed
            self._write_notes()
            self.refit_requested.emit()

    def natural_width(self) -> int:
        """The width in pixels at which no line is broken."""
        mark = self._mark_width() if self._notes.text() else 0
        widths = (self._title.sizeHint().width(), mark + self._notes_width())
        return max(widths)

    def fit(self, width: int) -> int:
        """Break the lines; returns the height of all of them."""
        top = self._title.heightForWidth(width)
        self._title.setGeometry(0, 0, width, top)
        if not self._notes.text():
            return top
        left = self._mark_width()
        if self._mark is not None:
            self._mark.setGeometry(0, top, left, self._notes.fontMetrics().height())
        height = self._notes.heightForWidth(width - left)
        self._notes.setGeometry(left, top, width - left, height)
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

    def _mark_width(self) -> int:
        if self._mark is None or not self._is_changed:
            return 0
        return self._mark.sizeHint().width() + _MARK_GAP

    def _write_notes(self) -> None:
        notes = ["changed"] if self._is_changed else []
        if self._example.fails_with:
            notes.append(f"fails on purpose: {self._example.fails_with}")
        if not self._example.is_runnable:
            notes.append("to read, not to run")
        self._notes.setText(" · ".join(notes))
        self._notes.setVisible(bool(notes))
        self._draw_mark()

    def _draw_mark(self) -> None:
        if self._mark is None and self._is_changed:
            self._mark = QLabel(self)
        if self._mark is not None:
            edge = round(icon_size(self.appearance.sizes) * _MARK_SHARE)
            warn = self.appearance.theme.warn
            self._mark.setPixmap(icon("changed", warn).pixmap(edge, edge))
            self._mark.setVisible(self._is_changed)


def shown_title(example: Example) -> str:
    """The author's title, or the name of the file that is run where there is none."""
    return example.title or example.main
