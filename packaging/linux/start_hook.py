"""Runs before the frozen program, so that Qt finds what it needs on any machine.

That are fonts where fontconfig is not set up, and its own plugins where a variable leads to others.
"""

import os
import sys
from pathlib import Path

_USUAL = Path("/etc/fonts/fonts.conf")
_OURS = Path(sys.executable).parent / "fonts.conf"

if not _USUAL.exists() and _OURS.exists():
    os.environ.setdefault("FONTCONFIG_FILE", str(_OURS))

os.environ.pop("QT_PLUGIN_PATH", None)
