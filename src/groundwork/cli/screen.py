"""Looks at what the window needs: the editor's library, a display, fonts.

The window's libraries are only ever loaded in a process of their own: one that is broken can end
the process that loads it.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from functools import cache
from typing import Any

from groundwork import paths
from groundwork.cli.finding import Finding
from groundwork.running.process_group import creation_flags

_PATIENCE = 60
_PROBE = "probe-window"


def editor_library() -> Finding:
    """Whether QScintilla, the library of the editor, is there and can be loaded."""
    found, _ = _found()
    if found is None:
        sentence = "It is tried with a window, and there is none."
        return Finding("Editor", is_well=True, sentence=sentence)
    if found["editor"]:
        remedy = "Install what is named there; from the source, run “make run”."
        if paths.is_bundled():
            remedy = "Install Groundwork again."
        return Finding("Editor", is_well=False, sentence=found["editor"], remedy=remedy)
    sentence = f"QScintilla is loaded with Qt {found['qt']}."
    return Finding("Editor", is_well=True, sentence=sentence)


def display() -> Finding:
    """Whether a window can be shown."""
    found, complaint = _found()
    if found is None:
        remedy = "Start from a graphical session; without one, only the commands work."
        return Finding("Display", is_well=False, sentence=complaint, remedy=remedy)
    sentence = f"{found['display']}, {found['width']}x{found['height']}."
    return Finding("Display", is_well=True, sentence=sentence)


def fonts() -> Finding:
    """Whether there are letters for the window."""
    found, _ = _found()
    if found is None:
        sentence = "They are looked at with a display, and there is none."
        return Finding("Fonts", is_well=True, sentence=sentence)
    sentence = f"There are {found['fonts']}, {found['code_fonts']} of them for code."
    if not found["code_fonts"]:
        remedy = "Install a font for code; on Debian and Ubuntu the package fonts-dejavu-core."
        return Finding("Fonts", is_well=False, sentence=sentence, remedy=remedy)
    return Finding("Fonts", is_well=True, sentence=sentence)


@cache
def _found() -> tuple[dict[str, Any] | None, str]:
    """What a process of the program sees of the display, or the sentence that it ends with."""
    program = [sys.executable] if paths.is_bundled() else [sys.executable, "-m", "groundwork"]
    try:
        process = subprocess.run(
            [*program, _PROBE],
            env=os.environ,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            encoding="utf-8",
            errors="replace",
            timeout=_PATIENCE,
            check=False,
            creationflags=creation_flags(leads_group=False),
        )
        return json.loads(process.stdout), ""
    except (OSError, subprocess.TimeoutExpired) as error:
        return None, f"It could not be tried: {error}."
    except ValueError:
        said = process.stderr.strip().splitlines()
        return None, said[-1] if said else f"It ended with exit code {process.returncode}."
