"""What a terminal would show: a stream of text becomes styled lines, as many as can be looked at.

Understood are line ends, carriage return, backspace, the colour and weight sequences of ECMA-48
(SGR: 16 and 256 colours and 24 bits), erasing in the line, moving along the line, and clearing the
screen. Other control sequences are swallowed; other control characters become visible signs.
"""

from __future__ import annotations

import re
from collections import deque
from itertools import islice

from groundwork.running.lines import Line, Row, Source, Style, Update, line_of
from groundwork.running.sgr import styled

MAXIMUM_LINES = 5_000
"""How many lines are kept for looking at; the spool keeps the rest."""

LONGEST_LINE = 2_000
"""How many characters of a line are kept; the others are only counted."""

_LONGEST_SEQUENCE = 64
_STRANGE = "\u2028\u2029\ufdd0\ufdd1\ufffc"
"""Characters that end a line, or mark one of its own objects, in Qt's documents."""

_CONTROL = f"\x00-\x08\x0b-\x1a\x1c-\x1f\x7f-\x9f{_STRANGE}"
_SPECIAL = re.compile(f"[\x1b{_CONTROL}]")
_TOKEN = re.compile(
    rf"(?P<plain>[^\n\x1b{_CONTROL}]+)"
    r"|\x1b\[(?P<parameters>[0-9;:?<=>]*)[ -/]*(?P<final>[@-~])"
    r"|\x1b\][^\x07\x1b\n]*(?:\x07|\x1b\\)"
    r"|\x1b[ -/]*[0-Z\\-~]"
    r"|(?P<end>\n)"
    rf"|(?P<controls>[{_CONTROL}]+|\x1b)",
)
_UNFINISHED = re.compile(r"\x1b(?:\[[0-9;:?<=>]*[ -/]*|\][^\x07\x1b\n]*\x1b?|[ -/]*)?\Z")
_VISIBLE = {
    **{code: chr(0x2400 + code) for code in range(0x20)},
    **dict.fromkeys([*range(0x80, 0xA0), *map(ord, _STRANGE)], "\ufffd"),
    0x07: "",  # the bell, which nobody hears here
    0x7F: "\u2421",
}
"""What shows for a control character; most have a picture of their own."""


class Terminal:
    """Takes text in pieces cut anywhere, and tells in `take` what changed since the last time."""

    def __init__(
        self, *, maximum_lines: int = MAXIMUM_LINES, longest_line: int = LONGEST_LINE
    ) -> None:
        self._maximum_lines = maximum_lines
        self._longest_line = longest_line
        self._row = Row(longest_line)
        self._finished: deque[tuple[str, Style] | Line] = deque(maxlen=maximum_lines)
        self._fresh = 0
        self._line_count = 0
        self._is_behind = False
        self._styles = {source: Style(source=source) for source in Source}
        self._unfinished = dict.fromkeys(Source, "")

    @property
    def line_count(self) -> int:
        """How many lines have been finished since the beginning, kept or not."""
        return self._line_count

    @property
    def is_behind(self) -> bool:
        """Whether the last update left something out, or the screen was cleared since."""
        return self._is_behind

    def feed(self, text: str, source: Source = Source.OUTPUT) -> None:
        """Take the next piece of text from one of the streams."""
        text = (self._unfinished[source] + text).replace("\r\n", "\n")
        self._unfinished[source] = ""
        if _SPECIAL.search(text) is None:
            self._write_plain(text, source)
        else:
            self._write_special(text, source)

    def take(self, at_most: int | None = None) -> Update:
        """What changed since the last call.

        That is the lines finished since, and the line that is still being written. When more were
        finished than are kept, the update has all that are kept, and takes the place of everything.
        So it does with more than `at_most`, which is what can be shown in a moment, but then it has
        only so many; the call after which the flood has ebbed brings all that are kept.
        """
        fresh, self._fresh = self._fresh, 0
        if at_most is not None and min(fresh, len(self._finished)) > at_most:
            self._is_behind = True
            return Update(self._last_lines(at_most), self._row.line(), is_reset=True)
        is_reset = self._is_behind or fresh > self._maximum_lines
        self._is_behind = False
        lines = self._last_lines(len(self._finished) if is_reset else fresh)
        return Update(lines, self._row.line(), is_reset=is_reset)

    def _last_lines(self, count: int) -> list[Line]:
        last = list(islice(self._finished, len(self._finished) - count, None))
        return [
            line_of(*entry, self._longest_line) if isinstance(entry, tuple) else entry
            for entry in last
        ]

    def _write_plain(self, text: str, source: Source) -> None:
        """Text without control characters: whole lines are kept as they are."""
        style = self._styles[source]
        first, *rest = text.split("\n")
        self._row.write(first, style)
        if rest:
            self._finish_line()
            *lines, last = rest
            self._keep_plain(lines[-self._maximum_lines :], style)
            self._count(len(lines))
            self._row.write(last, style)

    def _keep_plain(self, lines: list[str], style: Style) -> None:
        """Keep whole lines, as values only where that makes them shorter; most are never shown."""
        longest = self._longest_line
        if len(max(lines, key=len, default="")) <= longest:
            self._finished.extend([(line, style) for line in lines])
        else:
            self._finished.extend([line_of(line, style, longest) for line in lines])

    def _write_special(self, text: str, source: Source) -> None:
        unfinished = _UNFINISHED.search(text)
        if unfinished and len(unfinished.group()) <= _LONGEST_SEQUENCE:
            self._unfinished[source] = unfinished.group()
            text = text[: unfinished.start()]
        for token in _TOKEN.finditer(text):
            kind = token.lastgroup
            if kind == "plain":
                self._row.write(token[0], self._styles[source])
            elif kind == "end":
                self._finish_line()
            elif kind == "controls":
                self._write_controls(token[0], self._styles[source])
            elif kind == "final":
                self._obey(token["final"], token["parameters"], source)

    def _write_controls(self, characters: str, style: Style) -> None:
        """Obey the control characters that move; the others become visible, all but the bell."""
        if "\r" not in characters and "\b" not in characters:
            self._row.write(characters.translate(_VISIBLE), style)
            return
        for character in characters:
            if character == "\r":
                self._row.go_to(0)
            elif character == "\b":
                self._row.go_to(self._row.column - 1)
            else:
                self._row.write(character.translate(_VISIBLE), style)

    def _obey(self, final: str, parameters: str, source: Source) -> None:
        """Carry out one control sequence."""
        number = int(parameters) if parameters.isdecimal() and len(parameters) < 5 else 0  # noqa: PLR2004 - no screen is wider
        if final == "m":
            self._styles[source] = styled(self._styles[source], parameters)
        elif final == "K":
            self._row.erase(number)
        elif final == "J" and number in {2, 3}:
            self._clear()
        elif final == "D":
            self._row.go_to(self._row.column - max(number, 1))
        elif final == "C":
            self._row.go_to(self._row.column + max(number, 1))
        elif final == "G":
            self._row.go_to(max(number, 1) - 1)

    def _finish_line(self) -> None:
        self._finished.append(self._row.line())
        self._count(1)
        self._row.clear()

    def _count(self, lines: int) -> None:
        self._fresh += lines
        self._line_count += lines

    def _clear(self) -> None:
        self._finished.clear()
        self._fresh = 0
        self._row.clear()
        self._is_behind = True
