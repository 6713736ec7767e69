"""The systems that bundles are made for; what differs among them is asked of these."""

from __future__ import annotations

import sys
from enum import Enum


class System(Enum):
    """A system, by the name that Python has for it."""

    LINUX = "linux"
    WINDOWS = "win32"
    MACOS = "darwin"


HERE = System(sys.platform)
"""The one that this runs on. Functions take another, so that tests see what they do there."""
