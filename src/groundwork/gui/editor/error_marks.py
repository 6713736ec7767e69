"""The sign beside a line with an error, and the sentence below it."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator

from PySide6.QtGui import QFont, QFontMetricsF, QGuiApplication

from groundwork.gui.appearance import Appearance
from groundwork.gui.editor.look import ERROR_MARKER, ERROR_STYLE, PROBLEM_MARKER
from groundwork.gui.editor.scintilla import AnnotationStyle, Message, Scintilla

_LEAST_WIDTH = 160
_GAP = 40


class ErrorMarks:
    """Marks the lines of errors until they are cleared.

    The marks belong to the document shown and stay with it when another one is shown.
    """

    def __init__(self, view: Scintilla, appearance: Appearance) -> None:
        self._view = view
        self._appearance = appearance
        view.send(Message.ANNOTATIONSETVISIBLE, AnnotationStyle.INDENTED)

    def mark(self, line: int, sentence: str) -> None:
        """Put the sign beside `line`, counting from 0, and the sentence below it."""
        self._view.send(Message.MARKERDELETE, line, PROBLEM_MARKER)
        if not self._view.send(Message.MARKERGET, line) & 1 << ERROR_MARKER:
            self._view.send(Message.MARKERADD, line, ERROR_MARKER)
        self._write(line, sentence)

    def clear(self) -> None:
        """Take all signs and sentences away."""
        if self._view.send(Message.MARKERNEXT, 0, 1 << ERROR_MARKER) >= 0:
            self._view.send(Message.MARKERDELETEALL, ERROR_MARKER)
            self._view.send(Message.ANNOTATIONCLEARALL)

    def fit(self) -> None:
        """Break the sentences anew: the room for them is another."""
        for line in self._lines():
            self._write(line, self.sentence_at(line))

    def sentence_at(self, line: int) -> str:
        """The sentence below `line`; empty where there is none."""
        length = self._view.send(Message.ANNOTATIONGETTEXT, line)
        text = ctypes.create_string_buffer(length + 1)
        self._view.send(Message.ANNOTATIONGETTEXT, line, ctypes.addressof(text))
        return text.raw[:length].decode("utf-8", "replace").replace("\n", " ")

    def _lines(self) -> Iterator[int]:
        line = self._view.send(Message.MARKERNEXT, 0, 1 << ERROR_MARKER)
        while line >= 0:
            yield line
            line = self._view.send(Message.MARKERNEXT, line + 1, 1 << ERROR_MARKER)

    def _write(self, line: int, sentence: str) -> None:
        text = "\n".join(self._wrapped(sentence, self._width(line))).encode("utf-8", "replace")
        self._view.send(Message.ANNOTATIONSETTEXT, line, text)
        self._view.send(Message.ANNOTATIONSETSTYLE, line, ERROR_STYLE)

    def _width(self, line: int) -> float:
        """The pixels that a sentence below `line` has, where it begins under the line's text."""
        start = self._view.send(Message.GETLINEINDENTPOSITION, line)
        left = self._view.send(Message.POINTXFROMPOSITION, 0, start)
        left += self._view.send(Message.GETXOFFSET)
        return max(_LEAST_WIDTH, self._view.area.viewport().width() - left - _GAP)

    def _wrapped(self, sentence: str, width: float) -> list[str]:
        """The sentence in lines of at most `width` pixels, broken between words."""
        font = QFont(QGuiApplication.font())
        font.setPixelSize(self._appearance.sizes.body)
        metrics = QFontMetricsF(font)
        lines = [""]
        for word in sentence.split():
            longer = f"{lines[-1]} {word}".strip()
            if lines[-1] and metrics.horizontalAdvance(longer) > width:
                lines.append(word)
            else:
                lines[-1] = longer
        return lines
