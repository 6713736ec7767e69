"""Shows documentation: safe HTML from the language worker, set in the look of the window."""

from __future__ import annotations

import re
from html import unescape
from math import ceil

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QMouseEvent, QTextDocument
from PySide6.QtWidgets import QFrame, QTextEdit, QWidget

from groundwork.gui.appearance import Appearance
from groundwork.gui.language.code_html import code_html

MARGIN = 12
"""Pixels that are kept free around the text."""

WIDEST, HIGHEST = 480, 320
"""How large it becomes at a text scale of 1, in pixels; longer texts scroll."""

_BELOW_LETTERS = 6
_NEVER = Qt.ScrollBarPolicy.ScrollBarAlwaysOff
_STYLE = """
body {{ color: {text}; }}
p, li {{ line-height: 140%; }}
p {{ margin: 0 0 8px 0; }}
h4 {{ margin: 8px 0 4px 0; font-size: {body}px; font-weight: bold; }}
ul, ol {{ margin: 0 0 8px 0; -qt-list-indent: 0; }}
li {{ margin: 0 0 4px 18px; }}
code, pre {{ font-family: "{code_family}"; font-size: {body}px; }}
code {{ color: {builtin}; }}
a {{ color: {accent}; }}
.code {{ font-family: "{code_family}"; white-space: pre-wrap; line-height: 120%; }}
.muted {{ color: {muted}; }}
pre {{ margin: 0; line-height: 130%; white-space: pre-wrap; }}
table {{ background-color: {sunken}; margin: 0 0 8px 0; }}
"""
_BOX = '<table width="100%" cellpadding="8" cellspacing="0"><tr><td><pre>{}</pre></td></tr></table>'
_CODE = re.compile(r"<pre>(.*?)</pre>", re.DOTALL)
_LINES = re.compile(r'<p class="code">(.*?)</p>', re.DOTALL)
_LINE = '<p class="code" style="margin: 0 0 {gap}px {hang}px; text-indent: -{hang}px;">{line}</p>'
_GAP = 8
_HANG = 6
"""How many letters a line of code that is too long goes on further to the right."""


class Documentation(QTextEdit):
    """Text that is read and scrolled with the wheel; it never has the focus.

    Signals:
        link_chosen: the address of a link that was pressed; of the program's own, no web pages.

    Its size is that of what it shows, within bounds. Besides the tags of the worker's HTML it knows
    the class `code` for code in a line of its own, and `muted` for what is secondary.
    """

    link_chosen = Signal(str)

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self.setReadOnly(True)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setProperty("role", "bare")
        self.setHorizontalScrollBarPolicy(_NEVER)
        self.setLineWrapMode(QTextEdit.LineWrapMode.FixedPixelWidth)
        self.setAccessibleName("Documentation")
        self.viewport().setCursor(Qt.CursorShape.ArrowCursor)
        self.viewport().setMouseTracking(True)
        document = self.document()
        document.setUndoRedoEnabled(False)
        document.setDocumentMargin(MARGIN)

    def show_html(self, html: str) -> None:
        """Show it from its beginning, in the look that is in force now."""
        look = self._appearance
        document = self.document()
        font = self.font()
        font.setPixelSize(look.sizes.body)
        document.setDefaultFont(font)
        document.setDefaultStyleSheet(
            _STYLE.format(
                **look.theme._asdict(), body=look.sizes.body, code_family=look.code_family
            )
        )
        html = _LINES.sub(self._hanging, _CODE.sub(self._boxed, html))
        self.setHtml(f"<body>{html}</body>")
        _drop_last_gap(document)
        self.verticalScrollBar().setValue(0)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Over a link the pointer is a hand."""
        is_link = bool(self.anchorAt(event.position().toPoint()))
        shape = Qt.CursorShape.PointingHandCursor if is_link else Qt.CursorShape.ArrowCursor
        self.viewport().setCursor(shape)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A link was pressed."""
        address = self.anchorAt(event.position().toPoint())
        if address and event.button() == Qt.MouseButton.LeftButton:
            self.link_chosen.emit(address)

    def fit(self, widest: int = 0, highest: int = 0) -> QSize:
        """Take the size of the text, at most so many pixels wide and high; by default as usual."""
        scale = self._appearance.text_scale
        widest, highest = widest or round(WIDEST * scale), highest or round(HIGHEST * scale)
        width, height = self._size_within(widest)
        is_longer = height > highest
        policy = Qt.ScrollBarPolicy.ScrollBarAlwaysOn if is_longer else _NEVER
        self.setVerticalScrollBarPolicy(policy)
        if is_longer:
            bar = self.verticalScrollBar().sizeHint().width()
            width, height = self._size_within(widest - bar)
            width += bar
        size = QSize(min(width, widest), min(height, highest))
        self.setFixedSize(size)
        return size

    def _boxed(self, code: re.Match[str]) -> str:
        return _BOX.format(code_html(unescape(code[1]), self._appearance.theme))

    def _hanging(self, code: re.Match[str]) -> str:
        hang = _HANG * QFontMetrics(self._appearance.code_font()).horizontalAdvance("m")
        lines = code[1].split("\n")
        gaps = [0] * (len(lines) - 1) + [_GAP]
        return "".join(
            _LINE.format(line=line, gap=gap, hang=hang)
            for line, gap in zip(lines, gaps, strict=True)
        )

    def _size_within(self, widest: int) -> tuple[int, int]:
        """Width and height of the text with lines no longer than this."""
        document = self.document()
        self.setLineWrapColumnOrWidth(widest)
        width = min(widest, ceil(document.idealWidth()) + 1)
        self.setLineWrapColumnOrWidth(width)
        return width, ceil(document.size().height())


def _drop_last_gap(document: QTextDocument) -> None:
    """Leave as much room below the text as above it: a line keeps some below its letters."""
    frame = document.rootFrame().frameFormat()
    frame.setBottomMargin(MARGIN - _BELOW_LETTERS)
    document.rootFrame().setFrameFormat(frame)
    cursor = document.rootFrame().lastCursorPosition()
    paragraph = cursor.blockFormat()
    paragraph.setBottomMargin(0)
    cursor.setBlockFormat(paragraph)
