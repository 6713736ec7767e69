"""What can be asked of a pipe, on each operating system in its own way."""

from __future__ import annotations

import sys

if sys.platform == "win32":
    import _winapi
    import msvcrt

    def unread_bytes(_descriptor: int) -> int:
        """How many bytes wait in a pipe to be read; none, for who writes to a pipe cannot ask."""
        return 0

    def is_input_ready() -> bool:
        """Whether a read from standard input would return at once."""
        try:
            *_, waiting, _left = _winapi.PeekNamedPipe(msvcrt.get_osfhandle(0))
        except OSError:
            return True
        return bool(waiting)

else:
    import select
    from fcntl import ioctl
    from termios import FIONREAD

    def unread_bytes(descriptor: int) -> int:
        """How many bytes wait in a pipe to be read.

        Raises:
            OSError: it cannot tell.
        """
        return int.from_bytes(ioctl(descriptor, FIONREAD, bytes(4)), sys.byteorder)

    def is_input_ready() -> bool:
        """Whether a read from standard input would return at once."""
        poll = select.poll()
        poll.register(0, select.POLLIN)
        return bool(poll.poll(0))
