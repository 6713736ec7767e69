"""The keys that Scintilla answers by itself: moving about, selecting, deleting, the clipboard.

Its own table holds keys that mean something else in Groundwork or surprise (Ctrl+D, Ctrl+L, Ctrl+T,
Ctrl+U ...), so it is emptied and this one put in its place.
"""

from __future__ import annotations

import sys

from groundwork.gui.editor.scintilla import Key, Message, Modifier, Scintilla

_PLAIN, _SHIFT, _CTRL, _ALT = Modifier.NONE, Modifier.SHIFT, Modifier.CTRL, Modifier.ALT
_WORD = _ALT if sys.platform == "darwin" else _CTRL

_MOVES = (
    (_PLAIN, Key.LEFT, Message.CHARLEFT, Message.CHARLEFTEXTEND),
    (_PLAIN, Key.RIGHT, Message.CHARRIGHT, Message.CHARRIGHTEXTEND),
    (_PLAIN, Key.UP, Message.LINEUP, Message.LINEUPEXTEND),
    (_PLAIN, Key.DOWN, Message.LINEDOWN, Message.LINEDOWNEXTEND),
    (_PLAIN, Key.HOME, Message.VCHOME, Message.VCHOMEEXTEND),
    (_PLAIN, Key.END, Message.LINEEND, Message.LINEENDEXTEND),
    (_PLAIN, Key.PAGE_UP, Message.PAGEUP, Message.PAGEUPEXTEND),
    (_PLAIN, Key.PAGE_DOWN, Message.PAGEDOWN, Message.PAGEDOWNEXTEND),
    (_WORD, Key.LEFT, Message.WORDLEFT, Message.WORDLEFTEXTEND),
    (_WORD, Key.RIGHT, Message.WORDRIGHT, Message.WORDRIGHTEXTEND),
    (_CTRL, Key.HOME, Message.DOCUMENTSTART, Message.DOCUMENTSTARTEXTEND),
    (_CTRL, Key.END, Message.DOCUMENTEND, Message.DOCUMENTENDEXTEND),
)
_MAC_MOVES = (
    (_CTRL, Key.LEFT, Message.VCHOME, Message.VCHOMEEXTEND),
    (_CTRL, Key.RIGHT, Message.LINEEND, Message.LINEENDEXTEND),
    (_CTRL, Key.UP, Message.DOCUMENTSTART, Message.DOCUMENTSTARTEXTEND),
    (_CTRL, Key.DOWN, Message.DOCUMENTEND, Message.DOCUMENTENDEXTEND),
)
_ACTS = (
    (_PLAIN, Key.BACKSPACE, Message.DELETEBACK),
    (_SHIFT, Key.BACKSPACE, Message.DELETEBACK),
    (_WORD, Key.BACKSPACE, Message.DELWORDLEFT),
    (_PLAIN, Key.DELETE, Message.CLEAR),
    (_WORD, Key.DELETE, Message.DELWORDRIGHT),
    (_PLAIN, Key.RETURN, Message.NEWLINE),
    (_SHIFT, Key.RETURN, Message.NEWLINE),
    (_PLAIN, Key.TAB, Message.TAB),
    (_CTRL, ord("X"), Message.CUT),
    (_CTRL, ord("C"), Message.COPY),
    (_CTRL, ord("V"), Message.PASTE),
    (_CTRL, ord("A"), Message.SELECTALL),
    (_SHIFT, Key.DELETE, Message.CUT),
    (_CTRL, Key.INSERT, Message.COPY),
    (_SHIFT, Key.INSERT, Message.PASTE),
)
_NOT_ON_MAC = (
    (_CTRL, Key.UP, Message.LINESCROLLUP),
    (_CTRL, Key.DOWN, Message.LINESCROLLDOWN),
)

LETTERS = frozenset((modifier, key) for modifier, key, _ in _ACTS if key not in set(Key))
"""The letters among them, each with what is held down with it."""


def assign_commands(view: Scintilla) -> None:
    """Let `view` answer these keys and no others."""
    is_mac = sys.platform == "darwin"
    view.send(Message.CLEARALLCMDKEYS)
    for modifier, key, move, extend in _MOVES + (_MAC_MOVES if is_mac else ()):
        _assign(view, modifier, key, move)
        _assign(view, modifier | _SHIFT, key, extend)
    for modifier, each, message in _ACTS + (() if is_mac else _NOT_ON_MAC):
        _assign(view, modifier, each, message)


def _assign(view: Scintilla, modifier: Modifier, key: int, message: Message) -> None:
    view.send(Message.ASSIGNCMDKEY, key | modifier << 16, message)
