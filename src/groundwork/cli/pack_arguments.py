"""What can be written behind `groundwork pack`."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

JSON_HELP = "print one JSON document and nothing else"

if TYPE_CHECKING:
    _Commands = argparse._SubParsersAction[argparse.ArgumentParser]  # noqa: SLF001 - its only name


def add_pack_commands(commands: _Commands) -> None:
    """Add `pack` with its commands; each sets `command` to its two words."""
    pack = commands.add_parser("pack", help="work on a lesson pack")
    pack_commands = pack.add_subparsers(title="commands", metavar="COMMAND", required=True)
    _add_new(pack_commands)
    _add_check(pack_commands)
    _add_run(pack_commands)
    _add_build(pack_commands)
    _add_import(pack_commands)
    _add_install(pack_commands)
    _add_list(pack_commands)
    _add_remove(pack_commands)


def _add_new(commands: _Commands) -> None:
    new = commands.add_parser(
        "new",
        help="make a small pack to begin with",
        description="Make a pack with one lesson, an example, a question and an exercise, which "
        "passes its own check. Change it piece by piece.",
    )
    new.add_argument("folder", metavar="DIR", help="a folder that is not there yet, or empty")
    new.set_defaults(command="pack new")


def _add_check(commands: _Commands) -> None:
    check = commands.add_parser(
        "check",
        help="find everything that is wrong with a pack",
        description="Find everything that is wrong with a pack: read all of it, run its examples, "
        "check its solutions, starters and wrong answers, without a network. So check only what "
        "you trust. Ends with 0 if nothing is wrong, otherwise with 1.",
    )
    check.add_argument("path", metavar="PATH", help="the folder of the pack, or its .gwpack file")
    check.add_argument("--json", action="store_true", help=JSON_HELP)
    check.set_defaults(command="pack check")


def _add_run(commands: _Commands) -> None:
    run = commands.add_parser(
        "run",
        help="run every example of a pack",
        description="Run every example of a lesson pack. Ends with 0 if each did what its lesson "
        "says, otherwise with 1.",
    )
    run.add_argument("path", metavar="PATH", help="the folder of the pack, or its .gwpack file")
    run.add_argument("--json", action="store_true", help=JSON_HELP)
    run.set_defaults(command="pack run")


def _add_build(commands: _Commands) -> None:
    build = commands.add_parser(
        "build",
        help="make the one file of a pack that is handed out",
        description="Check a pack, and if nothing is wrong with it make its file, *.gwpack. The "
        "same folder gives the same bytes on every machine. Ends with 1 where no file is made.",
    )
    build.add_argument("path", metavar="DIR", help="the folder of the pack")
    build.add_argument(
        "-o",
        "--output",
        metavar="FILE",
        help="the file; by default one here that is named after the pack and its version",
    )
    build.add_argument("--json", action="store_true", help=JSON_HELP)
    build.set_defaults(command="pack build")


def _add_import(commands: _Commands) -> None:
    importing = commands.add_parser(
        "import",
        help="make a pack of a Markdown document or a notebook",
        description="Make a lesson pack of a Markdown document or a Jupyter notebook. Headings "
        "become chapters and lessons, blocks of Python become examples; each is run once to see "
        "whether it runs and what it prints, so import only what you trust.",
    )
    importing.add_argument("source", metavar="SOURCE", help="the document or notebook")
    importing.add_argument("-o", "--output", metavar="DIR", required=True, help="the pack's folder")
    importing.add_argument("--json", action="store_true", help=JSON_HELP)
    importing.set_defaults(command="pack import")


def _add_install(commands: _Commands) -> None:
    installing = commands.add_parser(
        "install",
        help="install a pack",
        description="Install a pack for this user, so that the window shows it from now on. It "
        "takes the place of an older version; nobody's own work is touched. Nothing of it is run.",
    )
    installing.add_argument("path", metavar="PATH", help="a .gwpack file, or a pack's folder")
    _add_system(installing)
    installing.add_argument(
        "--replace",
        action="store_true",
        help="also if the installed one is newer, or of other authors",
    )
    installing.add_argument("--json", action="store_true", help=JSON_HELP)
    installing.set_defaults(command="pack install")


def _add_list(commands: _Commands) -> None:
    listing = commands.add_parser(
        "list",
        help="tell which packs are installed",
        description="Tell which packs there are: those that come with Groundwork, those for all "
        "users of this machine, and yours.",
    )
    listing.add_argument("--json", action="store_true", help=JSON_HELP)
    listing.set_defaults(command="pack list")


def _add_remove(commands: _Commands) -> None:
    removing = commands.add_parser(
        "remove",
        help="remove an installed pack",
        description="Remove an installed pack. What its readers have done with it is kept, and is "
        "there again when it is installed again.",
    )
    removing.add_argument("id", metavar="ID", help="the pack's id, as “pack list” tells it")
    _add_system(removing)
    removing.add_argument("--json", action="store_true", help=JSON_HELP)
    removing.set_defaults(command="pack remove")


def _add_system(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--system",
        action="store_true",
        help="for all users of this machine; takes an administrator",
    )
