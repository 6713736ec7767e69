"""The tab below the editor that lists what is wrong."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QVBoxLayout, QWidget

from groundwork.gui.appearance import Appearance
from groundwork.gui.language.problems.wording import EMPTY, Entry, of_more

if TYPE_CHECKING:  # the window is seen before these are loaded
    from groundwork.gui.language.problems.rows import Row

_MOST_ROWS = 40


class ProblemsPage(QScrollArea):
    """The problems, one below the other; or what is to be said where there are none.

    Nothing of it is built before it is first seen.

    Signals:
        chosen: the learner wants to go to this Entry.
        fix_chosen: the learner wants this Entry mended.
    """

    chosen = Signal(object)
    fix_chosen = Signal(object)

    def __init__(self, appearance: Appearance) -> None:
        super().__init__()
        self._appearance = appearance
        self._entries: Sequence[Entry] = ()
        self._words: tuple[str, str] = EMPTY
        self._is_stale = True
        self._rows: list[Row] = []
        self._column: QVBoxLayout | None = None
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setProperty("role", "around")
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName("Problems")
        appearance.changed.connect(self._on_appearance_changed)

    def show_entries(self, entries: Sequence[Entry], words: tuple[str, str]) -> None:
        """List these problems; `words` are a title and a sentence to say where there are none.

        Beside problems only the sentence of another title than the usual is said, below them.
        """
        self._entries, self._words = entries, words
        self._is_stale = True
        if self.isVisible():
            self._refresh()

    def showEvent(self, event: QShowEvent) -> None:
        """What came while it was hidden is shown now."""
        super().showEvent(event)
        self._refresh()

    def _refresh(self) -> None:
        if not self._is_stale:
            return
        self._is_stale = False
        self._build()
        had_focus = self._focused_index()
        shown = self._entries[:_MOST_ROWS]
        self._fit_rows(len(shown))
        for row, entry in zip(self._rows, shown, strict=True):
            row.show_entry(entry)
        self._tell(of_more(len(self._entries), len(shown)))
        if had_focus >= 0:
            self._focus(min(had_focus, len(self._rows) - 1))
        self.setFocusProxy(self._rows[0] if self._rows else self._text)

    def _build(self) -> None:
        if self._column is not None:
            return
        content = QWidget()
        self._column = QVBoxLayout(content)
        self._column.setContentsMargins(4, 4, 4, 4)
        self._column.setSpacing(0)
        self._title = QLabel()
        self._title.setProperty("role", "heading")
        self._title.setContentsMargins(8, 8, 8, 0)
        self._text = QLabel()
        self._text.setProperty("role", "muted")
        self._text.setWordWrap(True)
        self._text.setContentsMargins(8, 4, 8, 8)
        self._text.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # to be read by those who listen
        self._column.addWidget(self._title)
        self._column.addWidget(self._text)
        self._column.addStretch()
        self.setWidget(content)
        self._dress()

    def _fit_rows(self, count: int) -> None:
        """Have as many rows as there are problems; those that are there stay."""
        from groundwork.gui.language.problems.rows import (  # noqa: PLC0415 - not before it is seen
            Row,
        )

        while len(self._rows) > count:
            row = self._rows.pop()
            row.hide()
            row.deleteLater()
        while len(self._rows) < count and self._column is not None:
            row = Row(self._appearance)
            row.chosen.connect(self.chosen)
            row.fix_chosen.connect(self.fix_chosen)
            row.step_requested.connect(self._on_row_step_requested)
            self._column.insertWidget(len(self._rows), row)
            row.show()
            self._rows.append(row)

    def _tell(self, more: str) -> None:
        title, sentence = self._words
        is_said = not self._rows or more or self._words != EMPTY
        self._title.setText(title)
        self._title.setVisible(not self._rows)
        self._text.setText(more or sentence)
        self._text.setVisible(bool(is_said))

    def _focused_index(self) -> int:
        for index, row in enumerate(self._rows):
            if row.hasFocus() or row.isAncestorOf(row.window().focusWidget()):
                return index
        return -1

    def _focus(self, index: int) -> None:
        widget = self._rows[index] if index >= 0 else self._text
        widget.setFocus()
        self.ensureWidgetVisible(widget)

    def _on_row_step_requested(self, step: int) -> None:
        index = self._focused_index() + step
        if 0 <= index < len(self._rows):
            self._focus(index)

    def _on_appearance_changed(self) -> None:
        if self._column is not None:
            self._dress()

    def _dress(self) -> None:
        surface = self._appearance.theme.surface
        self.viewport().setStyleSheet(f"background: {surface};")
        for row in self._rows:
            row.dress()
