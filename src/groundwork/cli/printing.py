"""What every command prints in the same way."""

from __future__ import annotations

import json
import sys

from groundwork.packs.model import Problem


def version() -> str:
    """The version of this installation."""
    from importlib import metadata  # noqa: PLC0415 - slow to import, rarely asked for

    try:
        return metadata.version("groundwork")
    except metadata.PackageNotFoundError:
        return "of unknown version"


def print_json(document: dict[str, object]) -> None:
    """Print one JSON document, in ASCII, so that no encoding of a terminal or pipe can harm it."""
    print(json.dumps(document, indent=2))


def print_problem(problem: str) -> None:
    """Tell a problem where it does not get between the lines of the result."""
    print(problem, file=sys.stderr)


def problem_fields(problem: Problem) -> dict[str, object]:
    """A problem of a pack for a JSON document."""
    return {
        "file": str(problem.file),
        "line": problem.line,
        "sentence": problem.sentence,
        "remedy": problem.remedy,
    }
