"""What is said when a part of the frozen program itself is missing."""

from __future__ import annotations

import sys


def refuse_damaged(error: ImportError | FileNotFoundError) -> int:
    """Tell the person, in a box where there is one, that the program is damaged; 1."""
    what = error.filename if isinstance(error, FileNotFoundError) else (error.name or error)
    sentence = f"Groundwork is damaged: {what} is missing or broken. Please install it again."
    sys.stderr.write(f"{sentence}\n")
    if sys.platform == "win32":
        import ctypes  # noqa: PLC0415 - there alone nobody reads what is written to streams

        ctypes.windll.user32.MessageBoxW(None, sentence, "Groundwork", 0x10)
    return 1
