"""The last lines of a program's output as text: styled, bounded, with places to go to."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import (
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QTextBlock,
    QTextCharFormat,
    QTextCursor,
)
from PySide6.QtWidgets import QApplication, QFrame, QPlainTextEdit

from groundwork.gui.appearance import Appearance
from groundwork.gui.console.formats import STYLE_PROPERTY, ConsoleFormats
from groundwork.gui.console.locations import locations, shortened
from groundwork.running.lines import Line, Source, Style, Update
from groundwork.running.terminal import MAXIMUM_LINES

_MARGIN = 12


class OutputView(QPlainTextEdit):
    """Shows what a terminal holds, one update after the other.

    Signals:
        location_activated: a place in a traceback was chosen; file name and line.
    """

    location_activated = Signal(str, int)

    def __init__(self, appearance: Appearance) -> None:
        super().__init__()
        self._appearance = appearance
        self._formats = ConsoleFormats(appearance.theme)
        self._folder = ""
        self._empty_text = ""
        self._follows = True
        self._is_laying_out = False
        self._line_start = self._lasting_cursor()
        self._output_end = self._lasting_cursor()
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setUndoRedoEnabled(False)
        self.setMaximumBlockCount(MAXIMUM_LINES)
        self.setAccessibleName("Output")
        self.document().setDocumentMargin(_MARGIN)
        self.viewport().setMouseTracking(True)
        bar = self.verticalScrollBar()
        bar.valueChanged.connect(self._on_bar_value_changed)
        bar.rangeChanged.connect(self._on_bar_range_changed)
        appearance.changed.connect(self._on_appearance_changed)
        self._on_appearance_changed()

    def set_folder(self, folder: str) -> None:
        """Name the program's folder: its files are shown by their short names and become links."""
        self._folder = folder

    def set_empty_text(self, text: str) -> None:
        """What stands here while there is no output."""
        self._empty_text = text
        self.viewport().update()

    def clear_output(self) -> None:
        """Empty the view; the line that a program is writing comes back with its next output."""
        self.clear()
        self._follows = True
        for cursor in (self._line_start, self._output_end):
            cursor.setPosition(0)

    def apply(self, update: Update) -> None:
        """Show what came since the last update; the typed text and the reader's place stay."""
        self._is_laying_out = True
        typed = self.typed_text()
        self._write(update)
        self._insert_typed(typed)
        self._is_laying_out = False
        if self._follows:
            self._move_to_end()
        self.show_end_if_followed()

    def show_end_if_followed(self) -> None:
        """Scroll to the last line, unless the reader looks at something else."""
        if self._follows:
            self._show_end()

    def typed_text(self) -> str:
        """What stands behind the output: the line being typed."""
        return self._typed().selectedText()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show a hand over places that can be chosen."""
        super().mouseMoveEvent(event)
        is_link = bool(self.anchorAt(event.position().toPoint()))
        shape = Qt.CursorShape.PointingHandCursor if is_link else Qt.CursorShape.IBeamCursor
        self.viewport().setCursor(shape)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Follow a place that was chosen."""
        super().mouseReleaseEvent(event)
        anchor = self.anchorAt(event.position().toPoint())
        if anchor and not self.textCursor().hasSelection():
            name, _, line = anchor.rpartition(":")
            self.location_activated.emit(name, int(line))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the text, or the sentence for having none."""
        super().paintEvent(event)
        if self._empty_text and self.document().isEmpty():
            painter = QPainter(self.viewport())
            painter.setPen(self._appearance.theme.muted)
            painter.setFont(QApplication.font())
            space = self.viewport().rect().adjusted(_MARGIN, _MARGIN, -_MARGIN, -_MARGIN)
            painter.drawText(space, int(Qt.TextFlag.TextWordWrap), self._empty_text)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the last line in sight, if it was, however the lines break now."""
        self._is_laying_out = True
        super().resizeEvent(event)
        self._is_laying_out = False
        self.show_end_if_followed()

    def _show_end(self) -> None:
        """Scroll to the last line; lines are broken when they are first seen, so it may recede.

        Left to itself, Qt would leave two more lines empty below it.
        """
        bar = self.verticalScrollBar()
        self._is_laying_out = True
        bar.setValue(bar.maximum())
        spare = (self._room_below_end() - _MARGIN // 2) // self.fontMetrics().lineSpacing()
        bar.setValue(bar.maximum() - max(0, spare))
        self._is_laying_out = False

    def _room_below_end(self) -> int:
        """Pixels from the last line to the lower edge; negative where it is out of sight.

        Where nothing can be typed, the empty line behind the last line end does not count.
        """
        block = self.document().lastBlock()
        is_typed_in = self.textInteractionFlags() & Qt.TextInteractionFlag.TextEditable
        if not is_typed_in and not block.text() and block.previous().isValid():
            block = block.previous()
        bottom = self.blockBoundingGeometry(block).translated(self.contentOffset()).bottom()
        return self.viewport().height() - round(bottom)

    def _on_bar_value_changed(self) -> None:
        """The reader has scrolled: back, or to the end again, which is then followed."""
        if not self._is_laying_out:
            self._follows = self._room_below_end() >= -self.fontMetrics().lineSpacing()

    def _on_bar_range_changed(self) -> None:
        if self._follows and not self._is_laying_out:
            QTimer.singleShot(0, self, self.show_end_if_followed)

    def _lasting_cursor(self) -> QTextCursor:
        """A cursor that stays where it is when text is inserted there."""
        cursor = QTextCursor(self.document())
        cursor.setKeepPositionOnInsert(True)
        return cursor

    def _typed(self) -> QTextCursor:
        """A cursor that selects the line being typed."""
        cursor = QTextCursor(self.document())
        cursor.setPosition(self._output_end.position())  # not a copy: its anchor may have moved
        cursor.movePosition(QTextCursor.MoveOperation.End, QTextCursor.MoveMode.KeepAnchor)
        return cursor

    def _insert_typed(self, text: str) -> None:
        """Put text where the line being typed stands."""
        if text:
            cursor = QTextCursor(self.document())
            cursor.movePosition(QTextCursor.MoveOperation.End)
            cursor.insertText(text, self._input_format())

    def _input_format(self) -> QTextCharFormat:
        return self._formats.of(Style(source=Source.INPUT))

    def _move_to_end(self) -> None:
        cursor = self.textCursor()
        if not cursor.hasSelection():
            cursor.movePosition(QTextCursor.MoveOperation.End)
            self.setTextCursor(cursor)

    def _write(self, update: Update) -> None:
        """Replace the last line by the new lines; the new last line may still grow."""
        cursor = QTextCursor(self.document())
        cursor.beginEditBlock()
        cursor.setPosition(0 if update.is_reset else self._line_start.position())
        cursor.movePosition(QTextCursor.MoveOperation.End, QTextCursor.MoveMode.KeepAnchor)
        cursor.removeSelectedText()
        self._write_lines(cursor, update.lines)
        start = cursor.position()
        self._write_line(cursor, update.current)
        length = cursor.position() - start
        cursor.endEditBlock()
        # Counted from the end: the oldest lines may have gone, and all positions with them.
        end = self.document().characterCount() - 1
        self._output_end.setPosition(end)
        self._line_start.setPosition(end - length)

    def _write_lines(self, cursor: QTextCursor, lines: list[Line]) -> None:
        plain: list[str] = []
        for line in lines:
            if line.is_plain and not (self._folder and self._folder in line.text):
                plain.append(line.text)
                continue
            self._write_plain(cursor, plain)
            self._write_line(cursor, line)
            cursor.insertText("\n", self._formats.of(Style()))
        self._write_plain(cursor, plain)

    def _write_plain(self, cursor: QTextCursor, lines: list[str]) -> None:
        """Unstyled lines go in as one piece, which is what makes a flood cheap."""
        if lines:
            cursor.insertText("\n".join(lines) + "\n", self._formats.of(Style()))
            lines.clear()

    def _write_line(self, cursor: QTextCursor, line: Line) -> None:
        for span in line.spans:
            text = shortened(span.text, self._folder)
            text_format = self._formats.of(span.style)
            position = 0
            for place in locations(text) if span.style.source is Source.ERROR else ():
                cursor.insertText(text[position : place.start], text_format)
                link = self._formats.link(span.style, f"{place.name}:{place.line}")
                cursor.insertText(text[place.start : place.end], link)
                position = place.end
            cursor.insertText(text[position:], text_format)
        if line.hidden_characters:
            note = f" … {line.hidden_characters:,} more characters in this line"
            cursor.insertText(note, self._formats.note())

    def _on_appearance_changed(self) -> None:
        self._formats = ConsoleFormats(self._appearance.theme)
        self.setFont(self._appearance.code_font())
        self.setCursorWidth(2)
        block = self.document().begin()
        while block.isValid():
            self._recolour(block)
            block = block.next()

    def _recolour(self, block: QTextBlock) -> None:
        cursor = QTextCursor(block)
        for entry in block.textFormats():
            style = entry.format.property(STYLE_PROPERTY)
            if isinstance(style, Style):
                start = block.position() + entry.start
                cursor.setPosition(start)
                cursor.setPosition(start + entry.length, QTextCursor.MoveMode.KeepAnchor)
                cursor.mergeCharFormat(self._formats.of(style))
