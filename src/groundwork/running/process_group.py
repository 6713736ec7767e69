"""A program's process group: interrupt it, end it, and ask whether anything of it is left.

Each takes microseconds. What left the group is found by `groundwork.running.stopping`.
"""

from __future__ import annotations

import os
import signal
import sys
from contextlib import suppress


def creation_flags(*, leads_group: bool = True) -> int:
    """The flags with which a process is started; there are some on Windows alone.

    From a window it gets no console: a black one would open for each. From a terminal it has ours.
    """
    if sys.platform == "win32":
        import subprocess  # noqa: PLC0415 - slow to load, and the window needs it nowhere else

        from groundwork.running.windows import has_console  # noqa: PLC0415 - exists there alone

        flags = subprocess.CREATE_NEW_PROCESS_GROUP if leads_group else 0
        return flags if has_console() else flags | subprocess.CREATE_NO_WINDOW
    return 0


def interrupt(process_id: int) -> None:
    """Do to the program what Ctrl+C in a terminal does: interrupt its whole process group."""
    if sys.platform == "win32":
        from groundwork.running.windows import raise_interrupt  # noqa: PLC0415 - exists there alone

        raise_interrupt(process_id)
    else:
        with suppress(ProcessLookupError, PermissionError):
            os.killpg(process_id, signal.SIGINT)


def interrupt_program(process_id: int) -> None:
    """Interrupt the program alone, where the system can, and none of the processes it started.

    Each Python among those would write a traceback, and they are about to be ended anyway.
    """
    if sys.platform == "win32":
        interrupt(process_id)
    else:
        with suppress(ProcessLookupError, PermissionError):
            os.kill(process_id, signal.SIGINT)


def freeze(process_id: int) -> None:
    """Hold the program and its group still where the system can, until they are ended."""
    if sys.platform != "win32":
        with suppress(ProcessLookupError, PermissionError):
            os.killpg(process_id, signal.SIGSTOP)


def kill(process_id: int) -> None:
    """End the program and what is in its group, without asking it."""
    with suppress(ProcessLookupError, PermissionError):
        if sys.platform == "win32":
            os.kill(process_id, signal.SIGTERM)  # there it ends the process and with it the job
        else:
            os.killpg(process_id, signal.SIGKILL)


def exists(process_id: int) -> bool:
    """Whether there is a process with that id."""
    if sys.platform == "win32":
        import psutil  # noqa: PLC0415 - signals ask nothing there, they end

        return psutil.pid_exists(process_id)
    try:
        os.kill(process_id, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True


def is_alive(process_id: int) -> bool:
    """Whether processes of the program's group run, be it that the program itself has ended."""
    if sys.platform != "win32":
        with suppress(ProcessLookupError):
            os.killpg(process_id, 0)
            return True
    return False  # on Windows its job object has ended them
