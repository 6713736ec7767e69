"""The shape of the window as it was left: size, panels, opened packs."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from groundwork.files import write_atomically

_FARTHEST_PIXEL = 100_000


class WindowState(NamedTuple):
    """What the window remembers of itself.

    `geometry` is x, y, width and height in pixels, empty at the first start. `panel_sizes` holds
    widths by the name of the arrangement, `work_sizes` the heights of editor and console,
    empty while the divider between them was never moved.
    `expanded` are the open branches of the tree, `packs` the folders of opened packs.
    """

    geometry: Sequence[int] = ()
    is_maximized: bool = False
    panel_sizes: Mapping[str, Sequence[int]] = {}
    work_sizes: Sequence[int] = ()
    tree_is_wanted: bool = True
    expanded: Sequence[str] = ()
    packs: Sequence[str] = ()


def load_window_state(file: Path) -> WindowState:
    """The state in `file`; the default for whatever cannot be read."""
    try:
        stored: Any = json.loads(file.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return WindowState()
    if not isinstance(stored, dict):
        return WindowState()
    known = {
        name: stored[name]
        for name, is_sound in _CHECKS.items()
        if name in stored and is_sound(stored[name])
    }
    return WindowState(**known)


def _are_pixels(value: object) -> bool:
    return isinstance(value, list) and all(
        type(number) is int and abs(number) < _FARTHEST_PIXEL for number in value
    )


def _are_named_pixels(value: object) -> bool:
    return isinstance(value, dict) and all(map(_are_pixels, value.values()))


def _are_texts(value: object) -> bool:
    return isinstance(value, list) and all(isinstance(text, str) for text in value)


def _is_truth(value: object) -> bool:
    return isinstance(value, bool)


_CHECKS: dict[str, Callable[[object], bool]] = {
    "geometry": _are_pixels,
    "is_maximized": _is_truth,
    "panel_sizes": _are_named_pixels,
    "work_sizes": _are_pixels,
    "tree_is_wanted": _is_truth,
    "expanded": _are_texts,
    "packs": _are_texts,
}
"""Whether a stored value has the shape of the field."""


def save_window_state(state: WindowState, file: Path) -> None:
    """Write the state in one step.

    Raises:
        OSError: the file cannot be written.
    """
    write_atomically(file, json.dumps(state._asdict(), indent=2).encode())
