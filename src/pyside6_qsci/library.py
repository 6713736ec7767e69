"""Finds and loads the bridge: the small library through which Python makes QScintilla editors."""

from __future__ import annotations

import ctypes
import sys
from collections.abc import Callable, Iterable
from functools import lru_cache
from pathlib import Path
from typing import Any

_FILE_NAMES = ("_bridge.pyd", "_bridge.dll") if sys.platform == "win32" else ("_bridge.so",)

Incoming = ctypes.CFUNCTYPE(None, ctypes.c_void_p, ctypes.c_ssize_t, ctypes.c_void_p)
"""What text from outside passes through: address, length in bytes, where the answer goes."""

Direct = ctypes.CFUNCTYPE(
    ctypes.c_ssize_t, ctypes.c_void_p, ctypes.c_uint, ctypes.c_void_p, ctypes.c_void_p
)
"""Scintilla's function for messages: editor, message, and two arguments as wide as a pointer."""


class QScintillaMissingError(RuntimeError):
    """QScintilla cannot be loaded; the text is a sentence that says what to install."""


class Bridge:
    """The functions of the bridge; editors, functions and documents are addresses."""

    def __init__(self, library: ctypes.CDLL) -> None:
        address, length = ctypes.c_void_p, ctypes.c_ssize_t
        self._library = library
        self.new: Callable[[], int] = self._function("new", address)
        self.direct_function: Callable[[int], int] = self._function(
            "direct_function", address, address
        )
        self.direct_pointer: Callable[[int], int] = self._function(
            "direct_pointer", address, address
        )
        self.set_incoming: Callable[[int, object], None] = self._function(
            "set_incoming", None, address, Incoming
        )
        self.answer: Callable[[int, bytes, int], None] = self._function(
            "answer", None, address, ctypes.c_char_p, length
        )
        self.new_document: Callable[[int], int] = self._function("new_document", address, address)
        self.release_document: Callable[[int, int], None] = self._function(
            "release_document", None, address, address
        )

    def _function(self, name: str, result: object, *arguments: object) -> Any:  # noqa: ANN401 - ctypes' own
        found = getattr(self._library, f"qsci_{name}")
        found.restype, found.argtypes = result, arguments
        return found


@lru_cache(maxsize=1)
def bridge() -> Bridge:
    """The bridge, loaded when it is first asked for.

    Raises:
        QScintillaMissingError: the bridge or a library that it needs is not there.
    """
    import PySide6.QtPrintSupport  # noqa: F401, PLC0415 - QScintilla needs it; takes PySide6's own

    import pyside6_qsci  # noqa: PLC0415 - itself, for the folders that it is spread over

    return load_bridge(map(Path, pyside6_qsci.__path__))


def load_bridge(folders: Iterable[Path]) -> Bridge:
    """The bridge from the first of `folders` that holds it.

    Qt's libraries must be in the process already, so that the bridge binds to them alone.

    Raises:
        QScintillaMissingError: the bridge or a library that it needs is not there.
    """
    file = _bridge_in(folders)
    try:
        library = ctypes.CDLL(str(file))
    except OSError as error:
        raise QScintillaMissingError(_what_to_install(str(error))) from error
    return Bridge(library)


def bridge_file() -> Path:
    """The file of the bridge, for those who pack it up.

    Raises:
        QScintillaMissingError: it was not built.
    """
    import pyside6_qsci  # noqa: PLC0415 - itself, for the folders that it is spread over

    return _bridge_in(map(Path, pyside6_qsci.__path__))


def _bridge_in(folders: Iterable[Path]) -> Path:
    places = [folder / name for folder in folders for name in _FILE_NAMES]
    file = next((place for place in places if place.is_file()), None)
    if file is None:
        raise QScintillaMissingError(
            "The editor's library was not built with this installation. "
            "Install the application again, or from its source run: make run"
        )
    return file


def _what_to_install(reason: str) -> str:
    """The sentence for the system's own `reason`."""
    if sys.platform.startswith("linux") and "qscintilla" in reason:
        return (
            "The editor needs the library QScintilla for Qt 6, which is not installed. "
            "On Debian and Ubuntu install the package libqscintilla2-qt6-15, "
            "on Fedora qscintilla-qt6, on Arch qscintilla-qt6. "
            f"The system says: {reason}"
        )
    return (
        "The editor's library QScintilla cannot be loaded. Install the application again. "
        f"The system says: {reason}"
    )
