"""Collecting everything that is wrong with one file while it is being read."""

from __future__ import annotations

from pathlib import Path

from groundwork.packs.model import Problem

_MOST = 200


class ProblemCollector:
    """Takes note of each problem of one file; reading goes on."""

    def __init__(self, file: Path) -> None:
        self._file = file
        self._found: list[Problem] = []

    @property
    def file(self) -> Path:
        """The file that is being read."""
        return self._file

    @property
    def is_full(self) -> bool:
        """Whether so much is wrong that finding out what was meant would take too long."""
        return len(self._found) > _MOST

    @property
    def found(self) -> tuple[Problem, ...]:
        """What was told so far, from top to bottom of the file, each problem once.

        Where there is no end of problems, the first 200 stand for the rest.
        """
        found = sorted(dict.fromkeys(self._found), key=lambda problem: problem.line)
        if len(found) <= _MOST:
            return tuple(found)
        sentence = f"{len(found)} things are wrong with this file; the first {_MOST} are told."
        more = Problem(self._file, 0, sentence, "Mend those, then look again.")
        return (more, *found[:_MOST])

    def tell(self, line: int, sentence: str, remedy: str) -> None:
        """Note a problem; `line` counts from 1, 0 means the whole file."""
        self._found.append(Problem(self._file, line, sentence, remedy))
