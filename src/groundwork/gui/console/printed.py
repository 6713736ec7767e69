"""What of a console's text a program printed, and what was typed into it."""

from __future__ import annotations

from PySide6.QtGui import QTextBlock, QTextDocument

from groundwork.gui.console.formats import STYLE_PROPERTY
from groundwork.running.lines import Source, Style


def text_without_typed_lines(document: QTextDocument) -> str:
    """The lines of the document into which nothing was typed.

    A line that asks for something goes with what was typed behind it.
    """
    lines = []
    block = document.begin()
    while block.isValid():
        if not _holds_input(block):
            lines.append(block.text())
        block = block.next()
    return "\n".join(lines)


def _holds_input(block: QTextBlock) -> bool:
    styles = (entry.format.property(STYLE_PROPERTY) for entry in block.textFormats())
    return any(isinstance(style, Style) and style.source is Source.INPUT for style in styles)
