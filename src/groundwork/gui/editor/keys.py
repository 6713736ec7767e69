"""The keys that Scintilla must not answer by itself."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping
from typing import cast

from PySide6.QtCore import QEvent, QKeyCombination, QObject, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence

from groundwork.gui.editor.commands import LETTERS
from groundwork.gui.editor.scintilla import Modifier, Scintilla

_SHIFT, _CTRL, _ALT, _KEYPAD = 0x02000000, 0x04000000, 0x08000000, 0x20000000
"""What is held down, as bits of a key: `Qt.KeyboardModifier`, whose name would bring in all of `Qt`
before the first key can be answered."""

_KEY = 0x01FFFFFF
_SIGNS = frozenset(map(ord, "/[]{}+-="))
"""Keys that on some keyboards take Shift to reach, so Shift means nothing with them."""

Action = Callable[[], bool | None]
"""What a key does; False says that it was not answered, and Scintilla may."""

Typist = Callable[[str], bool]
"""What a character does that is typed; False says that it was not answered, and Scintilla may."""

Taker = Callable[[QKeyEvent], bool]
"""Is shown a key before anybody else, and says whether it has answered it."""


class Keys(QObject):
    """Stands between the keys and Scintilla.

    Keys in `actions`, named as in `Ctrl+Shift+Z`, are answered by their action, before any
    shortcut of the window.

    Signals:
        commanded: a key was pressed that types nothing; it is answered after this.
    """

    commanded = Signal()

    def __init__(self, view: Scintilla, actions: Mapping[str, Action]) -> None:
        super().__init__(view)
        self._actions: dict[int, Action] = {}
        self._takers: list[Taker] = []
        self._typists: dict[str, Typist] = {}
        self.add(actions)
        self._answers = {
            QEvent.Type.KeyPress: self._answers_key,
            QEvent.Type.ShortcutOverride: self._claims_key,
        }
        view.area.installEventFilter(self)

    def add(self, actions: Mapping[str, Action]) -> None:
        """Answer these keys too."""
        self._actions |= {_named(key): act for key, act in actions.items()}

    def add_typed(self, signs: str, typist: Typist) -> None:
        """Let `typist` answer these characters, whatever keys they take on a keyboard."""
        self._typists |= dict.fromkeys(signs, typist)

    def show_first(self, taker: Taker) -> None:
        """Show every key to `taker` before anybody else answers it."""
        self._takers.insert(0, taker)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Whether the event is kept from Scintilla."""
        del watched
        answer = self._answers.get(event.type())
        return answer(cast("QKeyEvent", event)) if answer else False

    def _answers_key(self, event: QKeyEvent) -> bool:
        if _combined(event) & (_CTRL | _ALT) or not _is_typed(event):
            self.commanded.emit()
        if any(taker(event) for taker in self._takers):
            return True
        act = self._actions.get(_combined(event))
        if act and act() is not False:
            return True
        typist = self._typists.get(event.text())
        if typist and not _is_unknown_command(event) and typist(event.text()):
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


def _named(key: str) -> int:
    """The key of that name and what is held down with it, as one number."""
    combination: QKeyCombination = QKeySequence(key)[0]  # type: ignore[index]  # not in the stubs
    return combination.toCombined()


def _combined(event: QKeyEvent) -> int:
    """The key and what is held down with it, as one number."""
    combined = event.keyCombination().toCombined() & ~_KEYPAD
    return combined & ~_SHIFT if combined & _KEY in _SIGNS else combined


def _is_unknown_command(event: QKeyEvent) -> bool:
    """Whether a character comes with Ctrl or Alt and is no command that Scintilla knows.

    Ctrl with Alt is AltGr on Windows, and on macOS the Alt key is what types signs.
    """
    combined = event.keyCombination().toCombined()
    held = combined & (_CTRL | _ALT)
    is_command = held == _CTRL or (held == _ALT and sys.platform != "darwin")
    if not is_command or not _is_typed(event):
        return False
    shift = Modifier.SHIFT if combined & _SHIFT else Modifier.NONE
    command = Modifier.CTRL if held == _CTRL else Modifier.ALT
    return (command | shift, event.key()) not in LETTERS


def _is_typed(event: QKeyEvent) -> bool:
    """Whether the key stands for a character that can be seen."""
    return bool(event.text()) and event.text().isprintable()
