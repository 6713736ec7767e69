"""Asks the runtime of a bundle what plain CPython can do.

    fidelity_test.py BUNDLE [PYTHON]

PYTHON is the CPython that the runtime was copied from, which is found where it is not named; what
it cannot do either is no fault of the bundle. Programs are run as the application runs a
learner's. Prints what differs, and ends with exit code 1 where anything does.
"""

from __future__ import annotations

import argparse
import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from bundling.interpreter import found_interpreter
from smoke_test import display

_PROBES = Path(__file__).with_name("fidelity") / "probes.md"
_PROBE = re.compile(
    r"^### (?P<name>[^\n]+)\n\n```python\n(?P<program>.*?)^```$", re.MULTILINE | re.DOTALL
)
_PATIENCE = 180


@dataclass(frozen=True, slots=True)
class Result:
    """Whether a probe passed, and what it said where it did not."""

    name: str
    has_passed: bool
    complaint: str


def probes() -> dict[str, str]:
    """The programs by their names."""
    return {one["name"]: one["program"] for one in _PROBE.finditer(_PROBES.read_text("utf-8"))}


def main() -> int:
    """Ask everything; the exit code."""
    parser = argparse.ArgumentParser(description="Compare a bundle's runtime with plain CPython.")
    parser.add_argument("bundle", type=Path)
    parser.add_argument("python", type=Path, nargs="?")
    asked = parser.parse_args()
    bundle: Path = asked.bundle.resolve()
    libraries = next(bundle.glob("runtime/lib/python3.*/site-packages"))
    with display(), tempfile.TemporaryDirectory(prefix="groundwork-fidelity-") as home:
        variables = {"GROUNDWORK_HOME": home}
        ours = _results([str(bundle / "groundwork"), "run"], variables)
        # The same libraries: what is compared is the Python, not what is installed in it.
        python = asked.python or found_interpreter().program
        plain = _results([str(python)], {"PYTHONPATH": str(libraries), "PYTHONUTF8": "1"})
    return _told(ours, plain)


def _told(ours: Sequence[Result], plain: Sequence[Result]) -> int:
    both = list(zip(ours, plain, strict=True))
    worse = [one for one, other in both if other.has_passed and not one.has_passed]
    better = [one.name for one, other in both if one.has_passed and not other.has_passed]
    print(f"{len(both)} probes: the bundle passes {sum(one.has_passed for one in ours)},", end=" ")
    print(f"plain CPython {sum(one.has_passed for one in plain)}.")
    for one in worse:
        print(f"Only plain CPython: {one.name}: {one.complaint}")
    if better:
        print(f"Only the bundle: {', '.join(better)}")
    return 1 if worse else 0


def _results(command: Sequence[str], variables: dict[str, str]) -> list[Result]:
    with ThreadPoolExecutor(max_workers=2) as pool:
        every = probes().items()
        return list(pool.map(lambda probe: _result(command, variables, *probe), every))


def _result(command: Sequence[str], variables: dict[str, str], name: str, program: str) -> Result:
    with tempfile.TemporaryDirectory(prefix="groundwork-probe-") as folder:
        file = Path(folder, "main.py")
        file.write_text(program, encoding="utf-8")
        try:
            run = subprocess.run(
                [*command, str(file)],
                cwd=folder,
                env=os.environ | variables,
                stdin=subprocess.DEVNULL,
                capture_output=True,
                timeout=_PATIENCE,
                check=False,
            )
        except subprocess.TimeoutExpired:
            return Result(name, has_passed=False, complaint="it does not end")
    said = run.stderr.decode("utf-8", "replace").strip().splitlines()
    return Result(name, run.returncode == 0, said[-1] if said else f"exit {run.returncode}")


if __name__ == "__main__":
    sys.exit(main())
