"""Keeps `None`, `True` and `False` alive under PySide6 6.12.0 on Python 3.11.

That release returns `None` from every method without a result, and `True` from every `emit` of a
signal, and forgets to count the reference. Since Python 3.12 these are not counted, and nothing
happens. On 3.11 some five thousand calls or one thousand signals use the count up, and the
interpreter aborts with "none_dealloc: deallocating None" or "bool_dealloc".
"""

from __future__ import annotations

import sys

_COUNTS_FROM = 1 << 40
"""More references than any session can lose: a million calls a second for twelve days."""


def make_none_last() -> None:
    """Give the constants so many references that none is lost; call it before any Qt object.

    Does nothing on Python 3.12 and newer.
    """
    if sys.version_info >= (3, 12):
        return
    import ctypes  # noqa: PLC0415 - only the old interpreter pays for it

    for lasting in (None, True, False, NotImplemented, Ellipsis):
        ctypes.c_ssize_t.from_address(id(lasting)).value += _COUNTS_FROM
