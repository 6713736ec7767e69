"""Which `groundwork pack` command is asked for; each imports its own, so that none waits."""

from __future__ import annotations

from argparse import Namespace


def run_pack_command(asked: Namespace) -> int:
    """Do what is asked for; returns the exit code."""
    match asked.command:
        case "pack new":
            from groundwork.cli.pack_new import make_new_pack  # noqa: PLC0415 - see above

            return make_new_pack(asked.folder)
        case "pack check" | "pack build":
            return _run_check(asked)
        case "pack run":
            from groundwork.cli.pack_run import run_pack  # noqa: PLC0415 - see above

            return run_pack(asked.path, as_json=asked.json)
        case "pack import":
            from groundwork.cli.pack_import import import_source  # noqa: PLC0415 - see above

            return import_source(asked.source, asked.output, as_json=asked.json)
        case _:
            return _run_library_command(asked)


def _run_check(asked: Namespace) -> int:
    from groundwork.cli import pack_check  # noqa: PLC0415 - see above

    if asked.command == "pack build":
        return pack_check.build(asked.path, asked.output, as_json=asked.json)
    return pack_check.check(asked.path, as_json=asked.json)


def _run_library_command(asked: Namespace) -> int:
    from groundwork.cli import pack_library  # noqa: PLC0415 - see above

    match asked.command:
        case "pack install":
            return pack_library.install_pack(
                asked.path, is_for_all=asked.system, replaces=asked.replace, as_json=asked.json
            )
        case "pack remove":
            return pack_library.remove_pack(asked.id, is_for_all=asked.system, as_json=asked.json)
        case _:
            return pack_library.list_packs(as_json=asked.json)
