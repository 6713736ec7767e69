"""The command line of the benchmarks."""

from __future__ import annotations

import argparse
import json
import os
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path

from tests.benchmarks.figures import Figure, table
from tests.benchmarks.fresh import Homes, MeasurementError
from tests.benchmarks.rows import ROWS


def measure(arguments: Sequence[str]) -> None:
    """Measure what the arguments name, and print it.

    Raises:
        SystemExit: there is no display, or a measurement brought no result.
    """
    asked = _parsed(arguments)
    if not os.environ.get("DISPLAY"):
        sys.exit("There is no display to show windows on: use “make bench”, which brings one.")
    figures, troubles = _measured(asked.rows or list(ROWS))
    print(_document(figures) if asked.json else table(figures))
    if troubles:
        sys.exit("\n".join(troubles))


def _measured(rows: Sequence[str]) -> tuple[list[Figure], list[str]]:
    """The figures of the rows, and why there are none for some."""
    figures: list[Figure] = []
    troubles = []
    with tempfile.TemporaryDirectory(prefix="groundwork-bench-") as folder:
        homes = Homes(Path(folder))
        for row in rows:
            print(f"measuring {row}", file=sys.stderr)
            try:
                figures += ROWS[row](homes)
            except MeasurementError as error:
                troubles.append(f"{row}: {error}")
    return figures, troubles


def _parsed(arguments: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="The figures of the main job, with their limits.")
    parser.add_argument("rows", nargs="*", metavar="ROW", help=", ".join(ROWS))
    parser.add_argument("--json", action="store_true", help="one JSON document instead of a table")
    asked = parser.parse_args(arguments)
    for row in asked.rows:
        if row not in ROWS:
            parser.error(f"there is no row {row}; there are {', '.join(ROWS)}")
    return asked


def _document(figures: Sequence[Figure]) -> str:
    return json.dumps(
        [asdict(figure) | {"is_kept": figure.is_kept} for figure in figures], indent=2
    )
