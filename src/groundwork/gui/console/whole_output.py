"""A window for reading the whole of a long output, one piece at a time, from its file."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
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
        self._remark = QLabel(remark)
        self._remark.setVisible(bool(remark))
        self._first = self._turner("First", lambda: self._show(0))
        self._back = self._turner("Back", lambda: self._show(self._piece - 1))
        self._on = self._turner("On", lambda: self._show(self._piece + 1))
        self._last = self._turner("Last", lambda: self._show(self._count() - 1))
        self._save = self._turner("Save as…", self._on_save_clicked)
        self._lay_out()
        self._show(0)

    def _turner(self, text: str, turn: object) -> QPushButton:
        button = QPushButton(text)
        button.clicked.connect(turn)
        return button

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(8)
        for button in (self._first, self._back, self._on, self._last):
            row.addWidget(button)
        row.addWidget(self._where)
        row.addStretch()
        row.addWidget(self._save)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(12)
        column.addWidget(self._remark)
        column.addWidget(self._text, 1)
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
        self._where.setText(f"part {self._piece + 1:,} of {count:,}, {self._size():,} bytes")
        self._back.setEnabled(self._piece > 0)
        self._first.setEnabled(self._piece > 0)
        self._on.setEnabled(self._piece < count - 1)
        self._last.setEnabled(self._piece < count - 1)

    def _on_save_clicked(self) -> None:
        target, _ = QFileDialog.getSaveFileName(self, "Save the whole output", "output.txt")
        if not target:
            return
        try:
            self._copy_to(Path(target))
        except OSError as error:
            self._remark.setText(f"The output was not saved to {target}: {error.strerror}.")
            self._remark.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            self._remark.show()

    def _copy_to(self, target: Path) -> None:
        import shutil  # noqa: PLC0415 - wanted once in a long while

        shutil.copyfile(self._spool, target)


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
