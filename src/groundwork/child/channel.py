"""The pipe by which a checked program's process answers; no stream of the program's own."""

from __future__ import annotations

import builtins
import sys
from _json import encode_basestring_ascii as quoted
from os import getpid, write

globals()["__builtins__"] = {**vars(builtins)}  # the program may change the module


class Channel:
    """Writes one line of JSON for each thing there is to tell, each with the token in front.

    So a line that the program itself writes into the pipe is told apart. A forked child is silent.
    """

    def __init__(self, number: int, token: str) -> None:
        self.descriptor = _opened(number)
        self._token = quoted(token)
        self._process_id = getpid()

    @property
    def is_ours(self) -> bool:
        """Whether this is the process that was started, and none that it forked."""
        return getpid() == self._process_id

    def tell(self, kind: str, *parts: str) -> None:
        """Write a line of `kind`; each part is JSON already. What cannot be written is let go."""
        if not self.is_ours:
            return
        line = f"[{','.join((self._token, quoted(kind), *parts))}]\n".encode("ascii")
        try:
            while line:
                line = line[write(self.descriptor, line) :]
        except OSError:
            return


def _opened(number: int) -> int:
    """The descriptor of the pipe; on Windows the number is that of a handle."""
    if sys.platform == "win32":
        import msvcrt  # noqa: PLC0415 - exists there alone
        import os  # noqa: PLC0415 - the same

        os.set_handle_inheritable(number, False)
        return msvcrt.open_osfhandle(number, os.O_WRONLY)
    from os import set_inheritable  # noqa: PLC0415 - a name of this system alone

    set_inheritable(number, False)
    return number
