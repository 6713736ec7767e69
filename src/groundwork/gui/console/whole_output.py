"""A window for reading the whole of a long output, one piece at a time, from its file."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QStandardPaths, Qt
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from groundwork.gui.appearance import Appearance
from groundwork.gui.console.saving_line import SavingLine
from groundwork.running.outcome import amount

PIECE = 200_000
"""Bytes shown at a time: as much as can be laid out without a pause."""

_LONGEST_LINE = 2_000


class WholeOutput(QDialog):
    """Pages through a spool file that may be larger than memory would like."""

    def __init__(self, appearance: Appearance, spool: Path, remark: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle("The whole output")
        self.resize(900, 600)
        self._spool = spool
        self._piece = 0
        self._text = QPlainTextEdit()
        self._text.setReadOnly(True)
        self._text.setFont(appearance.code_font())
        self._text.setAccessibleName("The whole output")
        self._where = QLabel()
        self._remark = QLabel()
        self._remark.setWordWrap(True)
        self._remark.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._say(remark)
        self._first = self._button("First", lambda: self._show(0))
        self._previous = self._button("Previous", lambda: self._show(self._piece - 1))
        self._next = self._button("Next", lambda: self._show(self._piece + 1))
        self._last = self._button("Last", lambda: self._show(self._count() - 1))
        self._save = self._button("Save a copy…", self._on_save_clicked)
        self._close = self._button("Close", self.close)
        self._saving = SavingLine(self)
        self._saving.ended.connect(self._on_saving_ended)
        self.finished.connect(self._saving.cancel)
        self._lay_out()
        self._show(0)

    def save_to(self, target: Path) -> None:
        """Begin to save a copy there; how that ends is said in the window."""
        self._save.setEnabled(False)
        self._saving.save(self._spool, self._size(), target)

    def _button(self, text: str, act: object) -> QPushButton:
        button = QPushButton(text)
        button.setAutoDefault(False)
        button.clicked.connect(act)
        return button

    def _say(self, sentence: str) -> None:
        self._remark.setText(sentence)
        self._remark.setVisible(bool(sentence))

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(8)
        for button in (self._first, self._previous, self._next, self._last):
            row.addWidget(button)
        row.addWidget(self._where)
        row.addStretch()
        row.addWidget(self._save)
        row.addWidget(self._close)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(12)
        column.addWidget(self._remark)
        column.addWidget(self._text, 1)
        column.addWidget(self._saving)
        column.addLayout(row)

    def _count(self) -> int:
        """How many pieces the file has by now."""
        return max(1, -(-self._size() // PIECE))

    def _size(self) -> int:
        try:
            return self._spool.stat().st_size
        except OSError:
            return 0

    def _show(self, piece: int) -> None:
        count = self._count()
        self._piece = min(max(piece, 0), count - 1)
        try:
            text = _read_piece(self._spool, self._piece)
        except OSError as error:
            text = f"The output cannot be read any more: {error.strerror}."
        self._text.setPlainText(text)
        self._where.setText(f"Part {self._piece + 1:,} of {count:,}, {amount(self._size())} in all")
        for button in (self._first, self._previous):
            button.setEnabled(self._piece > 0)
        for button in (self._next, self._last):
            button.setEnabled(self._piece < count - 1)

    def _on_save_clicked(self) -> None:
        place = QStandardPaths.StandardLocation.DocumentsLocation
        suggested = Path(QStandardPaths.writableLocation(place)) / "output.txt"
        target, _ = QFileDialog.getSaveFileName(self, "Save the whole output", str(suggested))
        if target:
            self.save_to(Path(target))

    def _on_saving_ended(self, sentence: str) -> None:
        self._save.setEnabled(True)
        self._say(sentence)


def _read_piece(spool: Path, piece: int) -> str:
    """The text of one piece; lines that are too long to lay out are broken."""
    with spool.open("rb") as file:
        file.seek(piece * PIECE)
        text = file.read(PIECE).decode("utf-8", errors="replace")
    lines = (
        line[start : start + _LONGEST_LINE]
        for line in text.replace("\0", "␀").split("\n")
        for start in range(0, max(len(line), 1), _LONGEST_LINE)
    )
    return "\n".join(lines)
