"""A report of what is wrong that a teacher can send: it names neither the user nor the machine."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from groundwork import paths
from groundwork.cli.finding import Finding
from groundwork.cli.printing import print_problem
from groundwork.impersonal import impersonal

_LAST = 50_000
"""Characters of the noted faults that go into a report, those of the end."""


def write_report(file: Path, headline: str, findings: Iterable[Finding]) -> bool:
    """Write what was found and what went wrong before into `file`; whether that could be done."""
    lines = [headline, *(finding.text for finding in findings)]
    faults = _faults(paths.user_folders().data / "faults.log")
    lines += ["", "What went wrong inside Groundwork:", faults or "Nothing was noted."]
    try:
        file.write_text(impersonal("\n".join(lines)) + "\n", encoding="utf-8")
    except OSError as error:
        print_problem(f"groundwork: {file} cannot be written: {error.strerror or error}.")
        return False
    return True


def _faults(log: Path) -> str:
    try:
        return log.read_text(encoding="utf-8", errors="replace")[-_LAST:]
    except OSError:
        return ""
