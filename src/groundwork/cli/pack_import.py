"""`groundwork pack import`: a Markdown document or a notebook becomes a pack."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path

from groundwork.authoring.importing.pack_import import Progress, import_pack
from groundwork.authoring.importing.report import ImportReport
from groundwork.authoring.importing.source import ImportRefusedError
from groundwork.cli.printing import as_argument, plain, print_json, refused
from groundwork.cli.progress_bar import ProgressBar


def import_source(source: str, output: str, *, as_json: bool) -> int:
    """Import the file `source` into the folder `output`; 0, or 1 where that is refused."""
    try:
        with ProgressBar() as bar:
            report = import_pack(Path(source), Path(output), progress=_shown_on(bar))
    except ImportRefusedError as error:
        return refused(str(error), "is_imported", as_json=as_json)
    if as_json:
        fields = asdict(report) | {"folder": str(report.folder)}
        print_json({"is_imported": True, **fields})
    else:
        _tell(report)
    return 0


def _shown_on(bar: ProgressBar) -> Progress:
    return lambda done, of_all: bar.show(done, of_all, "programs tried out")


def _tell(report: ImportReport) -> None:
    print(plain(f"{report.folder}: “{report.title}”"))
    print(f"Chapters: {report.chapters}. Lessons: {report.lessons}.")
    print(f"Examples that run: {report.examples}, {report.with_output} with their output noted.")
    if report.not_runnable:
        print("\nKept to be read, and not run:")
    for one in report.not_runnable:
        print(plain(f"  line {one.line}, in “{one.lesson}”: {one.reason}"))
    if report.remarks:
        print("\nTo look at:")
    for remark in report.remarks:
        print(plain(f"  {remark}"))
    print(f"\nCheck it with: groundwork pack check {as_argument(report.folder)}")
