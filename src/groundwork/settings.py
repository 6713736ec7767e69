"""The user's choices, kept as one JSON file in the user's data folder."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, Literal, NamedTuple, get_args

from groundwork.files import write_atomically

ThemeChoice = Literal["system", "light", "dark"]
SMALLEST_SCALE, LARGEST_SCALE = 0.75, 2.0


class Settings(NamedTuple):
    """Every choice with its default; unknown or ill-typed entries of the file are ignored.

    `text_scale` multiplies every font size of the window, from 0.75 to 2. `shows_arrows` has arrows
    drawn over the code, from a name to its uses.
    """

    theme: ThemeChoice = "system"
    text_scale: float = 1.0
    shows_arrows: bool = False


def load_settings(file: Path) -> Settings:
    """The choices in `file`; the defaults for whatever cannot be read."""
    try:
        stored: Any = json.loads(file.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return Settings()
    if not isinstance(stored, dict):
        return Settings()
    usual = Settings()
    theme: Any = stored.get("theme")
    scale: Any = stored.get("text_scale")
    is_readable = isinstance(scale, float) and SMALLEST_SCALE <= scale <= LARGEST_SCALE
    return Settings(
        theme=theme if theme in get_args(ThemeChoice) else usual.theme,
        text_scale=scale if is_readable else usual.text_scale,
        shows_arrows=stored.get("shows_arrows") is True,
    )


def save_settings(settings: Settings, file: Path) -> None:
    """Write the choices to `file` in one step: a reader sees the old file or the new one.

    Raises:
        OSError: the file cannot be written.
    """
    text = json.dumps(settings._asdict(), indent=2) + "\n"
    write_atomically(file, text.encode("utf-8"))
