"""How much memory a process takes, shared pages counted by share (PSS)."""

from __future__ import annotations

import re
from pathlib import Path


def memory_of(process: int | str = "self") -> float:
    """Megabytes of memory of a process; this one unless another is named."""
    text = Path(f"/proc/{process}/smaps_rollup").read_text(encoding="ascii")
    found = re.search(r"^Pss:\s+(\d+) kB", text, re.MULTILINE)
    if found is None:
        raise LookupError(f"the system does not tell how much memory process {process} takes")
    return int(found[1]) / 1024
