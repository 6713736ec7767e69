"""`groundwork run`: one program, as the window would run it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from groundwork.cli.printing import print_json, print_problem
from groundwork.messages import Start
from groundwork.running.batch import BatchResult, run_program
from groundwork.running.outcome import NOT_STARTED


def run_file(written: str, arguments: Sequence[str], *, as_json: bool) -> int:
    """Run the program in the file `written`; returns its exit code, or 127 if it never began."""
    file = Path(written).absolute()
    refusal = _refusal(file, written)
    if refusal:
        _tell_refusal(refusal, as_json=as_json)
        return NOT_STARTED
    start = Start(program=str(file), folder=str(file.parent), arguments=tuple(arguments))
    result = run_program(start, typed_input=None, capture=as_json)
    if as_json:
        print_json({"file": str(file), **result_fields(result)})
    else:
        _tell_ending(file, result)
    return result.exit_code


def result_fields(result: BatchResult) -> dict[str, object]:
    """What came of a program for a JSON document."""
    failure = result.outcome.failure
    return {
        "exit_code": result.exit_code,
        "stdout": result.stdout,
        "stderr": result.stderr,
        "is_output_cut": result.is_cut,
        "seconds": round(result.seconds, 4),
        "ending": result.outcome.sentence,
        "error": failure.error if failure else "",
        "error_message": failure.message if failure else "",
    }


def _refusal(file: Path, written: str) -> str:
    """Why the file cannot be run; an empty text if it can."""
    if file.is_dir():
        return f"{written} is a folder. Name the Python file in it that is to run."
    if not file.exists():
        return f"There is no file {written}. Check its name and the folder you are in."
    return ""


def _tell_refusal(refusal: str, *, as_json: bool) -> None:
    if as_json:
        print_json({"problem": refusal})
    else:
        print_problem(f"groundwork: {refusal}")


def _tell_ending(file: Path, result: BatchResult) -> None:
    """Say what the program's own output does not: that it was stopped, crashed, never began."""
    outcome = result.outcome
    speaks_for_itself = outcome.failure is not None or not outcome.signal_number
    was_cut_short = outcome.problem or outcome.limit or outcome.was_stopped or outcome.left_behind
    if was_cut_short or not speaks_for_itself:
        print_problem(f"groundwork: {file.name}: {outcome.sentence}")
