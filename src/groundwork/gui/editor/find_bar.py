"""The bar for finding and replacing text in the editor."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from itertools import pairwise

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QPushButton, QToolButton, QWidget

from groundwork.gui.appearance import Appearance
from groundwork.gui.editor.bar import Bar, Field
from groundwork.gui.editor.described import describe
from groundwork.gui.editor.lines import (
    bytes_of_text,
    line_and_column,
    line_of,
    position_of,
    text_of_bytes,
    whole_text,
)
from groundwork.gui.editor.look import MATCH
from groundwork.gui.editor.scintilla import Message, Scintilla
from groundwork.gui.editor.search import (
    PatternError,
    Query,
    Replacement,
    match_after,
    match_before,
    matches,
    replacements,
)

_MOST_MATCHES = 5000
_REFRESH_DELAY = 200
_LONGEST_SEED = 200


class FindBar(Bar):
    """Finds as you type, marks and counts what it finds, and replaces it."""

    def __init__(self, view: Scintilla, appearance: Appearance, parent: QWidget) -> None:
        super().__init__(appearance, parent)
        self._view = view
        self._matches: list[tuple[int, int]] = []
        self._origin = 0
        self._wanted, self._fresh = Field("Find"), Field("Replace with")
        self._count = QLabel()
        self._case = _toggle("Aa", "Match capitals exactly (Alt+C)", "Alt+C")
        self._word = _toggle("word", "Match whole words only (Alt+W)", "Alt+W")
        self._pattern = _toggle(".*", "Find a pattern, a regular expression (Alt+R)", "Alt+R")
        self._replace_one = _button("Replace", "Replace this match and go to the next")
        self._replace_all = _button("Replace all", "Replace every match, in one step to undo")
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_REFRESH_DELAY)
        self._lay_out()
        self._connect()
        self.dress()

    def open(self, *, replaces: bool) -> None:
        """Show the bar, with what is selected as what is searched for."""
        can_replace = replaces and not self._view.send(Message.GETREADONLY)
        for widget in (self._fresh, self._replace_one, self._replace_all):
            widget.setVisible(can_replace)
        self._origin, end = self._selection()
        selected = self._view.slice(self._origin, end)
        if selected and b"\n" not in selected and len(selected) <= _LONGEST_SEED:
            self._wanted.setText(text_of_bytes(selected))
        self.show()
        self._wanted.selectAll()
        self._wanted.setFocus()
        self._search()

    def put_away(self) -> None:
        """Hide the bar and take the marks away."""
        super().put_away()
        self._mark([])

    def refresh(self) -> None:
        """The text has changed: find again, soon."""
        if not self.isHidden():
            self._timer.start()

    def find_next(self) -> None:
        """Select the next match, after the last one the first."""
        self._search()
        self._select_from(self._selection()[1])

    def find_previous(self) -> None:
        """Select the match before, before the first one the last."""
        self._search()
        start = self._selection()[0]
        if self._has_more:
            self._select_match(match_before(self._query(), whole_text(self._view), start))
        else:
            self._select(bisect_left(self._matches, (start, 0)) - 1)

    def replace_one(self) -> None:
        """Replace the selected match and select the next; select one if none is selected."""
        for found in self._replacements():
            if (found.start, found.end) == self._selection():
                fresh = bytes_of_text(found.text)
                self._view.replace(found.start, found.end, fresh)
                self._view.send(Message.GOTOPOS, found.start + len(fresh))
                break
        self.find_next()

    def replace_all(self) -> None:
        """Replace every match, as one step that can be undone."""
        found = list(self._replacements())
        if not found:
            return
        place = line_and_column(self._view, self._view.send(Message.GETCURRENTPOS))
        start, end = found[0].start, found[-1].end
        self._view.replace(start, end, _joined(found, self._view.slice(start, end)))
        self._view.send(Message.GOTOPOS, position_of(self._view, *place))
        self._search()
        self._count.setText(f"Replaced {len(found)}")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """F3 goes on and Shift+F3 back from here too."""
        if event.key() != Qt.Key.Key_F3:
            super().keyPressEvent(event)
        elif event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self.find_previous()
        else:
            self.find_next()

    def _lay_out(self) -> None:
        previous = self.icon_button("chevron-up", "Previous match (Shift+F3)", self.find_previous)
        following = self.icon_button("chevron-down", "Next match (F3)", self.find_next)
        close = self.icon_button("close", "Close (Esc)", self.put_away)
        self._count.setProperty("role", "muted")
        grid = QGridLayout(self)
        grid.setContentsMargins(12, 4, 8, 4)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(4)
        grid.addWidget(self._wanted, 0, 0)
        grid.addWidget(self._count, 0, 1)
        buttons = (self._case, self._word, self._pattern, previous, following, close)
        grid.addLayout(_row(*buttons), 0, 2)
        grid.addWidget(self._fresh, 1, 0)
        grid.addLayout(_row(self._replace_one, self._replace_all), 1, 1, 1, 2)
        grid.setColumnStretch(0, 1)
        for field in (self._wanted, self._fresh):
            field.setMinimumWidth(72)
        replacing = (self._fresh, self._replace_one, self._replace_all)
        for before, after in pairwise((self._wanted, *replacing, *buttons)):
            QWidget.setTabOrder(before, after)

    def _connect(self) -> None:
        self._wanted.textEdited.connect(self._on_query_changed)
        for toggle in (self._case, self._word, self._pattern):
            toggle.toggled.connect(self._on_query_changed)
        self._wanted.forward_requested.connect(self.find_next)
        self._wanted.backward_requested.connect(self.find_previous)
        self._fresh.forward_requested.connect(self.replace_one)
        self._fresh.backward_requested.connect(self.find_previous)
        self._replace_one.clicked.connect(self.replace_one)
        self._replace_all.clicked.connect(self.replace_all)
        self._timer.timeout.connect(self._search)

    def _on_query_changed(self) -> None:
        """Search from where the search began, so that a longer word is found at the same place."""
        self._search()
        self._select_from(self._origin)

    def _query(self) -> Query:
        return Query(
            self._wanted.text(),
            is_case_sensitive=self._case.isChecked(),
            is_whole_word=self._word.isChecked(),
            is_pattern=self._pattern.isChecked(),
        )

    def _replacements(self) -> Iterator[Replacement]:
        if not self._wanted.text() or self._view.send(Message.GETREADONLY):
            return iter(())
        try:
            return replacements(self._query(), whole_text(self._view), self._fresh.text())
        except PatternError:
            return iter(())

    def _search(self) -> None:
        """Find all matches anew; mark them, and say how many there are."""
        self._timer.stop()
        problem = ""
        self._matches = []
        try:
            if self._wanted.text():
                self._matches = matches(self._query(), whole_text(self._view), _MOST_MATCHES)
        except PatternError as error:
            problem = str(error)
        self._count.setToolTip(problem)
        self._mark([] if self.isHidden() else self._matches)
        self._tell()

    def _tell(self) -> None:
        """Say which match is selected, and of how many."""
        count, selection = len(self._matches), self._selection()
        many = f"{count}+" if self._has_more else str(count)
        if self._count.toolTip():
            self._count.setText("Not a pattern")
        elif not self._wanted.text():
            self._count.setText("")
        elif not count:
            self._count.setText("No matches")
        elif selection in self._matches:
            self._count.setText(f"{self._matches.index(selection) + 1} of {many}")
        else:
            self._count.setText(f"{many} found")

    def _select_from(self, position: int) -> None:
        """Select the first match from there on, or the first of all."""
        if self._has_more:
            self._select_match(match_after(self._query(), whole_text(self._view), position))
        else:
            self._select(bisect_left(self._matches, (position, 0)))

    def _select(self, index: int) -> None:
        if self._matches:
            self._select_match(self._matches[index % len(self._matches)])

    def _select_match(self, match: tuple[int, int] | None) -> None:
        """Select one of so many matches that not all are known; the first where it is None."""
        start, end = match or self._matches[0]
        self._view.send(Message.ENSUREVISIBLEENFORCEPOLICY, line_of(self._view, start))
        self._view.send(Message.SETSEL, start, end)
        self._tell()

    @property
    def _has_more(self) -> bool:
        """Whether there are more matches than are counted."""
        return len(self._matches) == _MOST_MATCHES

    def _selection(self) -> tuple[int, int]:
        send = self._view.send
        return send(Message.GETSELECTIONSTART), send(Message.GETSELECTIONEND)

    def _mark(self, spans: list[tuple[int, int]]) -> None:
        send = self._view.send
        send(Message.SETINDICATORCURRENT, MATCH)
        send(Message.INDICATORCLEARRANGE, 0, send(Message.GETLENGTH))
        for start, end in spans:
            send(Message.INDICATORFILLRANGE, start, end - start)


def _joined(found: list[Replacement], old: bytes) -> bytes:
    """What stands from the first match to the last, every match replaced."""
    offset = found[0].start
    pieces: list[bytes] = []
    place = 0
    for each in found:
        pieces += [old[place : each.start - offset], bytes_of_text(each.text)]
        place = each.end - offset
    return b"".join(pieces)


def _toggle(text: str, description: str, keys: str) -> QToolButton:
    button = QToolButton()
    button.setText(text)
    button.setCheckable(True)
    button.setShortcut(QKeySequence(keys))
    describe(button, description)
    return button


def _button(text: str, description: str) -> QPushButton:
    button = QPushButton(text)
    button.setToolTip(description)
    button.setAutoDefault(False)
    return button


def _row(*widgets: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(4)
    for widget in widgets:
        row.addWidget(widget)
    row.addStretch()
    return row
