"""`groundwork doctor`: what works on this machine and what does not."""

from __future__ import annotations

import platform
from collections.abc import Callable, Iterable
from pathlib import Path

from groundwork import paths
from groundwork.cli.bundle_files import completion, program_files
from groundwork.cli.finding import Finding
from groundwork.cli.installation import (
    built_in_packs,
    child_processes,
    packs_beside_program,
    policy,
    user_folders,
)
from groundwork.cli.printing import print_json, version, version_line
from groundwork.cli.report import write_report
from groundwork.cli.runtime import lesson_libraries, runtime
from groundwork.cli.screen import display, editor_library, fonts

CHECKS: tuple[Callable[[], Finding], ...] = (
    program_files,
    runtime,
    lesson_libraries,
    child_processes,
    user_folders,
    policy,
    built_in_packs,
    packs_beside_program,
    completion,
    editor_library,
    display,
    fonts,
)
"""Everything that is looked at, in this order; none rests on another."""


def examine(*, as_json: bool, log: str = "") -> int:
    """Look at everything and print what was found; 0 if all is well, otherwise 1.

    `log` names a file for a report that can be sent to others; empty: there is none.
    """
    if not as_json:
        print(_headline(), flush=True)
    findings = []
    for check in CHECKS:
        finding = check()
        findings.append(finding)
        if not as_json:
            print(finding.text, flush=True)
    is_well = all(finding.is_well for finding in findings)
    if log:
        is_well = write_report(Path(log), _headline(), findings) and is_well
    if as_json:
        print_json(_document(findings, is_well=is_well))
    else:
        print(f"\n{_summary(findings)}")
    return 0 if is_well else 1


def _headline() -> str:
    system = f"{platform.system()} {platform.release()}"
    return f"Groundwork {version_line()}, Python {platform.python_version()}, {system}\n"


def _summary(findings: Iterable[Finding]) -> str:
    bad = sum(not finding.is_well for finding in findings)
    if not bad:
        return "All is well."
    return "One thing needs mending." if bad == 1 else f"{bad} things need mending."


def _document(findings: Iterable[Finding], *, is_well: bool) -> dict[str, object]:
    return {
        "is_well": is_well,
        "version": version(),
        "edition": paths.edition(),
        "python": platform.python_version(),
        "system": platform.platform(),
        "findings": [finding.fields for finding in findings],
    }
