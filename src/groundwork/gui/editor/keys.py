"""The keys, the wheel and the drops that Scintilla must not answer by itself."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping
from typing import Any

from PySide6.QtCore import QEvent, QKeyCombination, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QDropEvent, QKeyEvent, QWheelEvent

from groundwork.gui.editor.commands import LETTERS
from groundwork.gui.editor.scintilla import Modifier, Scintilla

_CTRL = Qt.KeyboardModifier.ControlModifier
_ALT = Qt.KeyboardModifier.AltModifier
_SHIFT = Qt.KeyboardModifier.ShiftModifier
_SIGNS = frozenset(
    {
        Qt.Key.Key_Slash,
        Qt.Key.Key_BracketLeft,
        Qt.Key.Key_BracketRight,
        Qt.Key.Key_BraceLeft,
        Qt.Key.Key_BraceRight,
        Qt.Key.Key_Plus,
        Qt.Key.Key_Minus,
        Qt.Key.Key_Equal,
    }
)
"""Keys that on some keyboards take Shift to reach, so Shift means nothing with them."""

_WHEEL_STEP = 120
"""What Qt counts for one notch of a wheel, in eighths of a degree."""


class Keys(QObject):
    """Stands between the events and Scintilla.

    Keys in `actions` are answered by their action, before any shortcut of the window. Files that
    are dropped are left to the window.

    Signals:
        zoom_requested: steps to larger text, negative to smaller, by Ctrl and the wheel.
        menu_requested: the menu is wanted at this place of the screen; null if asked by a key.
    """

    zoom_requested = Signal(int)
    menu_requested = Signal(QPoint)

    def __init__(
        self, view: Scintilla, actions: Mapping[QKeyCombination, Callable[[], None]]
    ) -> None:
        super().__init__(view)
        self._actions = {combination.toCombined(): act for combination, act in actions.items()}
        self._wheel = 0
        self._answers: dict[QEvent.Type, Callable[[Any], bool]] = {
            QEvent.Type.KeyPress: self._answers_key,
            QEvent.Type.ShortcutOverride: self._claims_key,
            QEvent.Type.Wheel: self._answers_wheel,
            QEvent.Type.ContextMenu: self._answers_menu,
            QEvent.Type.DragEnter: _leaves_files,
            QEvent.Type.DragMove: _leaves_files,
            QEvent.Type.Drop: _leaves_files,
        }
        view.area.installEventFilter(self)
        view.viewport.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Whether the event is kept from Scintilla."""
        del watched
        answer = self._answers.get(event.type())
        return answer(event) if answer else False

    def _answers_key(self, event: QKeyEvent) -> bool:
        act = self._actions.get(_combined(event))
        if act:
            act()
            return True
        if _is_unknown_command(event):
            event.ignore()
            return True
        return False

    def _claims_key(self, event: QKeyEvent) -> bool:
        """What is typed, and the editor's own keys, are no shortcuts of the window."""
        is_typed = _is_typed(event) and not _is_unknown_command(event)
        if is_typed or _combined(event) in self._actions:
            event.accept()
            return True
        return False

    def _answers_wheel(self, event: QWheelEvent) -> bool:
        if not event.modifiers() & _CTRL:
            return False
        self._wheel += event.angleDelta().y()
        steps = int(self._wheel / _WHEEL_STEP)
        self._wheel -= steps * _WHEEL_STEP
        if steps:
            self.zoom_requested.emit(steps)
        event.accept()
        return True

    def _answers_menu(self, event: QContextMenuEvent) -> bool:
        is_pointed = event.reason() == QContextMenuEvent.Reason.Mouse
        self.menu_requested.emit(event.globalPos() if is_pointed else QPoint())
        event.accept()
        return True


def _combined(event: QKeyEvent) -> int:
    """The key and what is held down with it, as one number."""
    modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    if event.key() in _SIGNS:
        modifiers &= ~_SHIFT
    return QKeyCombination(modifiers, Qt.Key(event.key())).toCombined()


def _is_unknown_command(event: QKeyEvent) -> bool:
    """Whether a character comes with Ctrl or Alt and is no command that Scintilla knows.

    Ctrl with Alt is AltGr on Windows, and on macOS the Alt key is what types signs.
    """
    held = event.modifiers() & (_CTRL | _ALT)
    is_command = held == _CTRL or (held == _ALT and sys.platform != "darwin")
    if not is_command or not _is_typed(event):
        return False
    shift = Modifier.SHIFT if event.modifiers() & _SHIFT else Modifier.NONE
    command = Modifier.CTRL if held == _CTRL else Modifier.ALT
    return (command | shift, event.key()) not in LETTERS


def _is_typed(event: QKeyEvent) -> bool:
    """Whether the key stands for a character that can be seen."""
    return bool(event.text()) and event.text().isprintable()


def _leaves_files(event: QDropEvent) -> bool:
    """Files are dropped on the window, which knows what to do with them; text is dropped here."""
    if not event.mimeData().hasUrls():
        return False
    event.ignore()
    return True
