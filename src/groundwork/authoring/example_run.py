"""Running an example unattended, and whether it does what its lesson says."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

from groundwork.messages import Start
from groundwork.packs.model import Example, Lesson
from groundwork.running.batch import BatchResult, run_program

TIME_LIMIT = 30.0
"""Seconds that an example may take."""


@dataclass(frozen=True, slots=True)
class ExampleRun:
    """What came of an example."""

    lesson: Lesson
    example: Example
    result: BatchResult

    @property
    def is_as_expected(self) -> bool:
        """Whether it ended well, or with just the error that its lesson names."""
        outcome = self.result.outcome
        wanted = self.example.fails_with
        if not wanted:
            return outcome.is_success and outcome.limit is None
        if outcome.failure is None:
            return wanted == "SystemExit" and self.result.exit_code != 0 and not outcome.problem
        return outcome.failure.error.rpartition(".")[2] == wanted

    @property
    def was_interrupted(self) -> bool:
        """Whether Ctrl+C ended it, rather than its own doing."""
        failure = self.result.outcome.failure
        is_interrupt = failure is not None and failure.error == "KeyboardInterrupt"
        return self.result.outcome.was_stopped or (is_interrupt and not self.is_as_expected)

    @property
    def sentence(self) -> str:
        """What happened, and what was expected where that is something else."""
        ending = self.result.outcome.sentence
        if self.is_as_expected:
            return ending
        wanted = self.example.fails_with
        return f"{ending}; it was expected to " + (f"end with {wanted}" if wanted else "end well")


def run_example(
    example: Example,
    *,
    variables: Mapping[str, str] = MappingProxyType({}),
    is_cancelled: Callable[[], bool] | None = None,
) -> BatchResult:
    """Run an example in a folder of its own that holds its files alone.

    `variables` are added to its environment; it is stopped when `is_cancelled` says so.
    """
    with tempfile.TemporaryDirectory(
        prefix="groundwork-example-", ignore_cleanup_errors=True
    ) as name:
        folder = Path(name).resolve()
        for file in example.files:
            place = folder / file.name
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_bytes(file.text.encode("utf-8"))
        return run_program(
            Start(program=str(folder / example.main), folder=str(folder)),
            typed_input=example.typed_input,
            time_limit=TIME_LIMIT,
            variables=variables,
            is_cancelled=is_cancelled,
        )
