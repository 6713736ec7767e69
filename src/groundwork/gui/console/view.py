"""The text of the console: the last lines of output and the line being typed into it."""

from __future__ import annotations

from PySide6.QtCore import QMimeData, QPoint, Qt, Signal
from PySide6.QtGui import (
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QTextBlock,
    QTextCharFormat,
    QTextCursor,
)
from PySide6.QtWidgets import QFrame, QPlainTextEdit

from groundwork.gui.appearance import Appearance
from groundwork.gui.console.formats import STYLE_PROPERTY, ConsoleFormats
from groundwork.gui.console.locations import locations, shortened
from groundwork.running.terminal import MAXIMUM_LINES, Line, Style, Update

_MARGIN = 12


class ConsoleView(QPlainTextEdit):
    """Shows output and takes typed input inline, behind the last output.

    Signals:
        line_entered: the learner typed a line and pressed Enter; without its line end.
        end_of_input_requested: Ctrl+D, with whatever was typed before it.
        interrupt_requested: Ctrl+C with nothing selected.
        clear_requested: Ctrl+L.
        location_activated: a place in a traceback was chosen; file name and line.
    """

    line_entered = Signal(str)
    end_of_input_requested = Signal(str)
    interrupt_requested = Signal()
    clear_requested = Signal()
    location_activated = Signal(str, int)

    def __init__(self, appearance: Appearance) -> None:
        super().__init__()
        self._appearance = appearance
        self._formats = ConsoleFormats(appearance.theme)
        self._folder = ""
        self._takes_input = False
        self._empty_text = ""
        self._history: list[str] = []
        self._history_index = 0
        self._line_start = QTextCursor(self.document())
        self._line_start.setKeepPositionOnInsert(True)
        self._output_end = QTextCursor(self.document())
        self._output_end.setKeepPositionOnInsert(True)
        self._set_up()
        appearance.changed.connect(self._on_appearance_changed)
        self._on_appearance_changed()

    def _set_up(self) -> None:
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setUndoRedoEnabled(False)
        self.setMaximumBlockCount(MAXIMUM_LINES)
        self.setLineWrapMode(QPlainTextEdit.LineWrapMode.WidgetWidth)
        self.setCenterOnScroll(False)
        self.setTabChangesFocus(True)
        self.setAccessibleName("Output")
        self.document().setDocumentMargin(_MARGIN)
        self.viewport().setMouseTracking(True)

    def set_folder(self, folder: str) -> None:
        """Name the program's folder: its files are shown by their short names and become links."""
        self._folder = folder

    def set_empty_text(self, text: str) -> None:
        """What stands here while there is no output."""
        self._empty_text = text
        self.viewport().update()

    def set_takes_input(self, *, takes_input: bool) -> None:
        """Whether a program runs that could read what is typed."""
        self._takes_input = takes_input
        self.setTextInteractionFlags(_EDITABLE if takes_input else _READABLE)
        if not takes_input:
            self._history_index = len(self._history)

    def clear_output(self) -> None:
        """Empty the view."""
        self.clear()
        self._line_start.setPosition(0)
        self._output_end.setPosition(0)
        self.viewport().update()

    def apply(self, update: Update) -> None:
        """Show what came since the last update; the typed text and the reader's place stay."""
        bar = self.verticalScrollBar()
        follows = bar.value() >= bar.maximum() - 1
        typed = self.typed_text()
        self._remove_from(self._output_end if not update.is_reset else None)
        self._write(update)
        if typed:
            self._insert(typed, self._formats.of(Style.INPUT))
        if follows:
            self._move_to_end()
            bar.setValue(bar.maximum())

    def typed_text(self) -> str:
        """What stands behind the output: the line being typed."""
        cursor = QTextCursor(self._output_end)
        cursor.movePosition(QTextCursor.MoveOperation.End, QTextCursor.MoveMode.KeepAnchor)
        return cursor.selectedText()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keys of a console: history, interrupt, end of input; the output itself stays as it is."""
        if self._handles_command(event):
            return
        if not self._takes_input:
            super().keyPressEvent(event)
            return
        if not self._handles_input_key(event):
            if event.text() or event.matches(QKeySequence.StandardKey.Paste):
                self._keep_cursor_in_input()
            super().keyPressEvent(event)

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Pasted lines are entered one by one; what follows the last line end is left to edit."""
        if not self._takes_input:
            return
        self._keep_cursor_in_input()
        *lines, rest = source.text().replace("\r\n", "\n").split("\n")
        for line in lines:
            self.textCursor().insertText(line, self._formats.of(Style.INPUT))
            self._enter()
        self.textCursor().insertText(rest, self._formats.of(Style.INPUT))

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
            painter.setFont(self.window().font())
            space = self.viewport().rect().adjusted(_MARGIN, _MARGIN, -_MARGIN, -_MARGIN)
            painter.drawText(space, int(Qt.TextFlag.TextWordWrap), self._empty_text)

    def _handles_command(self, event: QKeyEvent) -> bool:
        control = event.modifiers() == Qt.KeyboardModifier.ControlModifier
        if control and event.key() == Qt.Key.Key_C and not self.textCursor().hasSelection():
            self.interrupt_requested.emit()
        elif control and event.key() == Qt.Key.Key_L:
            self.clear_requested.emit()
        elif control and event.key() == Qt.Key.Key_D and self._takes_input:
            self.end_of_input_requested.emit(self._take_typed_text())
        else:
            return False
        return True

    def _handles_input_key(self, event: QKeyEvent) -> bool:
        key = event.key()
        in_input = self.textCursor().position() >= self._output_end.position()
        if key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._enter()
        elif key == Qt.Key.Key_Up and in_input:
            self._recall(-1)
        elif key == Qt.Key.Key_Down and in_input:
            self._recall(1)
        elif key == Qt.Key.Key_Home and in_input:
            self._go_to_input_start(event)
        elif key == Qt.Key.Key_Backspace:
            return self._is_at_input_start()
        else:
            return False
        return True

    def _enter(self) -> None:
        line = self._take_typed_text()
        if line:
            self._history.append(line)
        self._history_index = len(self._history)
        self.line_entered.emit(line)

    def _take_typed_text(self) -> str:
        typed = self.typed_text()
        self._remove_from(self._output_end)
        self._move_to_end()
        return typed

    def _recall(self, step: int) -> None:
        index = self._history_index + step
        if not 0 <= index <= len(self._history):
            return
        self._history_index = index
        self._remove_from(self._output_end)
        recalled = self._history[index] if index < len(self._history) else ""
        self._insert(recalled, self._formats.of(Style.INPUT))
        self._move_to_end()

    def _go_to_input_start(self, event: QKeyEvent) -> None:
        is_selecting = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        mode = QTextCursor.MoveMode.KeepAnchor if is_selecting else QTextCursor.MoveMode.MoveAnchor
        cursor = self.textCursor()
        cursor.setPosition(self._output_end.position(), mode)
        self.setTextCursor(cursor)

    def _is_at_input_start(self) -> bool:
        cursor = self.textCursor()
        start = self._output_end.position()
        if cursor.hasSelection():
            self._keep_cursor_in_input()
            return False
        return cursor.position() <= start

    def _keep_cursor_in_input(self) -> None:
        """Bring the cursor, and its selection, behind the output, which nobody can edit."""
        cursor = self.textCursor()
        start = self._output_end.position()
        if min(cursor.position(), cursor.anchor()) < start:
            cursor.movePosition(QTextCursor.MoveOperation.End)
            self.setTextCursor(cursor)
        self.setCurrentCharFormat(self._formats.of(Style.INPUT))

    def _move_to_end(self) -> None:
        if self.textCursor().hasSelection():
            return
        cursor = self.textCursor()
        cursor.movePosition(QTextCursor.MoveOperation.End)
        self.setTextCursor(cursor)

    def _remove_from(self, start: QTextCursor | None) -> None:
        cursor = QTextCursor(self.document())
        cursor.setPosition(start.position() if start is not None else 0)
        cursor.movePosition(QTextCursor.MoveOperation.End, QTextCursor.MoveMode.KeepAnchor)
        cursor.removeSelectedText()

    def _write(self, update: Update) -> None:
        """Replace the last line by the new lines; the new last line may still grow."""
        cursor = QTextCursor(self.document())
        cursor.beginEditBlock()
        cursor.setPosition(0 if update.is_reset else self._line_start.position())
        cursor.movePosition(QTextCursor.MoveOperation.End, QTextCursor.MoveMode.KeepAnchor)
        cursor.removeSelectedText()
        self._write_lines(cursor, update.lines)
        self._line_start.setPosition(cursor.position())
        self._write_line(cursor, update.current)
        cursor.endEditBlock()
        self._output_end.setPosition(cursor.position())
        if cursor.blockNumber() + 1 >= self.maximumBlockCount():
            # The oldest lines went away, and with them these positions moved.
            self._output_end.movePosition(QTextCursor.MoveOperation.End)
            self._line_start.setPosition(self._output_end.block().position())

    def _write_lines(self, cursor: QTextCursor, lines: tuple[Line, ...]) -> None:
        plain: list[str] = []
        for line in lines:
            if line.is_plain and not (self._folder and self._folder in line.text):
                plain.append(line.text)
                continue
            self._write_plain(cursor, plain)
            self._write_line(cursor, line)
            cursor.insertText("\n", self._formats.of(Style.OUTPUT))
        self._write_plain(cursor, plain)

    def _write_plain(self, cursor: QTextCursor, lines: list[str]) -> None:
        """Unstyled lines go in as one piece, which is what makes a flood cheap."""
        if lines:
            cursor.insertText("\n".join(lines) + "\n", self._formats.of(Style.OUTPUT))
            lines.clear()

    def _write_line(self, cursor: QTextCursor, line: Line) -> None:
        for span in line.spans:
            text = shortened(span.text, self._folder)
            position = 0
            for place in locations(text) if span.style.source == Style.ERROR.source else ():
                cursor.insertText(text[position : place.start], self._formats.of(span.style))
                link = self._formats.link(span.style, f"{place.name}:{place.line}")
                cursor.insertText(text[place.start : place.end], link)
                position = place.end
            cursor.insertText(text[position:], self._formats.of(span.style))
        if line.hidden_characters:
            note = f" … {line.hidden_characters:,} more characters in this line"
            cursor.insertText(note, self._formats.note())

    def _insert(self, text: str, text_format: QTextCharFormat) -> None:
        cursor = QTextCursor(self.document())
        cursor.movePosition(QTextCursor.MoveOperation.End)
        cursor.insertText(text, text_format)

    def _on_appearance_changed(self) -> None:
        self._formats = ConsoleFormats(self._appearance.theme)
        self.setFont(self._appearance.code_font())
        self.setCursorWidth(2)
        block = self.document().begin()
        while block.isValid():
            self._recolour(block)
            block = block.next()

    def _recolour(self, block: QTextBlock) -> None:
        ranges = [(entry.start, entry.length, entry.format) for entry in block.textFormats()]
        cursor = QTextCursor(block)
        for start, length, old in ranges:
            style = old.property(STYLE_PROPERTY)
            if not isinstance(style, Style):
                continue
            cursor.setPosition(block.position() + start)
            cursor.setPosition(block.position() + start + length, QTextCursor.MoveMode.KeepAnchor)
            cursor.mergeCharFormat(self._formats.of(style))


_READABLE = (
    Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
)
_EDITABLE = Qt.TextInteractionFlag.TextEditorInteraction

__all__ = ["ConsoleView", "QPoint"]
