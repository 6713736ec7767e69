"""`groundwork pack run`: every example of a pack, and whether it does what its lesson says."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from groundwork import paths
from groundwork.authoring.example_run import ExampleRun, run_example
from groundwork.cli.pack_source import pack_source
from groundwork.cli.printing import counted, print_json, print_problem, problem_fields
from groundwork.cli.program_run import result_fields
from groundwork.packs.archive import ArchiveError
from groundwork.packs.load import load_pack, load_page
from groundwork.packs.model import Pack, Problem
from groundwork.running.command import RuntimeMissingError, runtime_python


def run_pack(written: str, *, as_json: bool) -> int:
    """Run every example of the pack `written`; 0 if each did as its lesson says."""
    try:
        with pack_source(written) as source:
            return _run_folder(source.folder, as_json=as_json)
    except ArchiveError as error:
        _tell_refusal([str(error)], as_json=as_json)
        return 1


def _run_folder(folder: Path, *, as_json: bool) -> int:
    loaded = load_pack(folder)
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
        print_problem(f"\n{counted(len(problems), 'problem')} in the pack:")
    for problem in problems:
        print_problem(str(problem))


def _summary(runs: list[ExampleRun]) -> str:
    if not runs:
        return "The pack has no example that can be run."
    bad = sum(not run.is_as_expected for run in runs)
    if bad:
        return f"{bad} of {counted(len(runs), 'example')} did not do what the lessons say."
    return f"{counted(len(runs), 'example')} did what the lessons say."


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
