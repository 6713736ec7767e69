"""The shape of the window as it was left: size, panels, opened packs."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, field, fields
from pathlib import Path
from typing import Any

from groundwork.files import write_atomically


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
        if _fits(stored.get(entry.name), getattr(WindowState(), entry.name))
    }
    return WindowState(**known)


def _fits(value: object, default: object) -> bool:
    """Whether a stored value has the shape of the default."""
    if isinstance(default, dict):
        return isinstance(value, dict) and all(_is_list_of(v, int) for v in value.values())
    if isinstance(default, list):
        return _is_list_of(value, int) or _is_list_of(value, str)
    return isinstance(value, type(default))


def _is_list_of(value: object, kind: type) -> bool:
    return isinstance(value, list) and all(isinstance(entry, kind) for entry in value)


def save_window_state(state: WindowState, file: Path) -> None:
    """Write the state in one step.

    Raises:
        OSError: the file cannot be written.
    """
    write_atomically(file, json.dumps(asdict(state), indent=2).encode())
