"""What the program of a question really prints, beside what was predicted; shown when wanted."""

from __future__ import annotations

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QWidget

from groundwork.checking.differences import Kind, differences
from groundwork.gui.appearance import Appearance
from groundwork.gui.exercise.evidence import EvidenceLine, EvidenceView
from groundwork.gui.page.block_view import BlockView
from groundwork.gui.page.buttons import PageButton

_WORDS = {
    Kind.SAME: ("", ""),
    Kind.GOT: ("yours", "bad"),
    Kind.EXPECTED: ("printed", "good"),
    Kind.EXTRA: ("yours", "bad"),
    Kind.MISSING: ("printed", "good"),
    Kind.LEFT_OUT: ("", ""),
}


class OutputView(BlockView):
    """A button that shows the output, and then the output; without one it takes no room."""

    def __init__(self, appearance: Appearance, parent: QWidget) -> None:
        super().__init__(appearance, parent)
        self._show = PageButton("plain", self)
        self._show.setText("Show what it prints")
        self._show.clicked.connect(self._open)
        self._text = EvidenceView(appearance, self)
        self._text.cursor_moved.connect(self._on_text_cursor_moved)
        self.hide()

    def offer(self, predicted: str, output: str) -> None:
        """Have the output ready to be shown."""
        self._text.show_lines(compared_lines(predicted, output))
        self.show()
        self._turn(is_open=False)

    def forget(self) -> None:
        """Show nothing any more."""
        if not self.isHidden():
            self.hide()
            self.refit_requested.emit()

    def fit(self, width: int) -> int:
        """Place what is shown; returns its height, 0 where nothing is."""
        if self.isHidden():
            return 0
        if self._text.isHidden():
            button = self._show.sizeHint()
            self._show.setGeometry(0, 0, button.width(), button.height())
            return button.height()
        height = self._text.fit(width)
        self._text.setGeometry(0, 0, width, height)
        return height

    def restyle(self) -> None:
        """Take colours and sizes from the appearance again."""
        self._text.restyle()

    def _open(self) -> None:
        self._turn(is_open=True)

    def _turn(self, *, is_open: bool) -> None:
        self._text.setVisible(is_open)
        self._show.setVisible(not is_open)
        self.refit_requested.emit()

    def _on_text_cursor_moved(self, place: QRect) -> None:
        self.reveal_requested.emit(place.translated(self._text.pos()))


def compared_lines(predicted: str, output: str) -> list[EvidenceLine]:
    """A prediction and an output line by line, the letters that differ marked."""
    lines = []
    for line in differences(predicted, output):
        word, role = _WORDS[line.kind]
        lines.append(EvidenceLine(word, line.stretches, role, line.kind is Kind.LEFT_OUT))
    return lines
