"""The shape of the window as it was left: size, panels, opened packs."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import asdict, dataclass, field, fields
from pathlib import Path
from typing import Any

from groundwork.files import write_atomically

_FARTHEST_PIXEL = 100_000


@dataclass(frozen=True, slots=True)
class WindowState:
    """What the window remembers of itself.

    `geometry` is x, y, width and height in pixels, empty at the first start. `panel_sizes` holds
    widths by the name of the arrangement, `work_sizes` the heights of editor and console.
    `expanded` are the open branches of the tree, `packs` the folders of opened packs.
    """

    geometry: list[int] = field(default_factory=list)
    is_maximized: bool = False
    panel_sizes: dict[str, list[int]] = field(default_factory=dict)
    work_sizes: list[int] = field(default_factory=list)
    tree_is_wanted: bool = True
    expanded: list[str] = field(default_factory=list)
    packs: list[str] = field(default_factory=list)


def load_window_state(file: Path) -> WindowState:
    """The state in `file`; the default for whatever cannot be read."""
    try:
        stored: Any = json.loads(file.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return WindowState()
    if not isinstance(stored, dict):
        return WindowState()
    known = {
        entry.name: stored[entry.name]
        for entry in fields(WindowState)
        if entry.name in stored and _CHECKS[str(entry.type)](stored[entry.name])
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


_CHECKS: dict[str, Callable[[object], bool]] = {
    "list[int]": _are_pixels,
    "dict[str, list[int]]": _are_named_pixels,
    "list[str]": _are_texts,
    "bool": lambda value: isinstance(value, bool),
}
"""Whether a stored value has the shape of a field, by the field's type."""


def save_window_state(state: WindowState, file: Path) -> None:
    """Write the state in one step.

    Raises:
        OSError: the file cannot be written.
    """
    write_atomically(file, json.dumps(asdict(state), indent=2).encode())
