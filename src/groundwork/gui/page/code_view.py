"""A program's text in the colours of the theme, to be read and copied."""

from __future__ import annotations

from functools import cache

from PySide6.QtGui import (
    QColor,
    QFontMetricsF,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextLayout,
    QTextOption,
)
from PySide6.QtWidgets import QWidget

from groundwork.gui.appearance import Appearance
from groundwork.gui.page import highlight
from groundwork.gui.page.text_view import TextView
from groundwork.gui.theme import Theme

_LINE_HEIGHT = 1.4
_TAB_WIDTH = 4


class CodeView(TextView):
    """Code in lines that are never broken; one that is too long scrolls sideways."""

    def __init__(self, appearance: Appearance, margin: int, parent: QWidget) -> None:
        """`margin` pixels stay free on both sides, and scroll away with a long line."""
        super().__init__(appearance, parent)
        self._margin = margin
        self._code = ""
        self._language = ""

    @property
    def code(self) -> str:
        """The text that is shown."""
        return self._code

    def show_code(self, code: str, language: str) -> None:
        """Show `code`; `language` is named as in a listing, and may be empty."""
        self._code = code
        self._language = language
        self.setAccessibleName(_normalised(code))
        self.restyle()

    def restyle(self) -> None:
        """Take font and colours from the appearance again."""
        document = self.document
        font = self.appearance.code_font()
        document.setDefaultFont(font)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.NoWrap)
        option.setTabStopDistance(_TAB_WIDTH * QFontMetricsF(font).horizontalAdvance(" "))
        document.setDefaultTextOption(option)
        document.setPlainText(_normalised(self._code))
        self._space_lines(round(font.pixelSize() * _LINE_HEIGHT))
        root = document.rootFrame().frameFormat()
        root.setLeftMargin(self._margin)
        root.setRightMargin(self._margin)
        document.rootFrame().setFrameFormat(root)
        self._colour()

    def _colour(self) -> None:
        formats = _formats(self.appearance.theme)
        lines = highlight.coloured_lines(_normalised(self._code), self._language)
        block = self.document.firstBlock()
        for stretches in lines:
            block.layout().setFormats([_range(one, formats) for one in stretches])
            block = block.next()

    def _space_lines(self, height: int) -> None:
        cursor = QTextCursor(self.document)
        cursor.select(QTextCursor.SelectionType.Document)
        spacing = QTextBlockFormat()
        spacing.setLineHeight(height, QTextBlockFormat.LineHeightTypes.FixedHeight.value)
        cursor.mergeBlockFormat(spacing)


def _normalised(code: str) -> str:
    """The code with one kind of line end, and none after the last line."""
    lines = code.replace("\r\n", "\n").replace("\r", "\n").replace("\u2029", "\n")
    return lines.removesuffix("\n")


@cache
def _formats(theme: Theme) -> dict[str, QTextCharFormat]:
    formats: dict[str, QTextCharFormat] = {}
    for role in highlight.ROLES:
        formats[role] = QTextCharFormat()
        formats[role].setForeground(QColor(getattr(theme, role)))
    return formats


def _range(
    stretch: highlight.Stretch, formats: dict[str, QTextCharFormat]
) -> QTextLayout.FormatRange:
    coloured = QTextLayout.FormatRange()
    coloured.start = stretch.start
    coloured.length = stretch.length
    coloured.format = formats[stretch.role]
    return coloured
