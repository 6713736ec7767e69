"""An exception of a checked program as JSON: its classes, its text, and the learner's line."""

from __future__ import annotations

import builtins
from _json import encode_basestring_ascii as quoted
from os import sep

globals()["__builtins__"] = {**vars(builtins)}  # the program may change the module

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

_LONGEST_MESSAGE = 4000

_ancestry = type.__dict__["__mro__"].__get__
_qualified_name = type.__dict__["__qualname__"].__get__
_plain_classes = {name: kind for name, kind in vars(builtins).items() if type(kind) is type}
_traceback = BaseException.__dict__["__traceback__"].__get__


def raised(error: BaseException, folder: str) -> str:
    """The names of the classes, nearest first; the text; file in `folder` and line, or "" and 0."""
    file, line = _place(error, folder + sep)
    text = quoted(_text(error)[:_LONGEST_MESSAGE])
    return f"{class_names(type(error))},{text},{quoted(file)},{line:d}"


def class_names(kind: type) -> str:
    """The names of the class and those above it as a JSON array."""
    return f"[{','.join([quoted(_class_name(one)) for one in _ancestry(kind)])}]"


def _class_name(kind: type) -> str:
    """Only the interpreter's own classes have a name without their module's."""
    name = _qualified_name(kind)
    if _plain_classes.get(name) is kind:
        return str(name)
    try:
        return f"{kind.__module__}.{name}"
    except BaseException:  # noqa: BLE001 - a metaclass of the program may raise anything
        return f"?.{name}"


def _text(error: BaseException) -> str:
    try:
        return str.__str__(str(error))
    except BaseException:  # noqa: BLE001 - the program's own __str__ may raise anything
        return ""


def _place(error: BaseException, beginning: str) -> tuple[str, int]:
    """The innermost line in a file whose path has that beginning."""
    if isinstance(error, SyntaxError):
        file, line = error.filename, error.lineno
        if type(file) is str and file.startswith(beginning):
            return file[len(beginning) :], line if type(line) is int else 1
    places = [place for place in _places(error) if place[0].startswith(beginning)]
    if not places:
        return "", 0
    file, line = places[-1]
    return file[len(beginning) :], line


def _places(error: BaseException) -> Iterator[tuple[str, int]]:
    entry = _traceback(error)
    while entry is not None:
        yield entry.tb_frame.f_code.co_filename, entry.tb_lineno or 0
        entry = entry.tb_next
