"""Types whole programs, letter by letter, as somebody does who looks at the screen."""

from __future__ import annotations

import io
import tokenize

from PySide6.QtCore import Qt

from groundwork.gui.editor.lines import line_of, line_start
from groundwork.gui.editor.scintilla import Message

from .desk import Desk

_NOT_WRITTEN = {tokenize.NL, tokenize.NEWLINE, tokenize.ENDMARKER}


def type_program(desk: Desk, program: str) -> None:
    """Type the program; what the editor puts in where it is not wanted is taken back."""
    first, *others = program.rstrip("\n").split("\n")
    desk.type(first)
    for line in others:
        type_line(desk, line)


def type_line(desk: Desk, line: str) -> None:
    """Type a line below that of the cursor, which stands at its end."""
    desk.press(Qt.Key.Key_Return)
    while not line.startswith(before(desk)):
        desk.press(Qt.Key.Key_Backspace)
    desk.type(line[len(before(desk)) :])


def before(desk: Desk) -> str:
    """What stands before the cursor in its line."""
    cursor = desk.ask(Message.GETCURRENTPOS)
    start = line_start(desk.view, line_of(desk.view, cursor))
    return desk.view.slice(start, cursor).decode()


def tokens(program: str) -> list[tuple[int, str]]:
    """What Python reads in a program, wherever its lines end."""
    read = tokenize.generate_tokens(io.StringIO(program).readline)
    return [(token.type, token.string) for token in read if token.type not in _NOT_WRITTEN]
