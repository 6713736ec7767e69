"""Lines of output as values, and the one line that is still being written."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from itertools import groupby


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
    """The line being written: text is written at `column`, over what stands there."""

    def __init__(self, longest: int) -> None:
        self._longest = longest
        self._spans: list[Span] = []
        self._length = 0
        self.column = 0

    def line(self) -> Line:
        """The row as it is now."""
        kept = min(self._length, self._longest)
        return Line(tuple(self._spans), self._length - kept)

    def clear(self) -> None:
        """Begin an empty row."""
        self._spans = []
        self._length = 0
        self.column = 0

    def go_to(self, column: int) -> None:
        """Write at `column` from now on; outside of the row its nearest end is meant."""
        self.column = min(max(column, 0), self._length)

    def write(self, text: str, style: Style) -> None:
        """Write the text at the column and go behind it."""
        if not text:
            return
        end = self.column + len(text)
        if self.column < self._length:
            self._write_over(text, style)
        else:
            self._append(text[: max(self._longest - self.column, 0)], style)
        self._length = max(self._length, end)
        self.column = end

    def erase(self, part: int) -> None:
        """Erase from the column to the end (0), up to the column (1) or everything (2)."""
        if part == 0:
            self._spans = _spans_of(self._cells()[: self.column])
            self._length = self.column
        elif part == 1:
            blanks = [(" ", PLAIN)] * min(self.column + 1, self._length)
            self._spans = _spans_of(blanks + self._cells()[len(blanks) :])
        else:
            column = self.column
            self.clear()
            self.write(" " * column, PLAIN)

    def _append(self, text: str, style: Style) -> None:
        if not text:
            return
        if self._spans and self._spans[-1].style == style:
            text = self._spans.pop().text + text
        self._spans.append(Span(text, style))

    def _write_over(self, text: str, style: Style) -> None:
        cells = self._cells()
        cells[self.column : self.column + len(text)] = [(character, style) for character in text]
        self._spans = _spans_of(cells[: self._longest])

    def _cells(self) -> list[tuple[str, Style]]:
        return [(character, span.style) for span in self._spans for character in span.text]


def _spans_of(cells: list[tuple[str, Style]]) -> list[Span]:
    return [
        Span("".join(character for character, _ in group), style)
        for style, group in groupby(cells, key=lambda cell: cell[1])
    ]
