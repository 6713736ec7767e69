"""The files that have been opened, each with a text and an undo history of its own."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import NamedTuple

from PySide6.QtCore import QSignalBlocker

from groundwork.gui.editor.folding import folded_lines, toggle_fold
from groundwork.gui.editor.indentation import STEP
from groundwork.gui.editor.languages import is_python, set_language
from groundwork.gui.editor.lines import (
    bytes_of_text,
    line_end,
    replace_whole_text,
    whole_text,
)
from groundwork.gui.editor.replacing import Replacement, replace_all
from groundwork.gui.editor.scintilla import Document, LineEnd, Message, Scintilla
from groundwork.packs.addresses import ExampleAddress

_NONE_LEFT = -1


class FileAddress(NamedTuple):
    """Names one file of one example; one of a library has no example, and its whole path."""

    example: ExampleAddress | None
    name: str


class _Place(NamedTuple):
    """Where somebody was in a document: what was selected, scrolled to and folded away."""

    anchor: int = 0
    cursor: int = 0
    top: int = 0
    left: int = 0
    folded: tuple[int, ...] = ()


class _Opened:
    """A document, and what is known of it while another one is shown."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.text = ""
        self.place = _Place()


class Documents:
    """Shows one document after another in the same editor.

    What was written, the undo history, cursor, selection, scrolling and folding of each are kept.
    """

    def __init__(self, view: Scintilla) -> None:
        self._view = view
        self._opened: dict[FileAddress, _Opened] = {}
        self._shown: FileAddress | None = None

    @property
    def shown(self) -> FileAddress | None:
        """The file whose document is shown; None before the first."""
        return self._shown

    def __contains__(self, file: FileAddress) -> bool:
        """Whether the file has been added."""
        return file in self._opened

    def add(self, file: FileAddress, text: str) -> None:
        """Make a document for the file; it is not shown yet, and nothing in it can be undone."""
        self._opened[file] = _Opened(self._view.new_document())
        with self.visited(file):
            _fill(self._view, text)
            set_language(self._view, is_python=is_python(file.name))

    def remove(self, file: FileAddress) -> None:
        """Forget the document of the file, which is not the one shown."""
        self._view.release_document(self._opened.pop(file).document)

    def show(self, file: FileAddress) -> None:
        """Show the document of the file where it was left."""
        if file != self._shown:
            with QSignalBlocker(self._view):
                self._swap_to(file)

    def has(self, file: FileAddress) -> bool:
        """Whether there is a document of the file."""
        return file == self._shown or file in self._opened

    def text(self, file: FileAddress) -> str:
        """What stands in the document of the file."""
        return whole_text(self._view) if file == self._shown else self._opened[file].text

    def differs(self, file: FileAddress, original: bytes | None) -> bool:
        """Whether another text stands in the document; never where there is no original."""
        if original is None:
            return False
        if file == self._shown and self._view.send(Message.GETLENGTH) != len(original):
            return True
        return bytes_of_text(self.text(file)) != original

    def replace_text(self, file: FileAddress, text: str) -> None:
        """Make `text` what stands in the document, as one step that can be undone."""
        with self.visited(file):
            was_read_only = self._view.send(Message.GETREADONLY)
            self._view.send(Message.SETREADONLY, 0)
            replace_whole_text(self._view, text)
            self._view.send(Message.SETREADONLY, was_read_only)

    def replace_words(self, file: FileAddress, replacements: Sequence[Replacement]) -> None:
        """Put words into the place of others, as one step that can be undone."""
        with self.visited(file):
            replace_all(self._view, replacements)

    @contextmanager
    def visited(self, file: FileAddress) -> Iterator[None]:
        """Inside, the document of the file is in the editor; nobody sees or hears if it was not."""
        before = self._shown
        if file == before:
            yield
            return
        self._view.area.setUpdatesEnabled(False)
        with QSignalBlocker(self._view):
            self._swap_to(file)
            try:
                yield
            finally:
                self._swap_to(before)
                self._view.area.setUpdatesEnabled(True)

    def _swap_to(self, file: FileAddress | None) -> None:
        if self._shown is not None:
            left = self._opened[self._shown]
            left.text, left.place = whole_text(self._view), _place(self._view)
        self._shown = file
        if file is not None:
            self._view.show_document(self._opened[file].document)
            _return_to(self._view, self._opened[file].place)


def _fill(view: Scintilla, text: str) -> None:
    """Give a new document its text and its habits."""
    content = bytes_of_text(text)
    send = view.send
    send(Message.SETUNDOCOLLECTION, 0)
    view.replace(0, 0, content)
    send(Message.SETUNDOCOLLECTION, 1)
    send(Message.EMPTYUNDOBUFFER)
    send(Message.SETEOLMODE, _line_end(text))
    send(Message.SETTABWIDTH, STEP)
    send(Message.SETINDENT, STEP)
    send(Message.SETUSETABS, 0)
    send(Message.SETTABINDENTS, 1)
    send(Message.SETBACKSPACEUNINDENTS, 1)


def _line_end(text: str) -> LineEnd:
    """The line end that the text uses first; LF where it has none."""
    first = min((place for place in map(text.find, "\r\n") if place >= 0), default=_NONE_LEFT)
    if first == _NONE_LEFT or text[first] == "\n":
        return LineEnd.LF
    return LineEnd.CRLF if text[first : first + 2] == "\r\n" else LineEnd.CR


def _place(view: Scintilla) -> _Place:
    return _Place(
        anchor=view.send(Message.GETANCHOR),
        cursor=view.send(Message.GETCURRENTPOS),
        top=view.send(Message.GETFIRSTVISIBLELINE),
        left=view.send(Message.GETXOFFSET),
        folded=tuple(folded_lines(view)),
    )


def _style(view: Scintilla, line: int) -> None:
    """Colour the text up to `line` first: what is laid out before would be laid out again."""
    end = line_end(view, min(line, view.send(Message.GETLINECOUNT) - 1))
    styled = view.send(Message.GETENDSTYLED)
    if styled < end:
        view.send(Message.COLOURISE, styled, end)


def _return_to(view: Scintilla, place: _Place) -> None:
    view.send(Message.SETSCROLLWIDTH, 1)
    _style(view, place.top + view.send(Message.LINESONSCREEN))
    for line in reversed(place.folded):
        toggle_fold(view, line)
    view.send(Message.SETCURRENTPOS, place.cursor)
    view.send(Message.SETANCHOR, place.anchor)
    view.send(Message.SETFIRSTVISIBLELINE, place.top)
    view.send(Message.SETXOFFSET, place.left)
