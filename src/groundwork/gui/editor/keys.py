"""The keys that Scintilla must not answer by itself."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping
from typing import cast

from PySide6.QtCore import QEvent, QKeyCombination, QObject, Qt
from PySide6.QtGui import QKeyEvent

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

Action = Callable[[], bool | None]
"""What a key does; False says that it was not answered, and Scintilla may."""


class Keys(QObject):
    """Stands between the keys and Scintilla.

    Keys in `actions` are answered by their action, before any shortcut of the window.
    """

    def __init__(self, view: Scintilla, actions: Mapping[QKeyCombination, Action]) -> None:
        super().__init__(view)
        self._actions = {combination.toCombined(): act for combination, act in actions.items()}
        self._answers = {
            QEvent.Type.KeyPress: self._answers_key,
            QEvent.Type.ShortcutOverride: self._claims_key,
        }
        view.area.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Whether the event is kept from Scintilla."""
        del watched
        answer = self._answers.get(event.type())
        return answer(cast("QKeyEvent", event)) if answer else False

    def _answers_key(self, event: QKeyEvent) -> bool:
        act = self._actions.get(_combined(event))
        if act and act() is not False:
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
