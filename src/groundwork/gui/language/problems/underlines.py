"""Underlines what is wrong in the code; Scintilla lets the lines move with the text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from groundwork.gui.editor.lines import line_end, line_of, position_of
from groundwork.gui.editor.look import (
    ERROR_MARKER,
    ERROR_UNDERLINE,
    PROBLEM_MARKER,
    WARNING_UNDERLINE,
)
from groundwork.gui.editor.scintilla import Message, Scintilla
from groundwork.language.protocol import Finding, Span

_INDICATORS = {"error": ERROR_UNDERLINE, "warning": WARNING_UNDERLINE}
_USUAL_VALUE = 1


class Underlined(NamedTuple):
    """A finding, and where in the text it is now, in bytes."""

    start: int
    end: int
    finding: Finding


class Underlines:
    """Keeps the underlines of the file in the editor.

    Each underline has as its value the number of its finding, so it tells what it stands for
    wherever typing has moved it.
    """

    def __init__(self, view: Scintilla) -> None:
        self._view = view
        self._findings: tuple[Finding, ...] = ()

    def show(self, findings: Sequence[Finding]) -> None:
        """Underline these findings about the text as it is now, and no others, in one go."""
        self._findings = tuple(findings)
        wanted = [
            (start, end, number, finding)
            for number, finding in enumerate(self._findings, start=1)
            for start, end in self._stretch(finding.span)
        ]
        for severity, indicator in _INDICATORS.items():
            self._fill(indicator, [place[:3] for place in wanted if place[3].severity == severity])
        self._sign({line_of(self._view, p[0]) for p in wanted if p[3].severity == "error"})

    def all(self) -> list[Underlined]:
        """What is underlined, in the order of the text."""
        found = (
            Underlined(start, end, self._findings[value - 1])
            for indicator in _INDICATORS.values()
            for start, end, value in self._runs(indicator)
            if value <= len(self._findings)
        )
        return sorted(found, key=lambda one: (one.start, one.end))

    def at(self, position: int) -> list[Underlined]:
        """What is underlined there, be it up to there; what is nearest first."""
        found = [one for one in self.all() if one.start <= position <= one.end]
        return sorted(found, key=lambda one: (position == one.end, one.end - one.start))

    def on_line(self, line: int) -> list[Underlined]:
        """What is underlined on a line, counting from 0."""
        return [one for one in self.all() if line_of(self._view, one.start) == line]

    def _stretch(self, span: Span) -> Iterator[tuple[int, int]]:
        """Where the span is in the text; something to be seen even where it is empty."""
        if span == Span(1, 0, 1, 0):
            return
        start = position_of(self._view, span.line - 1, span.column)
        end = position_of(self._view, span.end_line - 1, span.end_column)
        last = line_end(self._view, line_of(self._view, start))
        end = min(max(start, end), last)
        if start == end:
            start, end = (start, start + 1) if end < last else (max(0, start - 1), end)
        if start < end:
            yield start, end

    def _fill(self, indicator: int, wanted: list[tuple[int, int, int]]) -> None:
        """Nothing is touched where nothing changes, so that nothing is painted again."""
        if sorted(wanted) == list(self._runs(indicator)):
            return
        send = self._view.send
        send(Message.SETINDICATORCURRENT, indicator)
        send(Message.INDICATORCLEARRANGE, 0, send(Message.GETLENGTH))
        for start, end, number in wanted:
            send(Message.SETINDICATORVALUE, number)
            send(Message.INDICATORFILLRANGE, start, end - start)
        send(Message.SETINDICATORVALUE, _USUAL_VALUE)  # others rely on it

    def _runs(self, indicator: int) -> Iterator[tuple[int, int, int]]:
        send, start, length = self._view.send, 0, self._view.send(Message.GETLENGTH)
        while start < length:
            border = send(Message.INDICATOREND, indicator, start)
            if border <= start:
                return
            value = send(Message.INDICATORVALUEAT, indicator, start)
            if value:
                yield start, border, value
            start = border

    def _sign(self, lines: set[int]) -> None:
        """A sign beside the lines of errors; not where a run has put its own."""
        send, mask = self._view.send, 1 << PROBLEM_MARKER
        before, line = set(), send(Message.MARKERNEXT, 0, mask)
        while line >= 0:
            before.add(line)
            line = send(Message.MARKERNEXT, line + 1, mask)
        free = {line for line in lines if not send(Message.MARKERGET, line) & 1 << ERROR_MARKER}
        if before != free:
            send(Message.MARKERDELETEALL, PROBLEM_MARKER)
            for line in free:
                send(Message.MARKERADD, line, PROBLEM_MARKER)
