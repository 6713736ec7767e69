"""Takes what tells who somebody is out of a text that is to be shown to others."""

from __future__ import annotations

import getpass
import re
import socket
from pathlib import Path

_SHORTEST = 3
"""Names of fewer letters stand in too many words to be replaced."""


def impersonal(text: str, home: Path | None = None, names: tuple[str, ...] | None = None) -> str:
    """`text` with `~` for the folder `home`, and `…` for the names of the user and the machine.

    `home` and `names` are those of now where they are not given. Spelled otherwise, with another
    slash or in other letters, they are found as well.
    """
    folder = _home() if home is None else home
    if folder is not None and len(folder.parts) > 1:
        text = _slashed(folder).sub("~", text)
    for name in _names() if names is None else names:
        if len(name) >= _SHORTEST:
            text = re.sub(rf"(?<!\w){re.escape(name)}(?!\w)", "…", text, flags=re.IGNORECASE)
    return text


def _slashed(folder: Path) -> re.Pattern[str]:
    parts = [re.escape(part.strip("\\/")) for part in folder.parts]
    return re.compile(r"(?:\\\\|[\\/])".join(parts), re.IGNORECASE)


def _home() -> Path | None:
    try:
        return Path.home()
    except RuntimeError:
        return None  # there is no such user, as in some containers


def _names() -> tuple[str, ...]:
    try:
        user = getpass.getuser()
    except (KeyError, OSError, ImportError):
        user = ""
    return (user, socket.gethostname())
