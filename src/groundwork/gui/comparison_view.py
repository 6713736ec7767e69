"""Shows a comparison: one row per line, those of one side only marked by a sign and a colour."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
)
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from groundwork.gui.appearance import Appearance
from groundwork.gui.style import mixed
from groundwork.gui.theme import Theme
from groundwork.learner.comparison import Row, Side

SIGNS = {Side.BOTH: " ", Side.EARLIER: "\u2212", Side.NOW: "+", Side.NEITHER: " "}
"""What stands before a row, with a blank after it."""

_SIGN_LENGTH = 2
_MARGIN = 4
_TAB_WIDTH = 4
_TINT = 0.12
_UNSHOWABLE = str.maketrans({"\0": "\u2400", "\ufdd0": "\ufffd", "\ufdd1": "\ufffd"})
_READABLE = (
    Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
)
_KEEP = QTextCursor.MoveMode.KeepAnchor


def sign_colours(theme: Theme) -> dict[Side, tuple[str, str]]:
    """The ink of the sign and the ground of the row for the rows that one side alone has."""
    return {
        Side.EARLIER: (theme.bad, mixed(theme.surface, theme.bad, _TINT)),
        Side.NOW: (theme.good, mixed(theme.surface, theme.good, _TINT)),
    }


class ComparisonView(QPlainTextEdit):
    """Rows to read and to copy; what is copied is without the signs."""

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._rows: Sequence[Row] = ()
        self.setProperty("role", "framed")
        self.setReadOnly(True)
        self.setTextInteractionFlags(_READABLE)
        self.setTabChangesFocus(True)
        self.setUndoRedoEnabled(False)
        self.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.document().setDocumentMargin(_MARGIN)
        appearance.changed.connect(self._dress)
        self._dress()

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Show the rows, and of those the first that one side alone has."""
        self._rows = rows
        lines = (f"{SIGNS[row.side]} {row.text}".translate(_UNSHOWABLE) for row in rows)
        self.setCurrentCharFormat(QTextCharFormat())  # not that of the sign where the cursor was
        self.setPlainText("\n".join(lines))
        self._colour()
        self._go_to_first_difference()

    def createMimeDataFromSelection(self) -> QMimeData:
        """The selected text without the signs."""
        selection, copied = self.textCursor(), QMimeData()
        block = self.document().findBlock(selection.selectionStart())
        lines = []
        while block.isValid() and block.position() <= selection.selectionEnd():
            lines.append(_selected_in(block, selection))
            block = block.next()
        copied.setText("\n".join(lines))
        return copied

    def _go_to_first_difference(self) -> None:
        differing = (number for number, row in enumerate(self._rows) if _is_marked(row))
        block = self.document().findBlockByNumber(next(differing, 0))
        self.setTextCursor(QTextCursor(block))
        self.centerCursor()

    def _dress(self) -> None:
        self.setFont(self._appearance.code_font())
        self.setTabStopDistance(_TAB_WIDTH * self.fontMetrics().horizontalAdvance(" "))
        self._colour()

    def _colour(self) -> None:
        theme = self._appearance.theme
        colours = sign_colours(theme)
        block = self.document().firstBlock()
        for row in self._rows:
            cursor = QTextCursor(block)
            if _is_marked(row):
                ink, ground = colours[row.side]
                cursor.setBlockFormat(_ground(ground))
                cursor.setPosition(block.position() + _SIGN_LENGTH, _KEEP)
                cursor.setCharFormat(_sign(ink))
            elif row.side is Side.NEITHER:
                cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock, _KEEP)
                cursor.setCharFormat(_ink(theme.muted))
            block = block.next()


def _is_marked(row: Row) -> bool:
    return row.side in {Side.EARLIER, Side.NOW}


def _selected_in(block: QTextBlock, selection: QTextCursor) -> str:
    """What of the line itself is selected."""
    start = max(selection.selectionStart(), block.position() + _SIGN_LENGTH)
    end = min(selection.selectionEnd(), block.position() + block.length() - 1)
    if end <= start:
        return ""
    part = QTextCursor(block)
    part.setPosition(start)
    part.setPosition(end, _KEEP)
    return part.selectedText()


def _ground(colour: str) -> QTextBlockFormat:
    ground = QTextBlockFormat()
    ground.setBackground(QColor(colour))
    return ground


def _ink(colour: str) -> QTextCharFormat:
    ink = QTextCharFormat()
    ink.setForeground(QColor(colour))
    return ink


def _sign(colour: str) -> QTextCharFormat:
    sign = _ink(colour)
    sign.setFontWeight(QFont.Weight.Bold)
    return sign
