"""What every command prints in the same way."""

from __future__ import annotations

import json
import os
import re
import shlex
import sys
from pathlib import Path

from groundwork import paths
from groundwork.packs.model import Problem

_STEERING = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
"""Characters that steer a terminal, rather than stand on it."""

_UNQUOTED = re.compile(r"[\w./+,:@%-]+")
"""What no shell changes; letters of all languages are among it."""


def plain(text: str) -> str:
    """The text, which may come from a foreign pack, without what would steer a terminal."""
    return _STEERING.sub("\N{REPLACEMENT CHARACTER}", text)


def as_argument(path: Path) -> str:
    """The path as it is typed behind a command, in quotes where it has a space."""
    text = plain(str(path))
    if os.name == "nt":
        return f'"{text}"' if " " in text else text
    return text if _UNQUOTED.fullmatch(text) else shlex.quote(text)


def version() -> str:
    """The version of this installation."""
    from importlib import metadata  # noqa: PLC0415 - slow to import, rarely asked for

    try:
        return metadata.version("groundwork")
    except metadata.PackageNotFoundError:
        return "of unknown version"


def version_line() -> str:
    """The version, and the name of the edition where it has one: `0.1.0 (CS101)`."""
    edition = plain(paths.edition())
    return f"{version()} ({edition})" if edition else version()


def print_json(document: dict[str, object]) -> None:
    """Print one JSON document, in ASCII, so that no encoding of a terminal or pipe can harm it."""
    print(json.dumps(document, indent=2))


def print_problem(problem: str) -> None:
    """Tell a problem where it does not get between the lines of the result."""
    print(plain(problem), file=sys.stderr)


def refused(sentence: str, key: str, *, as_json: bool) -> int:
    """Tell why nothing was done, in JSON with a false `key`; 1, the exit code for that."""
    if as_json:
        print_json({key: False, "problem": sentence})
    else:
        print_problem(f"groundwork: {sentence}")
    return 1


def counted(number: int, word: str) -> str:
    """The number with its word: 1 lesson, 2 lessons."""
    return f"{number} {word}" if number == 1 else f"{number} {word}s"


def problem_fields(problem: Problem) -> dict[str, object]:
    """A problem of a pack for a JSON document."""
    return {
        "file": str(problem.file),
        "line": problem.line,
        "sentence": problem.sentence,
        "remedy": problem.remedy,
    }
