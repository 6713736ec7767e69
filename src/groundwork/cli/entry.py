"""Where the command line begins: it finds out what is asked for and hands on."""

from __future__ import annotations

import os
import sys
from argparse import Namespace
from collections.abc import Sequence

from groundwork.cli.arguments import parsed

_INTERRUPTED = 130
_USAGE = 2


def run_command(arguments: Sequence[str]) -> int:
    """Do what the command line asks for; returns the exit code."""
    _accept_every_character()
    try:
        exit_code = _exit_code(parsed(arguments))
        sys.stdout.flush()
    except KeyboardInterrupt:
        return _INTERRUPTED
    except BrokenPipeError:
        return _reader_has_gone()
    return exit_code


def _exit_code(asked: Namespace) -> int:
    # Each command imports its own, so that none waits for the others.
    match asked.command:
        case "run":
            from groundwork.cli.program_run import run_file  # noqa: PLC0415 - see above

            return run_file(asked.file, asked.program_arguments, as_json=asked.json)
        case "doctor":
            from groundwork.cli.doctor import examine  # noqa: PLC0415 - see above

            return examine(as_json=asked.json, log=asked.log)
        case "bundle":
            from groundwork.cli.bundle import bundle  # noqa: PLC0415 - see above

            return bundle(asked)
        case command if command.startswith("pack "):
            from groundwork.cli.pack_entry import run_pack_command  # noqa: PLC0415 - see above

            return run_pack_command(asked)
        case _:
            return _without_command(is_version_wanted=asked.version)


def _without_command(*, is_version_wanted: bool) -> int:
    from groundwork.cli.printing import version_line  # noqa: PLC0415 - see above

    if is_version_wanted:
        print(f"groundwork {version_line()}")
        return 0
    print("groundwork: what shall be done? See groundwork --help.", file=sys.stderr)
    return _USAGE


def _accept_every_character() -> None:
    """Print what the terminal's encoding lacks as an escape rather than fail."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(errors="backslashreplace")


def _reader_has_gone() -> int:
    """End quietly where the output is a pipe that nobody reads to its end, as `head` does."""
    silence = os.open(os.devnull, os.O_WRONLY)
    os.dup2(silence, sys.stdout.fileno())
    return 1
