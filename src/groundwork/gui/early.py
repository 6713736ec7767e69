"""Makes everything that is loaded afterwards load quickly; the first of the window to be loaded."""

from __future__ import annotations

import builtins
import gc


def make_loading_quick() -> None:
    """Load Qt, and keep everybody from looking at what is loaded after it.

    PySide6 puts an `__import__` of its own in the place of Python's. It serves a feature that is
    not used here, `from __feature__ import ...`, and reads the source of every module imported
    from then on, to see whether the word PySide6 is in it: 5 ms until the first key, 20 ms in all.
    """
    gc.disable()  # nothing is garbage before the window is complete, and looking takes 8 ms
    usual = builtins.__import__
    import PySide6.QtCore  # noqa: F401, PLC0415 - what has to be undone is done here

    builtins.__import__ = usual
