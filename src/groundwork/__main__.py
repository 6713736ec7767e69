"""`groundwork`: the window, or a command for the terminal.

Starting the window is the common case and should cost nothing, so nothing of the command line is
imported unless the arguments ask for it.
"""

from __future__ import annotations

import os
import sys

_COMMANDS = frozenset({"run", "pack", "doctor", "bundle"})

_PROBE = "probe-window"
"""What `groundwork doctor` asks another process of the program, to learn what a window finds."""


def main() -> int:
    """Do what the command line asks for; returns the exit code."""
    _settle()
    try:
        return _obeyed(sys.argv[1:])
    except Exception as error:  # the entry of the process: nobody else is there to tell
        from groundwork.damage import refuse  # noqa: PLC0415 - hopefully never needed
        from groundwork.paths import is_bundled  # noqa: PLC0415 - the same

        if not is_bundled():
            raise

        return refuse(error)


def _obeyed(arguments: list[str]) -> int:
    if arguments == [_PROBE]:
        from groundwork.gui.window_probe import probe_window  # noqa: PLC0415 - asked for by doctor

        return probe_window()
    if _is_for_the_terminal(arguments):
        from groundwork.cli.entry import run_command  # noqa: PLC0415 - the window needs none of it

        return run_command(arguments)
    from groundwork.gui.early import make_loading_quick  # noqa: PLC0415 - a command needs no window

    make_loading_quick()
    from groundwork.gui.start import open_window  # noqa: PLC0415 - the same

    if not arguments:
        return open_window(None)
    from pathlib import Path  # noqa: PLC0415 - not needed for the plain start

    return open_window(Path(arguments[0]))


def _settle() -> None:
    """Mend what a frozen program begins with on Windows; elsewhere there is nothing to mend.

    One without a console has no standard streams, and whoever writes to them would fail.
    """
    for name in ("stdout", "stderr"):
        if getattr(sys, name) is None:
            setattr(sys, name, open(os.devnull, "w", encoding="utf-8"))  # noqa: PTH123, SIM115 - for good, before anything is loaded
    if sys.platform == "win32":
        from groundwork.running.windows import forget_library_folder  # noqa: PLC0415 - exists there alone

        forget_library_folder()


def _is_for_the_terminal(arguments: list[str]) -> bool:
    """Whether this is anything but the bare call, or the call with one pack or file to open."""
    if not arguments:
        return False
    return len(arguments) > 1 or arguments[0] in _COMMANDS or arguments[0].startswith("-")


if __name__ == "__main__":
    sys.exit(main())
