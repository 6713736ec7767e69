"""Whether an example does what its lesson says: it ends as it should, and prints what is noted."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial

from groundwork.authoring.example_run import ExampleRun, run_example
from groundwork.authoring.jobs import Asks, Job
from groundwork.authoring.surroundings import NETWORK_REMEDY, SEEDS, variables, wants_network
from groundwork.packs.model import Example, Lesson, Problem
from groundwork.packs.wording import quoted

_MEND = "Mend the program, or say with fails= which error it is meant to end with."


def example_job(lesson: Lesson, example: Example) -> Job:
    """The job that checks one example."""
    return Job(f"{lesson.id}/{example.id}", partial(_problems, lesson, example))


def _problems(lesson: Lesson, example: Example, is_cancelled: Asks) -> Sequence[Problem]:
    """Runs the example; twice, with different hashes, where its output is noted."""
    outputs = []
    for seed in SEEDS[: 1 if example.output is None else 2]:
        result = run_example(example, variables=variables(seed), is_cancelled=is_cancelled)
        if is_cancelled():
            return ()
        run = ExampleRun(lesson, example, result)
        if not run.is_as_expected:
            return (_failed(run),)
        outputs.append(result.stdout)
    return tuple(_of_outputs(lesson, example, outputs))


def _failed(run: ExampleRun) -> Problem:
    name, result = quoted(run.example.id), run.result
    remedy = NETWORK_REMEDY if wants_network(result.stderr) else _MEND
    return Problem(run.lesson.path, run.example.line, f"The example {name} {run.sentence}.", remedy)


def _of_outputs(lesson: Lesson, example: Example, outputs: list[str]) -> Iterator[Problem]:
    name, noted = quoted(example.id), example.output
    if noted is None:
        return
    if outputs[0] != outputs[1]:
        sentence = f"The example {name} prints something else each time it runs."
        remedy = "Let it not depend on chance, time or the order of a set, or take its output out."
        yield Problem(lesson.path, example.line, sentence, remedy)
        return
    difference = first_difference(outputs[0], noted)
    if difference:
        sentence = f"The example {name} does not print the output that is noted: {difference}."
        yield Problem(lesson.path, example.line, sentence, "Mend one of the two.")


def first_difference(printed: str, noted: str) -> str:
    """The first line in which two outputs differ, in words; empty where they are the same.

    What stands behind the last line does not count, nor do blanks at the ends of lines.
    """
    got, meant = lines_of(printed), lines_of(noted)
    for number, (one, other) in enumerate(zip(got, meant, strict=False), 1):
        if one != other:
            return f"line {number} is {quoted(one)}, and {quoted(other)} is noted"
    if len(got) > len(meant):
        return f"it prints {quoted(got[len(meant)])} in line {len(meant) + 1}, which is not noted"
    if len(meant) > len(got):
        return f"line {len(got) + 1}, {quoted(meant[len(got)])}, is not printed"
    return ""


def lines_of(output: str) -> list[str]:
    """The lines of an output, without what nobody sees at the ends of lines and of it all."""
    return [line.rstrip() for line in output.rstrip().split("\n")]
