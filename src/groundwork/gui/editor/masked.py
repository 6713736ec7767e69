"""The code of an editor with its texts and comments made meaningless, and what is open in it."""

from __future__ import annotations

import re

from groundwork.gui.editor.code_place import Text
from groundwork.gui.editor.indentation import TEXT_SIGN
from groundwork.gui.editor.languages import COMMENT_STYLES, TEXT_STYLES, TRIPLE_STYLES
from groundwork.gui.editor.lines import line_end, line_of, line_start
from groundwork.gui.editor.scintilla import Lexer, Message, PythonStyle, Scintilla

_LINES_LOOKED_AT = 200
_LINES_AHEAD = 40
_BYTES_LOOKED_AT = 10_000
_LINE_END = re.compile(r"\r\n|\r|\n")
_WITH_FIELDS = frozenset({PythonStyle.F_TRIPLE, PythonStyle.F_TRIPLE_DOUBLE})
_SINGLE_QUOTES = frozenset({PythonStyle.TRIPLE, PythonStyle.F_TRIPLE})


def shows_python(view: Scintilla) -> bool:
    """Whether the document that is shown is a Python program."""
    return view.send(Message.GETLEXER) == Lexer.PYTHON


def code_before(view: Scintilla, position: int) -> list[str]:
    """The lines before `position`, and the part before it of its own, as far as one looks back."""
    return _LINE_END.split(_masked(view, _first_looked_at(view, position), position))


def shortage(view: Scintilla, position: int, opening: str, closing: str) -> int:
    """How many of these brackets around `position` are open without an end.

    Below 0 it is how many ends have no beginning.
    """
    last = line_of(view, position) + _LINES_LOOKED_AT
    end = min(line_end(view, last), position + _BYTES_LOOKED_AT, view.send(Message.GETLENGTH))
    code = _masked(view, _first_looked_at(view, position), end)
    return code.count(opening) - code.count(closing)


def is_closed_ahead(view: Scintilla, position: int, opening: str, closing: str) -> bool:
    """Whether a bracket is closed in the next lines that is not opened behind `position`."""
    end = line_end(view, line_of(view, position) + _LINES_AHEAD)
    opened = 0
    for sign in _masked(view, position, min(end, position + _BYTES_LOOKED_AT)):
        opened += (sign == opening) - (sign == closing)
        if opened < 0:
            return True
    return False


def text_across(view: Scintilla, line: int) -> Text | None:
    """The text that goes on from the line before into `line`; None where there is none."""
    start = line_start(view, line)
    if not start:
        return None
    _colour(view, start)
    style = view.send(Message.GETSTYLEAT, start - 1)
    if style not in TRIPLE_STYLES:
        return None
    return Text("'''" if style in _SINGLE_QUOTES else '"""', has_fields=style in _WITH_FIELDS)


def _first_looked_at(view: Scintilla, position: int) -> int:
    line = line_of(view, position)
    first = max(line_start(view, line - _LINES_LOOKED_AT), position - _BYTES_LOOKED_AT)
    return line_start(view, line_of(view, first))


def _masked(view: Scintilla, start: int, end: int) -> str:
    _colour(view, end)
    text, styles = view.slice(start, end).decode("latin-1"), view.styles(start, end)
    return "".join(_mask(sign, style) for sign, style in zip(text, styles, strict=True))


def _colour(view: Scintilla, end: int) -> None:
    """Have the styles of whole lines up to `end`: half a line may be taken for something else."""
    styled = view.send(Message.GETENDSTYLED)
    if styled < end:
        first = line_start(view, line_of(view, styled))
        view.send(Message.COLOURISE, first, line_start(view, line_of(view, end) + 1))


def _mask(sign: str, style: int) -> str:
    if sign in "\r\n":
        return sign
    return TEXT_SIGN if style in TEXT_STYLES else " " if style in COMMENT_STYLES else sign
