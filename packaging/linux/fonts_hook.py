"""Runs before the frozen program: fonts are found on machines where fontconfig is not set up."""

import os
import sys
from pathlib import Path

_USUAL = Path("/etc/fonts/fonts.conf")
_OURS = Path(sys.executable).parent / "fonts.conf"

if not _USUAL.exists() and _OURS.exists():
    os.environ.setdefault("FONTCONFIG_FILE", str(_OURS))
