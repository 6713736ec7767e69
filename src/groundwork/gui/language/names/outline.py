"""Lists what the file defines, to go there."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QEvent, QMargins, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit

from groundwork.gui.editor.scintilla import Message
from groundwork.gui.exercise.spoken import announce
from groundwork.gui.language.completion.matching import match
from groundwork.gui.language.ground import SHADOW
from groundwork.gui.language.names.journey import Journey
from groundwork.gui.language.names.prompt import PAD, Prompt, remark
from groundwork.gui.language.names.row_list import RowList
from groundwork.gui.language.names.rows import Line, Row
from groundwork.gui.language.workplace import Workplace
from groundwork.language.protocol import Answer, Outline, Place, Symbol, Symbols

_WIDTH = 420
_NOTHING = "Nothing is defined here yet"
_NO_MATCH = "Nothing of that name is defined here"


class _View(NamedTuple):
    """Where the cursor was, and what was in sight."""

    file: str
    line: int
    column: int
    top: int


class OutlineList(Prompt):
    """A field to type in and the symbols that fit; the selected one is shown in the text behind."""

    def __init__(self, workplace: Workplace, journey: Journey) -> None:
        self._field = QLineEdit()
        super().__init__(workplace, self._field)
        self._workplace, self._journey = workplace, journey
        self._rows = RowList(workplace.appearance, "Outline of the file")
        self._rows.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._remark = remark(self)
        self._symbols: tuple[Symbol, ...] = ()
        self._shown: list[Symbol] = []
        self._before: _View | None = None
        self._field.setPlaceholderText("Go to a class, function or variable")
        self._field.setAccessibleName("Go to a class, function or variable")
        self._field.installEventFilter(self)
        for widget in (self._field, self._remark, self._rows):
            self.column.addWidget(widget)
        self._field.textEdited.connect(self._on_field_text_edited)
        self._rows.chosen.connect(self._on_rows_chosen)
        self._rows.selected.connect(self._on_rows_selected)
        self.closed.connect(self._return)

    def ask(self) -> None:
        """List what is defined in the file."""
        source = self._workplace.read()
        if source is not None:
            self._workplace.ask(Outline(source), self._on_answered)

    def dress(self) -> None:
        """Take colours and sizes from the appearance."""
        pad = round(PAD * self.appearance.text_scale)
        self.column.setContentsMargins(QMargins(pad, pad, pad, pad) + SHADOW)
        self.column.setSpacing(pad)
        self._rows.dress()

    def fit(self, widest: int, highest: int) -> None:
        """Be as high as the symbols."""
        pad = round(PAD * self.appearance.text_scale)
        width = min(round(_WIDTH * self.appearance.text_scale), widest) - 2 * pad
        above = self._field.sizeHint().height() + 3 * pad
        size = self._rows.wanted_size(width, max(1, highest - above))
        self._rows.setFixedSize(width, size.height())
        self._field.setFixedWidth(width)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Up, Down and Enter in the field are for the list."""
        if watched is self._field and event.type() == QEvent.Type.KeyPress:
            return isinstance(event, QKeyEvent) and self._answers(event)
        return super().eventFilter(watched, event)

    def _answers(self, event: QKeyEvent) -> bool:
        keys = {
            Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown,
            Qt.Key.Key_Return, Qt.Key.Key_Enter,
        }  # fmt: skip
        is_for_list = (
            event.key() in keys and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        )
        if is_for_list and self._shown:
            self._rows.keyPressEvent(event)
        return is_for_list

    def _on_answered(self, answer: Answer) -> None:
        if not isinstance(answer, Symbols):
            return
        view, code = self._workplace.view, self._workplace.code
        pane = self._workplace.pane
        self._symbols = answer.symbols
        self._field.clear()
        line, column = code.cursor_place()
        file = pane.library_file or pane.current
        self._before = None  # nothing moves while the list is filled
        before = _View(file, line, column, view.send(Message.GETFIRSTVISIBLELINE))
        around = [i for i, symbol in enumerate(self._symbols) if symbol.line <= line]
        self._show(self._symbols, max(around, default=0))
        self.open_on_top()
        self._before = before

    def _show(self, symbols: tuple[Symbol, ...], current: int = 0) -> None:
        typed = self._field.text()
        found = [(symbol, match(typed, symbol.name)) for symbol in symbols]
        self._shown = [symbol for symbol, fit in found if fit]
        rows = [
            Row(
                Line(symbol.name, tuple((place, place + 1) for place in fit.letters)),
                kind=symbol.kind,
                depth=0 if typed else symbol.depth,
                behind=str(symbol.line),
            )
            for symbol, fit in found
            if fit
        ]
        best = min(range(len(rows)), key=lambda i: [f for _, f in found if f][i], default=0)
        self._rows.show_rows(rows, best if typed else current)
        self._rows.setVisible(bool(rows))
        self._remark.setVisible(not rows)
        self._remark.setText(_NO_MATCH if typed else _NOTHING)
        self.refit()

    def _on_field_text_edited(self) -> None:
        self._show(self._symbols)

    def _on_rows_selected(self, index: int) -> None:
        """Show the place, without having gone there yet."""
        if self._before is not None:
            symbol = self._shown[index]
            self._workplace.code.go_to(symbol.line, symbol.column)
            announce(self._field, self._rows.lines.rows[index].spoken)

    def _on_rows_chosen(self, index: int) -> None:
        if self._before is None or not 0 <= index < len(self._shown):
            return
        symbol, file = self._shown[index], self._before.file
        self.put_away()
        self._journey.go(Place(file, symbol.line, symbol.column))

    def _return(self) -> None:
        """Be where we were before the list was opened."""
        before, self._before = self._before, None
        pane = self._workplace.pane
        if before is not None and before.file == (pane.library_file or pane.current):
            self._workplace.code.go_to(before.line, before.column)
            self._workplace.view.send(Message.SETFIRSTVISIBLELINE, before.top)
