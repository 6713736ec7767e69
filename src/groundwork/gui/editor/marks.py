"""What an editor marks by itself: soft keywords, matching brackets, the name at the cursor."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from PySide6.QtCore import QObject, QTimer

from groundwork.gui.editor.languages import COMMENT_STYLES, TEXT_STYLES
from groundwork.gui.editor.lines import line_end, line_start, visible_lines
from groundwork.gui.editor.look import BOUND, OCCURRENCE, SOFT_KEYWORD
from groundwork.gui.editor.scintilla import Message, PythonStyle, Scintilla, Search, Updated

_BRACKETS = frozenset(b"()[]{}")
_NAME_STYLES = frozenset({PythonStyle.IDENTIFIER, PythonStyle.KEYWORD_2})
_BRACKET_STYLES = frozenset({PythonStyle.DEFAULT, PythonStyle.OPERATOR})
_UNMARKED_STYLES = TEXT_STYLES | COMMENT_STYLES | {PythonStyle.KEYWORD, PythonStyle.NUMBER}
_NOWHERE = -1
_OCCURRENCE_DELAY = 150
_MOST_OCCURRENCES = 500
_MOST_BYTES = 200_000
_LINES_AROUND = 40
_CANDIDATE = re.compile(rb"^[ \t]*(?:match|case|type)\b.{0,500}", re.MULTILINE)

_JUDGE_PATIENCE = 400

Span = tuple[int, int]


class Namesakes(NamedTuple):
    """Where a name stands that means the same: where it is bound, and where it is used."""

    bound: Sequence[Span] = ()
    used: Sequence[Span] = ()


Judge = Callable[[int, Callable[[Namesakes | None], None]], None]
"""Is told a position, and tells later what means the same as the name there; None is not known."""


class Marks(QObject):
    """Keeps the marks of an editor in step with its text, cursor and view.

    Only what is on the screen, and a little around it, is looked at: a file may be of any length.
    Every word that is the name at the cursor is marked, until there is a judge who knows which of
    them mean the same.
    """

    def __init__(self, view: Scintilla) -> None:
        super().__init__(view)
        self._view = view
        self._is_stale = True
        self._top = -_LINES_AROUND
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_OCCURRENCE_DELAY)
        self._timer.timeout.connect(self._on_timer_timeout)
        self._judge: Judge | None = None
        self._patience = QTimer(self, singleShot=True, interval=_JUDGE_PATIENCE)
        self._patience.timeout.connect(self._mark_words)
        view.text_changed.connect(self.refresh)
        view.updated.connect(self._on_view_updated)
        view.focus_gained.connect(self._timer.start)
        view.focus_lost.connect(self._timer.start)

    def refresh(self) -> None:
        """Mark everything anew when the view is next painted: the text is another."""
        self._is_stale = True

    def set_judge(self, judge: Judge) -> None:
        """Ask this one what means the same as the name at the cursor."""
        self._judge = judge

    def _on_view_updated(self, what: int) -> None:
        top = self._view.send(Message.GETFIRSTVISIBLELINE)
        if self._is_stale or abs(top - self._top) > _LINES_AROUND // 2:
            self._top, self._is_stale = top, False
            self._mark_soft_keywords()
            self._mark(Namesakes())
            self._timer.start()
        if what & (Updated.SELECTION | Updated.CONTENT):
            self._mark_brackets()
        if what & Updated.SELECTION:
            self._timer.start()

    def _range_looked_at(self) -> Span:
        lines = visible_lines(self._view)
        last = self._view.send(Message.GETLINECOUNT) - 1
        start = line_start(self._view, lines.start - _LINES_AROUND)
        end = line_end(self._view, min(last, lines.stop + _LINES_AROUND))
        if end - start <= _MOST_BYTES:
            return start, end
        cursor = self._view.send(Message.GETCURRENTPOS)
        return max(start, cursor - _MOST_BYTES // 2), min(end, cursor + _MOST_BYTES // 2)

    def _mark_soft_keywords(self) -> None:
        start, end = self._range_looked_at()
        styled = self._view.send(Message.GETENDSTYLED)
        if styled < end:
            self._view.send(Message.COLOURISE, styled, end)
        self._fill(SOFT_KEYWORD, (start, end), list(self._soft_keywords(start, end)))

    def _soft_keywords(self, start: int, end: int) -> Iterator[Span]:
        for candidate in _CANDIDATE.finditer(self._view.slice(start, end)):
            from groundwork.gui.editor.soft_keywords import (  # noqa: PLC0415 - seldom needed
                soft_keyword_spans,
            )

            line = start + candidate.start()
            for first, last in soft_keyword_spans(candidate.group()):
                if self._style(line + first) in _NAME_STYLES:
                    yield line + first, line + last

    def _mark_brackets(self) -> None:
        cursor = self._view.send(Message.GETCURRENTPOS)
        for position in (cursor - 1, cursor):
            if position >= 0 and self._is_bracket(position):
                other = self._view.send(Message.BRACEMATCH, position)
                if other != _NOWHERE:
                    self._view.send(Message.BRACEHIGHLIGHT, position, other)
                    return
        self._view.send(Message.BRACEHIGHLIGHT, _NOWHERE, _NOWHERE)

    def _is_bracket(self, position: int) -> bool:
        sign = self._view.send(Message.GETCHARAT, position)
        return sign in _BRACKETS and self._style(position) in _BRACKET_STYLES

    def _style(self, position: int) -> int:
        return self._view.send(Message.GETSTYLEAT, position)

    def _on_timer_timeout(self) -> None:
        if self._judge is None or not self._name_at_cursor():
            self._mark_words()
        else:
            self._patience.start()
            self._judge(self._view.send(Message.GETCURRENTPOS), self._on_judged)

    def _on_judged(self, namesakes: Namesakes | None) -> None:
        self._patience.stop()
        cursor = self._view.send(Message.GETCURRENTPOS)
        spans = [*namesakes.bound, *namesakes.used] if namesakes else []
        if namesakes and any(start <= cursor <= end for start, end in spans):
            self._mark(namesakes if self._name_at_cursor() else Namesakes())
        else:
            self._mark_words()

    def _mark_words(self) -> None:
        """Mark the words that are the name at the cursor, whatever they mean."""
        self._patience.stop()
        start, end = self._range_looked_at()
        word = self._name_at_cursor()
        self._mark(Namesakes(used=list(self._occurrences(word, start, end)) if word else []))

    def _mark(self, namesakes: Namesakes) -> None:
        """Mark these places, as far as they are looked at; one alone is not worth it."""
        start, end = self._range_looked_at()
        is_alone = len(namesakes.bound) + len(namesakes.used) < 2  # noqa: PLR2004 - as it says
        for indicator, spans in ((OCCURRENCE, namesakes.used), (BOUND, namesakes.bound)):
            inside = [span for span in spans if start <= span[0] and span[1] <= end]
            self._fill(indicator, (start, end), [] if is_alone else inside)

    def _name_at_cursor(self) -> bytes:
        """The name that the cursor touches; empty where it touches none, or text is selected.

        Without the focus there is no cursor.
        """
        view = self._view
        cursor = view.send(Message.GETCURRENTPOS)
        if view.send(Message.GETANCHOR) != cursor or not view.area.hasFocus():
            return b""
        first = view.send(Message.WORDSTARTPOSITION, cursor, 1)
        name = view.slice(first, view.send(Message.WORDENDPOSITION, cursor, 1))
        is_name = name.decode("utf-8", "replace").isidentifier()
        return name if is_name and self._style(first) not in _UNMARKED_STYLES else b""

    def _occurrences(self, word: bytes, start: int, end: int) -> Iterator[Span]:
        view = self._view
        view.send(Message.SETSEARCHFLAGS, Search.WHOLE_WORD | Search.MATCH_CASE)
        for _ in range(_MOST_OCCURRENCES):
            view.send(Message.SETTARGETRANGE, start, end)
            found = view.send(Message.SEARCHINTARGET, len(word), word)
            if found == _NOWHERE:
                return
            start = found + len(word)
            if self._style(found) not in _UNMARKED_STYLES:
                yield found, start

    def _fill(self, indicator: int, where: Span, wanted: list[Span]) -> None:
        """Let the indicator stand on the wanted spans and nowhere else in the range `where`.

        Nothing is touched where nothing changes, so that nothing is painted again.
        """
        if list(self._filled(indicator, *where)) == wanted:
            return
        send = self._view.send
        send(Message.SETINDICATORCURRENT, indicator)
        send(Message.INDICATORCLEARRANGE, where[0], where[1] - where[0])
        for start, end in wanted:
            send(Message.INDICATORFILLRANGE, start, end - start)

    def _filled(self, indicator: int, start: int, end: int) -> Iterator[Span]:
        send = self._view.send
        while start < end:
            border = send(Message.INDICATOREND, indicator, start)
            if border <= start:
                return
            if send(Message.INDICATORVALUEAT, indicator, start):
                yield start, border
            start = border
