"""What keys do to the text: each is answered by a function that is loaded when it is wanted."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from importlib import import_module
from typing import cast

from groundwork.gui.editor.keys import Action, Typist
from groundwork.gui.editor.scintilla import Scintilla

_ACTIONS: Mapping[str, str] = {
    "Ctrl+/": "editing.toggle_comments",
    "Ctrl+3": "editing.toggle_comments",
    "Ctrl+]": "editing.indent_lines",
    "Ctrl+[": "editing.dedent_lines",
    "Tab": "editing.indent_several_lines",
    "Shift+Backtab": "editing.dedent_lines",
    "Ctrl+Z": "editing.undo",
    "Ctrl+Y": "editing.redo",
    "Ctrl+Shift+Z": "editing.redo",
    "Backspace": "typed_keys.take_back",
    "Return": "typed_keys.begin_line",
    "Enter": "typed_keys.begin_line",
    "Shift+Return": "typed_keys.begin_line",
    "Shift+Enter": "typed_keys.begin_line",
    "Alt+Up": "whole_lines.move_up",
    "Alt+Down": "whole_lines.move_down",
    "Shift+Alt+Up": "whole_lines.duplicate_above",
    "Shift+Alt+Down": "whole_lines.duplicate_below",
    "Ctrl+Shift+K": "whole_lines.delete_lines",
    "Ctrl+J": "whole_lines.join_lines",
    "Ctrl+D": "many_cursors.select_next",
    "Ctrl+Alt+Up": "many_cursors.add_above",
    "Ctrl+Alt+Down": "many_cursors.add_below",
    "Escape": "many_cursors.keep_one",
    "Ctrl+C": "pasting.copy",
    "Ctrl+Ins": "pasting.copy",
    "Ctrl+X": "pasting.cut",
    "Shift+Del": "pasting.cut",
    "Ctrl+V": "pasting.paste",
    "Shift+Ins": "pasting.paste",
    "Ctrl+{": "folding.fold_here",
    "Ctrl+}": "folding.unfold_here",
}
"""The functions of this package that are given the view, and say False where they did nothing."""

SIGNS = "([{)]}\"'"
"""What `typed_keys.type_sign` answers when it is typed."""

FINISHING = frozenset(map(ord, ": "))
"""The characters behind which `typed_keys.finish_word` looks at the word before them."""


def actions(view: Scintilla) -> dict[str, Action]:
    """What the keys do in `view`."""
    return {key: partial(_act, name, view) for key, name in _ACTIONS.items()}


def typist(view: Scintilla) -> Typist:
    """What answers the `SIGNS`."""
    return partial(_act, "typed_keys.type_sign", view)


def _act(name: str, view: Scintilla, *typed: str) -> bool:
    module, _, function = name.partition(".")
    answer = getattr(import_module(f"groundwork.gui.editor.{module}"), function)
    return cast("Callable[..., bool]", answer)(view, *typed)
