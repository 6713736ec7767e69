"""The editor for code: QScintilla with the habits, the keys and the look of this application."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QKeySequence, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from groundwork.gui.appearance import Appearance
from groundwork.gui.editor.commands import assign_commands
from groundwork.gui.editor.error_marks import ErrorMarks
from groundwork.gui.editor.folding import toggle_fold
from groundwork.gui.editor.indentation import STEP
from groundwork.gui.editor.key_actions import FINISHING, SIGNS, actions, typist
from groundwork.gui.editor.keys import Action, Keys
from groundwork.gui.editor.lines import line_and_column, line_of, position_of
from groundwork.gui.editor.look import FOLD_MARGIN, Look
from groundwork.gui.editor.marks import Marks
from groundwork.gui.editor.pasted import plain_code, plain_lines
from groundwork.gui.editor.scintilla import (
    AutomaticFold,
    FoldText,
    IndentationGuides,
    LayoutCache,
    Lexer,
    Message,
    Scintilla,
    Updated,
)
from groundwork.gui.editor.scroll_width import shrink_scroll_width

if TYPE_CHECKING:
    from groundwork.gui.editor.bar import Bar
    from groundwork.gui.editor.find_bar import FindBar
    from groundwork.gui.editor.line_bar import LineBar
    from groundwork.gui.editor.menu import Offer

_TO_EACH = 1
"""`SC_MULTIPASTE_EACH`: what is pasted goes to every cursor."""

_CONTEXT_LINES = 3
_LEAST_HEIGHT = 40
_WHEEL_STEP = 120
"""What Qt counts for one notch of a wheel, in eighths of a degree."""


class CodeEditor(QWidget):
    """Shows one document at a time, with bars for finding and for going to a line below it.

    For callers lines count from 1 and columns from 0, as in Python's own messages.

    Signals:
        text_changed: the text is another. Emitted inside the change: read it, but do not write.
        cursor_moved: line and column of the cursor.
        zoom_requested: steps to larger text, negative to smaller; 0 to the usual size.
        file_step_requested: 1 for the next file, -1 for the one before.

    Raises:
        QScintillaMissingError: QScintilla cannot be loaded.
    """

    text_changed = Signal()
    cursor_moved = Signal(int, int)
    zoom_requested = Signal(int)
    file_step_requested = Signal(int)

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self.view = Scintilla(self)
        self._look = Look(self.view, appearance)
        self.marks = Marks(self.view)
        self._errors = ErrorMarks(self.view, appearance)
        self.keys = Keys(self.view, self._actions())
        self.keys.add_typed(SIGNS, typist(self.view))
        self.offers: list[Offer] = []
        self._find_bar: FindBar | None = None
        self._line_bar: LineBar | None = None
        self._place = (0, 0)
        self._wheel = 0
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self.view, 1)
        self.view.setMinimumHeight(_LEAST_HEIGHT)
        self.setFocusProxy(self.view)
        _set_habits(self.view)
        self._connect()

    def get_ready(self) -> None:
        """Do what can wait until the window is seen: clicks with Alt, and what keys will need."""
        from groundwork.gui.editor import typed_keys, whole_lines  # noqa: F401, PLC0415 - not at start
        from groundwork.gui.editor.many_cursors import ManyCursors  # noqa: PLC0415 - the same

        ManyCursors(self.view)

    def set_read_only(self, *, is_read_only: bool) -> None:
        """Let the text be read only, or changed too."""
        self.view.send(Message.SETREADONLY, int(is_read_only))

    def document_shown(self) -> None:
        """Another document stands in the view: everything beside the text follows it."""
        self._look.fit_line_numbers()
        self._errors.fit()
        self.marks.refresh()
        if self._find_bar:
            self._find_bar.refresh()
        self._tell_cursor()

    def cursor_place(self) -> tuple[int, int]:
        """Line and column of the cursor."""
        line, column = line_and_column(self.view, self.view.send(Message.GETCURRENTPOS))
        return line + 1, column

    def go_to(self, line: int, column: int = 0) -> None:
        """Put the cursor there, or at the nearest place there is, and bring it into sight."""
        position = position_of(self.view, line - 1, column)
        line = line_of(self.view, position)
        self.view.send(Message.ENSUREVISIBLEENFORCEPOLICY, line)
        last = self.view.send(Message.GETLINECOUNT) - 1
        around = (max(0, line - _CONTEXT_LINES), min(last, line + _CONTEXT_LINES))
        start, end = (self.view.send(Message.POSITIONFROMLINE, each) for each in around)
        self.view.send(Message.GOTOPOS, position)
        self.view.send(Message.SCROLLRANGE, end, start)
        self.view.send(Message.SCROLLCARET)

    def mark_error(self, line: int, sentence: str) -> None:
        """Put a sign beside the line and the sentence below it, until the text changes."""
        last = self.view.send(Message.GETLINECOUNT)
        self._errors.mark(min(max(1, line), last) - 1, sentence)

    def clear_errors(self) -> None:
        """Take the signs and sentences of errors away."""
        self._errors.clear()

    def open_find_bar(self, *, replaces: bool = False) -> None:
        """Let the learner search, or search and replace."""
        if self._line_bar:
            self._line_bar.hide()
        self._finder().open(replaces=replaces)

    def open_line_bar(self) -> None:
        """Let the learner name a line to go to."""
        if self._line_bar is None:
            from groundwork.gui.editor.line_bar import LineBar  # noqa: PLC0415 - seldom needed

            self._line_bar = LineBar(self._appearance, self)
            self._line_bar.line_chosen.connect(self.go_to)
            self._add_bar(self._line_bar)
        if self._find_bar:
            self._find_bar.put_away()
        self._line_bar.ask(self.cursor_place()[0], self.view.send(Message.GETLINECOUNT))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape puts an open bar away."""
        opened = [bar for bar in (self._find_bar, self._line_bar) if bar and not bar.isHidden()]
        if event.matches(QKeySequence.StandardKey.Cancel) and opened:
            for bar in opened:
                bar.put_away()
        else:
            super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """The wheel comes here only with Ctrl: it asks for another size of text."""
        self._wheel += event.angleDelta().y()
        steps = int(self._wheel / _WHEEL_STEP)
        self._wheel -= steps * _WHEEL_STEP
        if steps:
            self.zoom_requested.emit(steps)
        event.accept()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Open the menu where it is asked for: at the pointer, or by key at the cursor."""
        from groundwork.gui.editor.menu import open_menu  # noqa: PLC0415 - seldom needed

        is_pointed = event.reason() == QContextMenuEvent.Reason.Mouse
        open_menu(self.view, event.globalPos() if is_pointed else QPoint(), self.offers)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Sentences below lines fit the new width."""
        super().resizeEvent(event)
        self._errors.fit()

    def _actions(self) -> dict[str, Action]:
        return {
            **actions(self.view),
            "Ctrl+F": self.open_find_bar,
            "Ctrl+H": partial(self.open_find_bar, replaces=True),
            "F3": self._find_next,
            "Shift+F3": self._find_previous,
            "Ctrl+G": self.open_line_bar,
            "Ctrl+Tab": partial(self.file_step_requested.emit, 1),
            "Ctrl+Shift+Backtab": partial(self.file_step_requested.emit, -1),
            "Ctrl++": partial(self.zoom_requested.emit, 1),
            "Ctrl+=": partial(self.zoom_requested.emit, 1),
            "Ctrl+-": partial(self.zoom_requested.emit, -1),
            "Ctrl+0": partial(self.zoom_requested.emit, 0),
        }

    def _connect(self) -> None:
        self.view.text_changed.connect(self._on_view_text_changed)
        self.view.updated.connect(self._on_view_updated)
        self.view.character_added.connect(self._on_view_character_added)
        self.view.margin_clicked.connect(self._on_view_margin_clicked)
        self.view.set_incoming(self._cleaned)
        self._appearance.changed.connect(self._on_appearance_changed)

    def _cleaned(self, text: str) -> str:
        if self.view.send(Message.GETLEXER) == Lexer.PYTHON:
            return plain_code(text, STEP)
        return plain_lines(text)

    def _finder(self) -> FindBar:
        if self._find_bar is None:
            from groundwork.gui.editor.find_bar import FindBar  # noqa: PLC0415 - seldom needed

            self._find_bar = FindBar(self.view, self._appearance, self)
            self._add_bar(self._find_bar)
        return self._find_bar

    def _add_bar(self, bar: Bar) -> None:
        self._column.addWidget(bar)
        bar.closed.connect(self.setFocus)

    def _find_next(self) -> None:
        self._finder().find_next()

    def _find_previous(self) -> None:
        self._finder().find_previous()

    def _tell_cursor(self) -> None:
        place = self.cursor_place()
        if place != self._place:
            self._place = place
            self.cursor_moved.emit(*place)

    def _on_view_text_changed(self) -> None:
        self._errors.clear()
        self._look.fit_line_numbers()
        if self._find_bar:
            self._find_bar.refresh()
        self.text_changed.emit()

    def _on_view_updated(self, what: int) -> None:
        if what & Updated.CONTENT:
            shrink_scroll_width(self.view)
        if what & (Updated.SELECTION | Updated.CONTENT):
            self._tell_cursor()

    def _on_view_character_added(self, character: int) -> None:
        if character in FINISHING:
            from groundwork.gui.editor.typed_keys import finish_word  # noqa: PLC0415 - not at start

            finish_word(self.view)

    def _on_view_margin_clicked(self, position: int, modifiers: int, margin: int) -> None:
        del modifiers
        if margin == FOLD_MARGIN:
            toggle_fold(self.view, line_of(self.view, position))

    def _on_appearance_changed(self) -> None:
        self._look.apply()
        self._errors.fit()


def _set_habits(view: Scintilla) -> None:
    """What holds for every document shown in the view."""
    assign_commands(view)
    send = view.send
    send(Message.USEPOPUP, 0)
    send(Message.SETSCROLLWIDTHTRACKING, 1)
    send(Message.SETINDENTATIONGUIDES, IndentationGuides.LOOK_FORWARD)
    send(Message.SETAUTOMATICFOLD, AutomaticFold.SHOW | AutomaticFold.CHANGE)
    send(Message.FOLDDISPLAYTEXTSETSTYLE, FoldText.BOXED)
    send(Message.SETMULTIPLESELECTION, 1)
    send(Message.SETADDITIONALSELECTIONTYPING, 1)
    send(Message.SETMULTIPASTE, _TO_EACH)
    send(Message.SETLAYOUTCACHE, LayoutCache.PAGE)
    view.area.setAccessibleName("Code")
