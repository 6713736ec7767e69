"""What the application is called, in every file that tells a system about it."""

from __future__ import annotations

import tomllib

from bundling.layout import ROOT
from bundling.system import HERE, System

NAME = "Groundwork"
"""What people read."""

PROGRAM = "groundwork"
"""What the program's file is called, and its package, its icon, and its folders."""

COMMAND = "groundwork-cli"
"""The second program on Windows, with a console: one without cannot answer in a terminal."""

IDENTIFIER = "org.groundwork.Groundwork"
"""What systems know it by; it stays the same for good, so that a new version replaces an old."""

PACK_IDENTIFIER = "org.groundwork.pack"
PACK_ENDING = "gwpack"
PACK_TYPE = "application/vnd.groundwork.pack+zip"
"""How macOS, Windows and Linux know the file of a lesson pack."""

OLDEST_MACOS = "13.0"
"""What the Qt of PySide6 6.11 and newer asks for."""

_PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
VERSION: str = _PROJECT["version"]
DESCRIPTION: str = _PROJECT["description"]
AUTHORS: str = _PROJECT["authors"][0]["name"]
LICENCE: str = _PROJECT["license"]


def bundle_name(system: System = HERE) -> str:
    """What the folder of the bundle is called; on macOS it is the application itself."""
    return f"{NAME}.app" if system is System.MACOS else PROGRAM


def version_numbers() -> tuple[int, int, int, int]:
    """The version as Windows counts it, in four numbers; what follows a release is left out."""
    numbers = [int(part) for part in VERSION.split(".")[:3] if part.isdigit()]
    first, second, third = (*numbers, 0, 0, 0)[:3]
    return first, second, third, 0
