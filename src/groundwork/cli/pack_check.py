"""`groundwork pack check` and `groundwork pack build`."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from groundwork.authoring.build import build_pack
from groundwork.authoring.check import check_pack
from groundwork.authoring.jobs import CheckImpossibleError, Progress
from groundwork.authoring.report import CheckReport, Counts
from groundwork.cli.pack_source import PackSource, pack_source
from groundwork.cli.printing import (
    counted,
    plain,
    print_json,
    print_problem,
    problem_fields,
    refused,
)
from groundwork.cli.progress_bar import ProgressBar
from groundwork.packs.archive import ArchiveError
from groundwork.running.command import RuntimeMissingError


def check(written: str, *, as_json: bool) -> int:
    """Check the pack `written`, a folder or a file; 0 if nothing is wrong with it, otherwise 1."""
    try:
        with pack_source(written) as source, ProgressBar() as bar:
            report = check_pack(source.folder, on_progress=_shown_on(bar))
    except (ArchiveError, CheckImpossibleError, RuntimeMissingError) as error:
        return refused(str(error), "is_passed", as_json=as_json)
    if as_json:
        print_json(_document(report, source))
    else:
        _tell(report, source)
    return 0 if report.is_passed else 1


def build(written: str, output: str | None, *, as_json: bool) -> int:
    """Check the pack in the folder `written` and make its file; 0, or 1 where that is refused."""
    folder = Path(written)
    source = PackSource(folder, folder)
    try:
        with ProgressBar() as bar:
            built = build_pack(folder, Path(output) if output else None, on_progress=_shown_on(bar))
    except (CheckImpossibleError, RuntimeMissingError) as error:
        return refused(str(error), "is_built", as_json=as_json)
    except OSError as error:
        reason = error.strerror or type(error).__name__
        sentence = f"The file cannot be written: {reason}."
        return refused(sentence, "is_built", as_json=as_json)
    if as_json:
        file = "" if built.file is None else str(built.file.absolute())
        is_built = built.file is not None
        print_json({"is_built": is_built, "file": file, **_document(built.report, source)})
    elif built.file is None:
        _tell(built.report, source)
        print_problem("groundwork: No file was made. It is made when the pack passes its check.")
    else:
        size = built.file.stat().st_size
        print(f"{plain(str(built.file))} is made: {_counted(built.report.counts)}, {size:,} bytes.")
    return 0 if built.file is not None else 1


def _shown_on(bar: ProgressBar) -> Callable[[Progress], None]:
    return lambda progress: bar.show(progress.done, progress.of_all, progress.subject)


def _tell(report: CheckReport, source: PackSource) -> None:
    for problem in map(source.as_written, report.problems):
        print(plain(str(problem)))
    if report.is_passed:
        seconds = f"{report.seconds:.0f} s" if report.seconds >= 1 else "under a second"
        print(f"Nothing is wrong with this pack: {_counted(report.counts)}, checked in {seconds}.")
    else:
        number = len(report.problems)
        print(f"\n{number} {'thing is' if number == 1 else 'things are'} wrong with this pack.")


def _counted(counts: Counts) -> str:
    named = (
        (counts.lessons, "lesson"),
        (counts.examples, "example"),
        (counts.exercises, "exercise"),
        (counts.questions, "question"),
    )
    return ", ".join(counted(number, word) for number, word in named if number)


def _document(report: CheckReport, source: PackSource) -> dict[str, object]:
    pack = report.pack
    return {
        "is_passed": report.is_passed,
        "pack": {
            "id": pack.id if pack is not None else "",
            "title": pack.title if pack is not None else "",
            "version": pack.version if pack is not None else "",
            "path": str(source.written.absolute()),
        },
        "lessons": report.counts.lessons,
        "examples": report.counts.examples,
        "exercises": report.counts.exercises,
        "questions": report.counts.questions,
        "seconds": round(report.seconds, 2),
        "problems": [problem_fields(source.as_written(one)) for one in report.problems],
    }
