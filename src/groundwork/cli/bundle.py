"""`groundwork bundle`: one file of this program and a course, to be handed out."""

from __future__ import annotations

import sys
from argparse import Namespace
from pathlib import Path

from groundwork.authoring.handout.handout import Course, HandoutError, make_handout
from groundwork.cli.printing import as_argument, plain, print_problem, version

_MEGABYTE = 1_000_000


def bundle(asked: Namespace) -> int:
    """Make what is asked for; 0, or 1 where it cannot be made."""
    target = Path(asked.out)
    course = Course(
        packs=tuple(map(Path, asked.pack)),
        policy=Path(asked.policy) if asked.policy else None,
        name=asked.name,
    )
    print(f"Making {plain(str(target))}; this takes a minute or two.", file=sys.stderr, flush=True)
    try:
        make_handout(target, course, version())
    except HandoutError as error:
        print_problem(f"groundwork: {error}")
        return 1
    size = target.stat().st_size / _MEGABYTE
    print(f"{as_argument(target)} is made: {size:.0f} MB.")
    return 0
