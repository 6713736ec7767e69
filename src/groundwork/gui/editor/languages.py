"""What language a file is in, and how it is divided into words, texts and comments."""

from __future__ import annotations

import builtins
import keyword
from functools import lru_cache

from groundwork.gui.editor.scintilla import Lexer, Message, PythonStyle, Scintilla

TRIPLE_STYLES = frozenset(
    {
        PythonStyle.TRIPLE,
        PythonStyle.TRIPLE_DOUBLE,
        PythonStyle.F_TRIPLE,
        PythonStyle.F_TRIPLE_DOUBLE,
    }
)
TEXT_STYLES = TRIPLE_STYLES | {
    PythonStyle.STRING,
    PythonStyle.CHARACTER,
    PythonStyle.STRING_UNCLOSED,
    PythonStyle.F_STRING,
    PythonStyle.F_CHARACTER,
}
COMMENT_STYLES = frozenset({PythonStyle.COMMENT, PythonStyle.COMMENT_BLOCK})

_ALSO_BUILT_IN = {"exit", "quit", "WindowsError", "PythonFinalizationError"}
_NOT_SHOWN = {"copyright", "credits", "license"}


def is_python(name: str) -> bool:
    """Whether a file of that name is a Python program."""
    return name.endswith((".py", ".pyw", ".pyi"))


def set_language(view: Scintilla, *, is_python: bool) -> None:
    """Divide the document shown as Python, or not at all."""
    view.send(Message.SETLEXER, Lexer.PYTHON if is_python else Lexer.NULL)
    if not is_python:
        return
    view.send(Message.SETKEYWORDS, 0, " ".join(keyword.kwlist).encode())
    view.send(Message.SETKEYWORDS, 1, _built_in_names())
    view.set_property("fold", "1")
    view.set_property("fold.compact", "0")
    view.set_property("fold.quotes.python", "1")
    view.set_property("lexer.python.keywords2.no.sub.identifiers", "1")


@lru_cache(maxsize=1)
def _built_in_names() -> bytes:
    names = {name for name in dir(builtins) if not name.startswith("_")} | {"__import__"}
    return " ".join(sorted((names | _ALSO_BUILT_IN) - _NOT_SHOWN)).encode()
