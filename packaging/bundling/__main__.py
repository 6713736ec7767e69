"""python -m bundling [--into FOLDER]: makes the bundle, and says what takes how much room.

With --check it says which CPython would become the runtime, or ends with exit code 1.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from bundling.bundle import make_bundle
from bundling.identity import bundle_name
from bundling.interpreter import NoInterpreterError, found_interpreter
from bundling.layout import ROOT
from bundling.shared_libraries import MissingLibrariesError
from bundling.sizes import table


def main() -> int:
    """Make the bundle; the exit code."""
    parser = argparse.ArgumentParser(prog="python -m bundling", description=__doc__)
    parser.add_argument("--into", type=Path, default=ROOT / "dist" / bundle_name())
    parser.add_argument("--check", action="store_true", help="make nothing")
    asked = parser.parse_args()
    bundle: Path = asked.into
    try:
        if asked.check:
            print(found_interpreter().program)
            return 0
        make_bundle(bundle, ROOT / "build" / "bundle")
    except (NoInterpreterError, MissingLibrariesError) as error:
        print(error, file=sys.stderr)
        return 1
    print(table((place for place in bundle.iterdir()), bundle))
    return 0


sys.exit(main())
