"""`groundwork pack new`: a small pack to begin with."""

from __future__ import annotations

from pathlib import Path

from groundwork.authoring.new import NewPackError, new_pack
from groundwork.cli.printing import as_argument, plain, print_problem


def make_new_pack(written: str) -> int:
    """Make a pack in the folder `written`; 0, or 1 where that is refused."""
    try:
        manifest = new_pack(Path(written))
    except NewPackError as error:
        print_problem(f"groundwork: {error}")
        return 1
    folder = as_argument(Path(written))
    print(f"A pack with one lesson is in {plain(written)}. Its manifest is {plain(str(manifest))}.")
    print(f"Look at it with: groundwork {folder}")
    print(f"Check it with:   groundwork pack check {folder}")
    return 0
