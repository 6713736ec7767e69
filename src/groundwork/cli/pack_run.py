"""`groundwork pack run`: every example of a pack, and whether it does what its lesson says."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from groundwork import paths
from groundwork.cli.printing import print_json, print_problem, problem_fields
from groundwork.cli.program_run import result_fields
from groundwork.messages import Start
from groundwork.packs.load import load_pack, load_page
from groundwork.packs.model import Example, Lesson, Pack, Problem
from groundwork.running.batch import BatchResult, run_program
from groundwork.running.command import RuntimeMissingError, runtime_python

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


def run_pack(written: str, *, as_json: bool) -> int:
    """Run every example of the pack in the folder `written`; 0 if each did as its lesson says."""
    loaded = load_pack(Path(written))
    refusal = [str(problem) for problem in loaded.problems] if loaded.pack is None else []
    refusal = refusal or _runtime_refusal()
    if loaded.pack is None or refusal:
        _tell_refusal(refusal, as_json=as_json)
        return 1
    problems = [*loaded.problems]
    runs: list[ExampleRun] = []
    for run in _runs(loaded.pack, problems):
        runs.append(run)
        if not as_json:
            print(_line(run), flush=True)
    problems = list(dict.fromkeys(problems))
    are_as_expected = all(run.is_as_expected for run in runs)
    if as_json:
        print_json(_document(loaded.pack, runs, problems))
    else:
        _tell_end(runs, problems)
    return 0 if are_as_expected else 1


def run_example(example: Example) -> BatchResult:
    """Run an example in a folder of its own that holds its files alone."""
    with tempfile.TemporaryDirectory(
        prefix="groundwork-example-", ignore_cleanup_errors=True
    ) as name:
        folder = Path(name).resolve()
        for file in example.files:
            place = folder / file.name
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_bytes(file.text.encode("utf-8"))
        start = Start(program=str(folder / example.main), folder=str(folder))
        return run_program(start, typed_input=example.typed_input, time_limit=TIME_LIMIT)


def _runs(pack: Pack, problems: list[Problem]) -> Iterator[ExampleRun]:
    """Run one example after the other in reading order; what is wrong is added to `problems`.

    Raises:
        KeyboardInterrupt: an example was interrupted, which means all of them.
    """
    for lesson in pack.lessons:
        loaded = load_page(pack, lesson)
        problems += loaded.problems
        for example in loaded.page.examples:
            if example.is_runnable:
                run = ExampleRun(lesson, example, run_example(example))
                if run.was_interrupted:
                    raise KeyboardInterrupt
                yield run


def _line(run: ExampleRun) -> str:
    mark = "ok " if run.is_as_expected else "bad"
    line = f"{mark}  {run.lesson.id}/{run.example.id}: {run.sentence}"
    if run.is_as_expected or not run.result.stderr:
        return line
    return line + "".join(f"\n       {one}" for one in run.result.stderr.splitlines())


def _tell_end(runs: list[ExampleRun], problems: list[Problem]) -> None:
    print(f"\n{_summary(runs)}", flush=True)
    if problems:
        print_problem(f"\n{_counted(len(problems), 'problem')} in the pack:")
    for problem in problems:
        print_problem(str(problem))


def _summary(runs: list[ExampleRun]) -> str:
    if not runs:
        return "The pack has no example that can be run."
    bad = sum(not run.is_as_expected for run in runs)
    if bad:
        return f"{bad} of {_counted(len(runs), 'example')} did not do what the lessons say."
    return f"{_counted(len(runs), 'example')} did what the lessons say."


def _counted(number: int, word: str) -> str:
    return f"{number} {word}" if number == 1 else f"{number} {word}s"


def _runtime_refusal() -> list[str]:
    """Why no example can run at all; nothing where they can."""
    try:
        runtime_python(paths.runtime_folder())
    except RuntimeMissingError as error:
        return [str(error)]
    return []


def _tell_refusal(refusal: list[str], *, as_json: bool) -> None:
    if as_json:
        print_json({"is_as_expected": False, "problem": " ".join(refusal)})
    else:
        print_problem("groundwork: " + "\n".join(refusal))


def _document(pack: Pack, runs: list[ExampleRun], problems: list[Problem]) -> dict[str, object]:
    return {
        "pack": {
            "id": pack.id,
            "title": pack.title,
            "version": pack.version,
            "folder": str(pack.folder),
        },
        "is_as_expected": all(run.is_as_expected for run in runs),
        "examples": [_fields(run) for run in runs],
        "problems": [problem_fields(problem) for problem in problems],
    }


def _fields(run: ExampleRun) -> dict[str, object]:
    return {
        "id": run.example.id,
        "lesson": run.lesson.id,
        "chapter": run.lesson.chapter_id,
        "title": run.example.title,
        "expected_error": run.example.fails_with,
        "is_as_expected": run.is_as_expected,
        **result_fields(run.result),
    }
