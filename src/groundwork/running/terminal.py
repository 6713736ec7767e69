"""What a terminal would show: a stream of text becomes styled lines, as many as can be looked at.

Understood are line ends, carriage return, backspace, the colour and weight sequences of ECMA-48
(SGR: 16 and 256 colours and 24 bits), erasing in the line, moving along the line, and clearing the
screen. Other control sequences are swallowed; other control characters become visible signs.
"""

from __future__ import annotations

import re
from collections import deque

from groundwork.running.lines import Line, Row, Source, Style, Update, line_of
from groundwork.running.sgr import styled

MAXIMUM_LINES = 5_000
"""How many lines are kept for looking at; the spool keeps the rest."""

LONGEST_LINE = 2_000
"""How many characters of a line are kept; the others are only counted."""

_LONGEST_SEQUENCE = 64
_CONTROL = "\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ufdd0\ufdd1\ufffc"
_SPECIAL = re.compile(f"[{_CONTROL}]")
_TOKEN = re.compile(
    rf"(?P<plain>[^\n{_CONTROL}]+)"
    r"|\x1b\[(?P<parameters>[0-9;:?<=>]*)[ -/]*(?P<final>[@-~])"
    r"|\x1b\][^\x07\x1b\n]*(?:\x07|\x1b\\)"
    r"|\x1b[ -/]*[0-Z\\-~]"
    r"|(?P<single>.)",
    re.DOTALL,
)
_UNFINISHED = re.compile(r"\x1b(?:\[[0-9;:?<=>]*[ -/]*|\][^\x07\x1b\n]*\x1b?|[ -/]*)?\Z")
_BELL = "\x07"


class Terminal:
    """Takes text in pieces cut anywhere, and tells in `take` what changed since the last time."""

    def __init__(
        self, *, maximum_lines: int = MAXIMUM_LINES, longest_line: int = LONGEST_LINE
    ) -> None:
        self._maximum_lines = maximum_lines
        self._longest_line = longest_line
        self._row = Row(longest_line)
        self._finished: deque[tuple[str, Style] | Line] = deque(maxlen=maximum_lines)
        self._finished_count = 0
        self._line_count = 0
        self._is_reset = False
        self._styles = {source: Style(source=source) for source in Source}
        self._unfinished = dict.fromkeys(Source, "")

    @property
    def line_count(self) -> int:
        """How many lines have been finished since the beginning, kept or not."""
        return self._line_count

    def feed(self, text: str, source: Source = Source.OUTPUT) -> None:
        """Take the next piece of text from one of the streams."""
        text = self._unfinished[source] + text
        self._unfinished[source] = ""
        if _SPECIAL.search(text) is None:
            self._write_plain(text, source)
        else:
            self._write_special(text, source)

    def take(self) -> Update:
        """The lines finished since the last call, and the line that is still being written.

        When more came than is kept, the update says that everything before is gone.
        """
        is_reset = self._is_reset or self._finished_count > self._maximum_lines
        finished = [
            line_of(*entry, self._longest_line) if isinstance(entry, tuple) else entry
            for entry in self._finished
        ]
        self._finished.clear()
        self._finished_count = 0
        self._is_reset = False
        return Update(finished, self._row.line(), is_reset=is_reset)

    def _write_plain(self, text: str, source: Source) -> None:
        """Text without control characters: whole lines are kept as they are."""
        style = self._styles[source]
        first, *rest = text.split("\n")
        self._row.write(first, style)
        if rest:
            self._finish_line()
            *lines, last = rest
            self._finished.extend([(line, style) for line in lines[-self._maximum_lines :]])
            self._count(len(lines))
            self._row.write(last, style)

    def _write_special(self, text: str, source: Source) -> None:
        unfinished = _UNFINISHED.search(text)
        if unfinished and len(unfinished.group()) <= _LONGEST_SEQUENCE:
            self._unfinished[source] = unfinished.group()
            text = text[: unfinished.start()]
        for token in _TOKEN.finditer(text):
            if token["plain"] is not None:
                self._row.write(token["plain"], self._styles[source])
            elif token["final"] is not None:
                self._obey(token["final"], token["parameters"], source)
            elif token["single"] is not None:
                self._take_single(token["single"], source)

    def _take_single(self, character: str, source: Source) -> None:
        if character == "\n":
            self._finish_line()
        elif character == "\r":
            self._row.go_to(0)
        elif character == "\b":
            self._row.go_to(self._row.column - 1)
        elif character != _BELL:
            self._row.write(_visible(character), self._styles[source])

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
        self._finished_count += lines
        self._line_count += lines

    def _clear(self) -> None:
        self._finished.clear()
        self._finished_count = 0
        self._row.clear()
        self._is_reset = True


def _visible(character: str) -> str:
    """A sign for a control character; most have a picture of their own."""
    code = ord(character)
    if code < 0x20:  # noqa: PLR2004 - the C0 controls
        return chr(0x2400 + code)
    return "\u2421" if character == "\x7f" else "\ufffd"
