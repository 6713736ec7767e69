"""Lines of output as values, and the one line that is still being written."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from itertools import groupby
from operator import itemgetter


class Source(Enum):
    """Where text came from."""

    OUTPUT = "output"
    ERROR = "error"
    INPUT = "input"


@dataclass(frozen=True, slots=True)
class Style:
    """How a piece of text looks.

    A colour is `#rrggbb`, or the number of one of the 16 colours that a theme gives, or None for
    the usual one of the source.
    """

    source: Source = Source.OUTPUT
    foreground: str | int | None = None
    background: str | int | None = None
    is_bold: bool = False
    is_italic: bool = False
    is_underlined: bool = False
    is_inverse: bool = False


PLAIN = Style()


@dataclass(frozen=True, slots=True)
class Span:
    """Text in one style."""

    text: str
    style: Style


@dataclass(frozen=True, slots=True)
class Line:
    """A line of output; `hidden_characters` at its end are not kept."""

    spans: tuple[Span, ...] = ()
    hidden_characters: int = 0

    @property
    def text(self) -> str:
        """The text without its styles."""
        return "".join(span.text for span in self.spans)

    @property
    def is_plain(self) -> bool:
        """Whether all of it is ordinary output, and all of it is kept."""
        return not self.hidden_characters and all(span.style == PLAIN for span in self.spans)


@dataclass(frozen=True, slots=True)
class Update:
    """What changed: `lines` and then `current` take the place of the line that was last.

    With `is_reset` they take the place of everything.
    """

    lines: list[Line]
    current: Line
    is_reset: bool = False


def line_of(text: str, style: Style, longest: int) -> Line:
    """One finished line in one style, of which at most `longest` characters are kept."""
    kept = text[:longest]
    return Line((Span(kept, style),) if kept else (), len(text) - len(kept))


class Row:
    """The line being written: text is written at `column`, over what stands there.

    Spans suffice while text is only added. Once something is written over, the row is held
    character by character until it is cleared.
    """

    def __init__(self, longest: int) -> None:
        self._longest = longest
        self._spans: list[Span] = []
        self._cells: list[tuple[str, Style]] | None = None
        self._length = 0
        self.column = 0

    def line(self) -> Line:
        """The row as it is now."""
        spans = self._spans if self._cells is None else _spans_of(self._cells)
        return Line(tuple(spans), max(self._length - self._longest, 0))

    def clear(self) -> None:
        """Begin an empty row."""
        self._spans = []
        self._cells = None
        self._length = 0
        self.column = 0

    def go_to(self, column: int) -> None:
        """Write at `column` from now on; outside of the row its nearest end is meant."""
        self.column = min(max(column, 0), self._length)

    def write(self, text: str, style: Style) -> None:
        """Write the text at the column and go behind it."""
        end = self.column + len(text)
        if self.column < self._longest:
            kept = text if end <= self._longest else text[: self._longest - self.column]
            if self._cells is None and self.column == self._length:
                self._append(kept, style)
            else:
                cells = self._as_cells()
                cells[self.column : self.column + len(kept)] = [(each, style) for each in kept]
        self._length = max(self._length, end)
        self.column = end

    def erase(self, part: int) -> None:
        """Erase from the column to the end (0), up to the column (1) or everything (2)."""
        if part == 0:
            del self._as_cells()[self.column :]
            self._length = self.column
        elif part == 1:
            cells = self._as_cells()
            count = min(self.column + 1, len(cells))
            cells[:count] = [(" ", PLAIN)] * count
        else:
            column = self.column
            self.clear()
            self.write(" " * column, PLAIN)

    def _append(self, text: str, style: Style) -> None:
        if not text:
            return
        if self._spans:
            last = self._spans[-1]
            if last.style is style or last.style == style:
                self._spans[-1] = Span(last.text + text, style)
                return
        self._spans.append(Span(text, style))

    def _as_cells(self) -> list[tuple[str, Style]]:
        if self._cells is None:
            self._cells = [(each, span.style) for span in self._spans for each in span.text]
        return self._cells


def _spans_of(cells: list[tuple[str, Style]]) -> list[Span]:
    return [
        Span("".join(character for character, _ in group), style)
        for style, group in groupby(cells, key=itemgetter(1))
    ]
