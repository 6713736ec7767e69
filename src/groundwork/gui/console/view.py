"""The console: output, and the line being typed into the program behind it."""

from __future__ import annotations

from PySide6.QtCore import QMimeData, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QKeyEvent, QTextCursor

from groundwork.gui.appearance import Appearance
from groundwork.gui.console.output import OutputView

_READABLE = (
    Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
)
_EDITABLE = Qt.TextInteractionFlag.TextEditorInteraction


class ConsoleView(OutputView):
    """An output view that takes typed input inline, while a program runs.

    Signals:
        line_entered: the learner typed a line and pressed Enter; without its line end.
        end_of_input_requested: Ctrl+D, with whatever was typed before it.
        interrupt_requested: Ctrl+C with nothing selected.
        clear_requested: Ctrl+L.
    """

    line_entered = Signal(str)
    end_of_input_requested = Signal(str)
    interrupt_requested = Signal()
    clear_requested = Signal()

    def __init__(self, appearance: Appearance) -> None:
        super().__init__(appearance)
        self._takes_input = False
        self._history: list[str] = []
        self._history_index = 0
        self.set_takes_input(takes_input=False)

    def set_takes_input(self, *, takes_input: bool) -> None:
        """Whether a program runs that could read what is typed."""
        self._takes_input = takes_input
        self.setTextInteractionFlags(_EDITABLE if takes_input else _READABLE)
        self._history_index = len(self._history)
        self.show_end_if_followed()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keys of a console: history, interrupt, end of input; the output itself stays as it is."""
        if self._obeys_command(event):
            return
        if self._takes_input:
            if self._obeys_input_key(event):
                return
            if event.text() and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
                self._keep_cursor_in_input()
        super().keyPressEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take text; files are for the window, which opens them."""
        if event.mimeData().hasUrls():
            event.ignore()
        else:
            super().dragEnterEvent(event)

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Pasted lines are entered one by one; what follows the last line end is left to edit."""
        if not self._takes_input:
            return
        self._keep_cursor_in_input()
        *lines, rest = source.text().replace("\r\n", "\n").split("\n")
        for line in lines:
            self.textCursor().insertText(line, self._input_format())
            self._enter()
        self.textCursor().insertText(rest, self._input_format())

    def _obeys_command(self, event: QKeyEvent) -> bool:
        if event.modifiers() != Qt.KeyboardModifier.ControlModifier:
            return False
        if event.key() == Qt.Key.Key_C and not self.textCursor().hasSelection():
            self.interrupt_requested.emit()
        elif event.key() == Qt.Key.Key_L:
            self.clear_requested.emit()
        elif event.key() == Qt.Key.Key_D and self._takes_input:
            self.end_of_input_requested.emit(self._take_typed_text())
        elif event.key() == Qt.Key.Key_X and self._takes_input:
            self.copy()  # output cannot be cut
        else:
            return False
        return True

    def _obeys_input_key(self, event: QKeyEvent) -> bool:
        key = event.key()
        is_in_input = self.textCursor().position() >= self._output_end.position()
        if key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._enter()
        elif key == Qt.Key.Key_Up and is_in_input:
            self._recall(-1)
        elif key == Qt.Key.Key_Down and is_in_input:
            self._recall(1)
        elif key == Qt.Key.Key_Home and is_in_input:
            self._go_to_input_start(event)
        elif key == Qt.Key.Key_Backspace:
            return self._would_leave_input(-1)
        elif key == Qt.Key.Key_Delete:
            return self._would_leave_input(0)
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
        self._remove_typed_text()
        return typed

    def _remove_typed_text(self) -> None:
        self._typed().removeSelectedText()
        self._move_to_end()

    def _recall(self, step: int) -> None:
        index = self._history_index + step
        if not 0 <= index <= len(self._history):
            return
        self._history_index = index
        self._remove_typed_text()
        self._insert_typed(self._history[index] if index < len(self._history) else "")
        self._move_to_end()

    def _go_to_input_start(self, event: QKeyEvent) -> None:
        is_selecting = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        mode = QTextCursor.MoveMode.KeepAnchor if is_selecting else QTextCursor.MoveMode.MoveAnchor
        cursor = self.textCursor()
        cursor.setPosition(self._output_end.position(), mode)
        self.setTextCursor(cursor)

    def _would_leave_input(self, step: int) -> bool:
        """Whether removing text here would reach into the output."""
        cursor = self.textCursor()
        start = self._output_end.position()
        if cursor.hasSelection():
            return min(cursor.position(), cursor.anchor()) < start
        return cursor.position() + step < start

    def _keep_cursor_in_input(self) -> None:
        """Bring the cursor, and its selection, behind the output, which nobody can edit."""
        cursor = self.textCursor()
        if min(cursor.position(), cursor.anchor()) < self._output_end.position():
            cursor.movePosition(QTextCursor.MoveOperation.End)
            self.setTextCursor(cursor)
        self.setCurrentCharFormat(self._input_format())
