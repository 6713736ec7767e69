"""What is wrong in a file."""

from __future__ import annotations

import sys
from importlib.machinery import PathFinder
from pathlib import PurePosixPath

from groundwork.language.protocol import Answer, Edit, Finding, Findings, Fix, Inspect, Span
from groundwork.language.service.problems.inspection import inspect
from groundwork.language.service.problems.program import Problem, Program
from groundwork.language.service.scripts import Scripts

_AT_THE_TOP = Span(1, 0, 1, 0)


def answer(scripts: Scripts, question: Inspect) -> Answer:
    """The findings, from top to bottom."""
    text = question.source.text.encode("utf-8", "replace").decode("utf-8")  # no lone surrogates
    program = Program(text)
    found = [
        _finding(program, problem, question.source.name)
        for problem in inspect(program, question.imports)
    ]
    return Findings((*_shadowing(scripts, question.source.name), *found))


def _finding(program: Program, problem: Problem, name: str) -> Finding:
    fixes = tuple(
        Fix(
            remedy.title,
            tuple(
                Edit(name, program.span(change.start, change.end), change.text)
                for change in remedy.changes
            ),
        )
        for remedy in problem.remedies
    )
    span = program.span(problem.start, problem.end)
    return Finding(span, problem.severity, problem.topic, problem.sentence, fixes)


def _shadowing(scripts: Scripts, name: str) -> tuple[Finding, ...]:
    """That the file has the name of a module, which programs beside it cannot import any more.

    It has no place in the text, so nothing is underlined.
    """
    path = PurePosixPath(name)
    if path.suffix != ".py" or path.parent.name:
        return ()
    if path.stem in sys.stdlib_module_names:
        what = "a module of Python"
    elif PathFinder.find_spec(path.stem, list(scripts.runtime_path)) is not None:
        what = "a library"
    else:
        return ()
    sentence = (
        f"This file has the name of {what}: here “import {path.stem}” finds this file instead. "
        "Another name avoids surprises."
    )
    return (Finding(_AT_THE_TOP, "warning", "shadowed-module", sentence),)
