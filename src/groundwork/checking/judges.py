"""Who carries out which kind of check."""

from __future__ import annotations

from groundwork.checking.call_judge import CallJudge, RaisesJudge
from groundwork.checking.file_judge import FileJudge
from groundwork.checking.http_judge import HttpJudge
from groundwork.checking.judging import Judge
from groundwork.checking.output_judge import OutputJudge
from groundwork.checking.property_judge import PropertyJudge
from groundwork.checking.python_judge import PythonJudge
from groundwork.checking.rows_judge import RowsJudge
from groundwork.checking.structure_judge import StructureJudge
from groundwork.packs import checks
from groundwork.packs.checks import AnyCheck, Limits


def judge_of(check: AnyCheck, main: str, limits: Limits, seed: int) -> Judge:  # noqa: PLR0911 - a table
    """Who carries out the check on a program whose main file is `main`."""
    match check:
        case checks.OutputCheck():
            return OutputJudge(check, main, limits)
        case checks.CallCheck():
            return CallJudge(check, main, limits)
        case checks.PropertyCheck():
            return PropertyJudge(check, main, limits, seed)
        case checks.RaisesCheck():
            return RaisesJudge(check, main, limits)
        case checks.StructureCheck():
            return StructureJudge(check, main, limits)
        case checks.FileCheck():
            return FileJudge(check, main, limits)
        case checks.RowsCheck():
            return RowsJudge(check, main, limits)
        case checks.HttpCheck():
            return HttpJudge(check, main, limits)
        case checks.PythonCheck():
            return PythonJudge(check, main, limits)
