"""Prints the figures of the main job, each with its limit: start, run, stop, floods, memory.

    main_job.py                the table; a line on standard error for every row that begins
    main_job.py ROW ...        these rows alone: see `--help` for their names
    main_job.py --json         one JSON document instead of the table

A limit that is missed is told and changes nothing in the exit code: other work on the machine may
be the reason. It wants a display: `make bench` brings one.
"""

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def main() -> None:
    """Measure what the command line names, and print it."""
    sys.path[0] = str(ROOT)
    from tests.benchmarks.command import measure  # noqa: PLC0415 - the path had to be set first

    measure(sys.argv[1:])


if __name__ == "__main__":
    main()
