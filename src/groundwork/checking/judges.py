"""Who carries out which kind of check."""

from __future__ import annotations

from groundwork.checking.call_judge import CallJudge, RaisesJudge
from groundwork.checking.judging import Judge
from groundwork.checking.output_judge import OutputJudge
from groundwork.packs.checks import AnyCheck, CallCheck, Limits, OutputCheck, RaisesCheck


def judge_of(check: AnyCheck, main: str, limits: Limits) -> Judge:
    """Who carries out the check on a program whose main file is `main`."""
    match check:
        case OutputCheck():
            return OutputJudge(check, main, limits)
        case CallCheck():
            return CallJudge(check, main, limits)
        case RaisesCheck():
            return RaisesJudge(check, main, limits)
        case _:
            raise NotImplementedError(type(check).__name__)
