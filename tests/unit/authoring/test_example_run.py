"""Whether an example did what its lesson says."""

from __future__ import annotations

from pathlib import Path

import pytest

from groundwork.authoring.example_run import ExampleRun
from groundwork.messages import Failed, LimitReached
from groundwork.packs.model import Example, Lesson, SourceFile
from groundwork.running.batch import BatchResult
from groundwork.running.outcome import TIME, Outcome

WELL = Outcome(seconds=0.1)
KEY_ERROR = Outcome(exit_code=1, seconds=0.1, failure=Failed("KeyError", "'tea'"))
JSON_ERROR = Outcome(exit_code=1, seconds=0.1, failure=Failed("json.decoder.JSONDecodeError", "x"))
EXIT_3 = Outcome(exit_code=3, seconds=0.1)
TOO_LONG = Outcome(signal_number=9, limit=LimitReached(TIME, 30.0), seconds=30.0)
NOT_STARTED = Outcome(exit_code=127, problem="The program could not be started.")


def run_of(fails_with: str, outcome: Outcome) -> ExampleRun:
    example = Example("tea", "", (SourceFile("main.py", ""),), "main.py", fails_with=fails_with)
    result = BatchResult(outcome.exit_code, "", "", outcome.seconds, outcome)
    return ExampleRun(Lesson("lists", "first", "Lists", Path("lists.md")), example, result)


@pytest.mark.parametrize(
    ("fails_with", "outcome", "is_as_expected"),
    [
        ("", WELL, True),
        ("", KEY_ERROR, False),
        ("", EXIT_3, False),
        ("", TOO_LONG, False),
        ("", NOT_STARTED, False),
        ("KeyError", KEY_ERROR, True),
        ("KeyError", WELL, False),
        ("KeyError", JSON_ERROR, False),
        ("KeyError", EXIT_3, False),
        ("KeyError", NOT_STARTED, False),
        ("JSONDecodeError", JSON_ERROR, True),
        ("SystemExit", EXIT_3, True),
        ("SystemExit", WELL, False),
        ("SystemExit", NOT_STARTED, False),
        ("SystemExit", TOO_LONG, False),
    ],
)
def test_the_ending_is_compared_with_the_lesson(
    fails_with: str, outcome: Outcome, *, is_as_expected: bool
) -> None:
    assert run_of(fails_with, outcome).is_as_expected is is_as_expected


INTERRUPTED = Outcome(exit_code=130, failure=Failed("KeyboardInterrupt", ""))


@pytest.mark.parametrize(
    ("fails_with", "outcome", "was_interrupted"),
    [
        ("", INTERRUPTED, True),
        ("KeyboardInterrupt", INTERRUPTED, False),
        ("", Outcome(signal_number=9, was_stopped=True), True),
        ("", KEY_ERROR, False),
        ("", WELL, False),
    ],
)
def test_an_interrupt_is_told_from_an_example_that_raises_one(
    fails_with: str, outcome: Outcome, *, was_interrupted: bool
) -> None:
    assert run_of(fails_with, outcome).was_interrupted is was_interrupted


def test_what_was_expected_is_said_where_it_did_not_come() -> None:
    assert run_of("ValueError", KEY_ERROR).sentence == (
        "ended with KeyError; it was expected to end with ValueError"
    )
    assert run_of("", KEY_ERROR).sentence == "ended with KeyError; it was expected to end well"
    assert run_of("", WELL).sentence == "finished in 0.10 s, exit code 0"
