"""What can be written on the command line."""

from __future__ import annotations

import argparse
from collections.abc import Sequence

_DESCRIPTION = "Groundwork, an offline desktop playground for learning Python."
_EPILOG = """\
Without a command the window opens:
  groundwork [PACK]             with the lesson pack in that folder, if one is named

Everything behind -- is given to the program: groundwork run FILE -- ARGUMENT...
"""
_JSON = "print one JSON document and nothing else"


def parsed(arguments: Sequence[str]) -> argparse.Namespace:
    """The command line as values; `command` is `run`, `pack run` or `doctor`.

    Raises:
        SystemExit: help was asked for, or the command line is wrong; what to say has been printed.
    """
    own, program_arguments = _divided(arguments)
    parser = _parser()
    namespace = parser.parse_args(own)
    namespace.program_arguments = program_arguments
    if program_arguments and namespace.command != "run":
        parser.error("only “run” takes arguments behind --")
    return namespace


def _divided(arguments: Sequence[str]) -> tuple[list[str], tuple[str, ...]]:
    """Our own arguments, and those behind `--`, which are the program's."""
    written = [*arguments]
    if "--" not in written:
        return written, ()
    place = written.index("--")
    return written[:place], tuple(written[place + 1 :])


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="groundwork",
        description=_DESCRIPTION,
        epilog=_EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--version", action="store_true", help="print the version and end")
    parser.set_defaults(command="")
    commands = parser.add_subparsers(title="commands", metavar="COMMAND")
    _add_run(commands)
    _add_pack(commands)
    _add_doctor(commands)
    return parser


def _add_run(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    run = commands.add_parser(
        "run",
        help="run a program as the window would",
        description="Run a Python program as the window would, with this terminal's input and "
        "output. Ends with the program's exit code.",
    )
    run.add_argument("file", metavar="FILE", help="the program")
    run.add_argument("--json", action="store_true", help=_JSON)
    run.set_defaults(command="run")


def _add_pack(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    pack = commands.add_parser("pack", help="work on a lesson pack")
    pack_commands = pack.add_subparsers(title="commands", metavar="COMMAND", required=True)
    run = pack_commands.add_parser(
        "run",
        help="run every example of a pack",
        description="Run every example of a lesson pack. Ends with 0 if each did what its lesson "
        "says, otherwise with 1.",
    )
    run.add_argument("path", metavar="PATH", help="the folder of the pack")
    run.add_argument("--json", action="store_true", help=_JSON)
    run.set_defaults(command="pack run")
    _add_pack_import(pack_commands)


def _add_pack_import(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    importing = commands.add_parser(
        "import",
        help="make a pack of a Markdown document or a notebook",
        description="Make a lesson pack of a Markdown document or a Jupyter notebook. Headings "
        "become chapters and lessons, blocks of Python become examples; each is run once to see "
        "whether it runs and what it prints, so import only what you trust.",
    )
    importing.add_argument("source", metavar="SOURCE", help="the document or notebook")
    importing.add_argument("-o", "--output", metavar="DIR", required=True, help="the pack's folder")
    importing.add_argument("--json", action="store_true", help=_JSON)
    importing.set_defaults(command="pack import")


def _add_doctor(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    doctor = commands.add_parser(
        "doctor",
        help="tell what works on this machine and what does not",
        description="Tell what works on this machine and what does not. Ends with 0 if all is "
        "well, otherwise with 1.",
    )
    doctor.add_argument("--json", action="store_true", help=_JSON)
    doctor.set_defaults(command="doctor")
