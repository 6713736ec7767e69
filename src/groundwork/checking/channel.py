"""The pipe by which a child that checks answers: made here, inherited by that child alone."""

from __future__ import annotations

import os
import subprocess
import sys
from contextlib import suppress

from groundwork.running.process_group import creation_flags


class Channel:
    """A pipe whose end for writing one child inherits, by the number `number`."""

    def __init__(self) -> None:
        self.reading_end, self._writing_end = os.pipe()
        self.number = self._writing_end
        if sys.platform == "win32":
            import msvcrt  # noqa: PLC0415 - exists there alone

            self.number = msvcrt.get_osfhandle(self._writing_end)
            os.set_handle_inheritable(self.number, True)

    def started(self, command: list[str], environment: dict[str, str]) -> subprocess.Popen[bytes]:
        """The command as a process of a session of its own, with pipes, that has our pipe as well.

        Raises:
            OSError: it could not be started.
        """
        pipe = subprocess.PIPE
        try:
            if sys.platform == "win32":
                return subprocess.Popen(
                    command,
                    env=environment,
                    stdin=pipe,
                    stdout=pipe,
                    stderr=pipe,
                    bufsize=0,
                    startupinfo=subprocess.STARTUPINFO(
                        lpAttributeList={"handle_list": [self.number]}
                    ),
                    creationflags=creation_flags(),
                )
            return subprocess.Popen(
                command,
                env=environment,
                stdin=pipe,
                stdout=pipe,
                stderr=pipe,
                bufsize=0,
                pass_fds=(self.number,),
                start_new_session=True,
            )
        finally:
            os.close(self._writing_end)

    def close(self) -> None:
        """Let go of the end for reading."""
        with suppress(OSError):
            os.close(self.reading_end)
