"""QScintilla's editor as a PySide6 widget."""

from __future__ import annotations

import ctypes
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import NewType, cast

import shiboken6
from PySide6 import QtGui
from PySide6.QtCore import SIGNAL, QObject, Signal
from PySide6.QtWidgets import QAbstractScrollArea, QVBoxLayout, QWidget

from pyside6_qsci.library import Direct, Incoming, bridge
from pyside6_qsci.messages import UTF8, Message

Document = NewType("Document", int)
"""A text with its undo history, which an editor can show; an address."""

_SIGNALS = (
    ("SCEN_CHANGE()", "text_changed()"),
    ("SCN_UPDATEUI(int)", "updated(int)"),
    ("SCN_CHARADDED(int)", "character_added(int)"),
    ("SCN_MARGINCLICK(int,int,int)", "margin_clicked(int,int,int)"),
    ("SCN_MODIFYATTEMPTRO()", "edit_refused()"),
    ("SCN_FOCUSIN()", "focus_gained()"),
    ("SCN_FOCUSOUT()", "focus_lost()"),
)


_TEXT_CHANGES = 1 | 2
"""Of all changes to a document only text put in or taken out is told (`SC_MOD_INSERTTEXT` ...)."""


class _StyledRange(ctypes.Structure):
    """What GETSTYLEDTEXT takes: a stretch of text, and where its bytes and styles go by turns."""

    _fields_ = (("start", ctypes.c_long), ("end", ctypes.c_long), ("cells", ctypes.c_void_p))


class Scintilla(QWidget):
    """An editor whose text is UTF-8; all positions and lengths are in bytes, lines count from 0.

    It holds QScintilla's own widget, `area`, and gives it the focus. The area belongs to this
    widget and goes with it; so do the documents that it has made. Asking afterwards raises
    RuntimeError, as with every widget of PySide6.

    The context menu, the wheel with Ctrl and files that are dropped are left to the parent widget.

    Signals:
        text_changed: the text is another. Emitted inside the change: read, but do not write.
        updated: the text, the selection or the view has moved on; says what as `Updated` flags.
        character_added: a character was typed, its code point; the text may be changed in answer.
        margin_clicked: position of the line's start, keys held down as `Modifier`, the margin.
        edit_refused: somebody tried to type while the document is read-only.
        focus_gained: what is typed goes into the text from now on.
        focus_lost: it does no more.

    Raises:
        QScintillaMissingError: QScintilla cannot be loaded.
    """

    text_changed = Signal()
    updated = Signal(int)
    character_added = Signal(int)
    margin_clicked = Signal(int, int, int)
    edit_refused = Signal()
    focus_gained = Signal()
    focus_lost = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge()
        self._address = self._bridge.new()
        area = shiboken6.wrapInstance(self._address, QAbstractScrollArea)
        self.area = cast("QAbstractScrollArea", area)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.area)
        self.setFocusProxy(self.area)
        self._pointer = self._bridge.direct_pointer(self._address)
        self._direct = Direct(self._bridge.direct_function(self._address))
        for theirs, ours in _SIGNALS:
            QObject.connect(self.area, SIGNAL(theirs), self, SIGNAL(ours))
        self.send(Message.SETCODEPAGE, UTF8)
        self.send(Message.SETMODEVENTMASK, _TEXT_CHANGES)

    def send(self, message: Message, first: int = 0, second: int | bytes = 0) -> int:
        """What the editor answers to `message`; bytes are passed as text that ends with a NUL."""
        if not shiboken6.isValid(self.area):
            raise RuntimeError("This editor's widget has already been deleted")
        answer: int = self._direct(self._pointer, message, first, second)
        return answer

    def set_property(self, name: str, value: str) -> None:
        """Set a property of the document's lexer."""
        key = ctypes.create_string_buffer(name.encode())
        self.send(Message.SETPROPERTY, ctypes.addressof(key), value.encode())

    def slice(self, start: int, end: int) -> bytes:
        """The text from position `start` up to `end`; both must lie within the document."""
        if end <= start:
            return b""
        return ctypes.string_at(self.send(Message.GETRANGEPOINTER, start, end - start), end - start)

    def styles(self, start: int, end: int) -> bytes:
        """The style of each byte of the text from position `start` up to `end`."""
        length = max(0, end - start)
        cells = ctypes.create_string_buffer(2 * length + 2)
        wanted = _StyledRange(start, start + length, ctypes.addressof(cells))
        self.send(Message.GETSTYLEDTEXT, 0, ctypes.addressof(wanted))
        return cells.raw[1 : 2 * length : 2]

    def replace(self, start: int, end: int, text: bytes) -> None:
        """Put `text` in the place of what stands from `start` to `end`: one step to undo."""
        self.send(Message.SETTARGETRANGE, start, end)
        self.send(Message.REPLACETARGET, len(text), text)

    @contextmanager
    def as_one_change(self) -> Iterator[None]:
        """Inside, changes of the text are told to nobody; afterwards they are told as one.

        For work on many lines: every change that is told costs a look at all the text before it,
        because screen readers count in characters. Where one listens, it still hears every change.
        """
        if not QtGui.QAccessible.isActive():
            self.send(Message.SETMODEVENTMASK, 0)
        was_blocked = self.blockSignals(True)
        try:
            yield
        finally:
            self.blockSignals(was_blocked)
            self.send(Message.SETMODEVENTMASK, _TEXT_CHANGES)
            self.text_changed.emit()

    def set_incoming(self, cleaned: Callable[[str], str] | None) -> None:
        """Let text that is pasted or dropped from elsewhere pass through `cleaned` first."""
        self._incoming = Incoming(self._answering(cleaned)) if cleaned else Incoming()
        self._bridge.set_incoming(self._address, self._incoming)

    def _answering(self, cleaned: Callable[[str], str]) -> Callable[[int, int, int], None]:
        def answer(text: int, length: int, place: int) -> None:
            clean = cleaned(ctypes.string_at(text, length).decode("utf-8", "replace"))
            fresh = clean.encode("utf-8", "replace")
            self._bridge.answer(place, fresh, len(fresh))

        return answer

    def new_document(self) -> Document:
        """A new empty document, which is not shown yet."""
        return Document(self._bridge.new_document(self._address))

    def show_document(self, document: Document) -> None:
        """Show `document`; the one shown before keeps its text and its undo history."""
        self.send(Message.SETDOCPOINTER, 0, document)
        self.send(Message.SETCODEPAGE, UTF8)

    def release_document(self, document: Document) -> None:
        """Give back a document of `new_document`; it goes when it is shown nowhere any more."""
        self._bridge.release_document(self._address, document)
