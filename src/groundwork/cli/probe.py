"""Asking another Python process a question, for `groundwork doctor`."""

from __future__ import annotations

import subprocess
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from groundwork.running.complaint import complaint
from groundwork.running.process_group import creation_flags

_PATIENCE = 60.0


@dataclass(frozen=True, slots=True)
class Answer:
    """What a process said; `said` is its standard output, `complaint` the end of its errors."""

    is_well: bool
    said: str
    complaint: str


def ask(
    python: str,
    question: str,
    *arguments: str,
    options: Sequence[str] = (),
    environment: Mapping[str, str] | None = None,
) -> Answer:
    """Let the interpreter `python` run the program text `question`, and wait for what it says.

    `options` are the interpreter's own, `environment` is the whole of it, by default ours.
    """
    try:
        process = subprocess.run(
            [python, *options, "-c", question, *arguments],
            env=environment,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            encoding="utf-8",
            errors="replace",
            timeout=_PATIENCE,
            creationflags=creation_flags(leads_group=False),
            check=False,
        )
    except OSError as error:
        return Answer(is_well=False, said="", complaint=error.strerror or str(error))
    except subprocess.TimeoutExpired:
        return Answer(is_well=False, said="", complaint=f"no answer within {_PATIENCE:.0f} s")
    said = complaint(process.stderr) or f"it ended with exit code {process.returncode}"
    return Answer(process.returncode == 0, process.stdout.strip(), said)
