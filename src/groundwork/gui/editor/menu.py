"""The menu of the editor, under the right mouse button and the menu key."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import NamedTuple

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMenu

from groundwork.gui.editor.editing import is_writable, redo, undo
from groundwork.gui.editor.pasting import copy, cut, paste
from groundwork.gui.editor.scintilla import Message, Scintilla

_GROUPS = (
    (("Undo\tCtrl+Z", Message.UNDO), ("Redo\tCtrl+Y", Message.REDO)),
    (
        ("Cut\tCtrl+X", Message.CUT),
        ("Copy\tCtrl+C", Message.COPY),
        ("Paste\tCtrl+V", Message.PASTE),
    ),
    (("Select all\tCtrl+A", Message.SELECTALL),),
)


class Offer(NamedTuple):
    """Something more that the menu offers: its name with its key, what it does, and whether now."""

    text: str
    act: Callable[[], object]
    is_possible: Callable[[], bool]


def open_menu(view: Scintilla, place: QPoint, offers: Sequence[Offer] = ()) -> None:
    """Open the menu at a place of the screen; at the cursor where the place is null."""
    if place.isNull():
        place = _below_cursor(view)
    else:
        _move_cursor_to(view, view.area.viewport().mapFromGlobal(place))
    menu = QMenu(view)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    for group in _GROUPS:
        for name, message in group:
            action = menu.addAction(name)
            action.setEnabled(_is_possible(view, message))
            action.triggered.connect(partial(_do, view, message))
        menu.addSeparator()
    for offer in offers:
        action = menu.addAction(offer.text)
        action.setEnabled(offer.is_possible())
        action.triggered.connect(offer.act)
    menu.popup(place)


def _do(view: Scintilla, message: Message) -> None:
    match message:
        case Message.PASTE:
            paste(view)
        case Message.COPY:
            copy(view) or view.send(message)
        case Message.CUT:
            cut(view) or view.send(message)
        case Message.UNDO:
            undo(view)
        case Message.REDO:
            redo(view)
        case _:
            view.send(message)


def _is_possible(view: Scintilla, message: Message) -> bool:
    match message:
        case Message.UNDO:
            return bool(view.send(Message.CANUNDO))
        case Message.REDO:
            return bool(view.send(Message.CANREDO))
        case Message.PASTE:
            return is_writable(view) and bool(QGuiApplication.clipboard().text())
        case Message.CUT:
            return is_writable(view) and not view.send(Message.GETSELECTIONEMPTY)
        case Message.COPY:
            return not view.send(Message.GETSELECTIONEMPTY)
    return True


def _below_cursor(view: Scintilla) -> QPoint:
    cursor = view.send(Message.GETCURRENTPOS)
    left = view.send(Message.POINTXFROMPOSITION, 0, cursor)
    top = view.send(Message.POINTYFROMPOSITION, 0, cursor)
    height = view.send(Message.TEXTHEIGHT, 0)
    return view.area.viewport().mapToGlobal(QPoint(left, top + height))


def _move_cursor_to(view: Scintilla, place: QPoint) -> None:
    """A press outside the selection puts the cursor there first, as everywhere."""
    position = view.send(Message.POSITIONFROMPOINT, place.x(), place.y())
    start, end = view.send(Message.GETSELECTIONSTART), view.send(Message.GETSELECTIONEND)
    if not start <= position <= end or start == end:
        view.send(Message.GOTOPOS, position)
