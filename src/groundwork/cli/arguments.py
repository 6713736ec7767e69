"""What can be written on the command line."""

from __future__ import annotations

import argparse
from collections.abc import Sequence

from groundwork.cli.pack_arguments import JSON_HELP, add_pack_commands

_DESCRIPTION = "Groundwork, an offline desktop playground for learning Python."
_EPILOG = """\
Without a command the window opens:
  groundwork [PACK]             with the lesson pack in that folder, if one is named
  groundwork [FILE.gwpack]      with that pack, which is installed
  groundwork [FILE.py]          with that program in the editor; F5 runs it

Everything behind -- is given to the program: groundwork run FILE -- ARGUMENT...
"""


def parsed(arguments: Sequence[str]) -> argparse.Namespace:
    """The command line as values; `command` is `run`, `doctor`, `pack run` and so on.

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
    add_pack_commands(commands)
    _add_bundle(commands)
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
    run.add_argument("--json", action="store_true", help=JSON_HELP)
    run.set_defaults(command="run")


def _add_bundle(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    bundle = commands.add_parser(
        "bundle",
        help="make one file of this program and a course",
        description="Make one file of this installed program, lesson packs and a policy, to be "
        "handed out: a package for Debian or an archive that runs from any folder. Needs no "
        "network.",
    )
    bundle.add_argument("out", metavar="OUT", help="FILE.deb, FILE.tar.xz, FILE.tar.gz or FILE.zip")
    bundle.add_argument(
        "--pack", action="append", default=[], metavar="PACK", help="a .gwpack file or a folder"
    )
    bundle.add_argument("--policy", metavar="FILE", help="what is switched off where it is used")
    bundle.add_argument("--name", default="", metavar="NAME", help="what the course is called")
    bundle.set_defaults(command="bundle")


def _add_doctor(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    doctor = commands.add_parser(
        "doctor",
        help="tell what works on this machine and what does not",
        description="Tell what works on this machine and what does not. Ends with 0 if all is "
        "well, otherwise with 1.",
    )
    doctor.add_argument("--json", action="store_true", help=JSON_HELP)
    doctor.add_argument(
        "--log", default="", metavar="FILE", help="also write a report with nothing personal in it"
    )
    doctor.set_defaults(command="doctor")
