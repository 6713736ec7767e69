"""Whether a question can be answered: programs run, right answers are right, and the only ones."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial

from groundwork.authoring.example_check import lines_of
from groundwork.authoring.example_run import run_example
from groundwork.authoring.jobs import Asks, Job
from groundwork.authoring.line_orders import second_order
from groundwork.authoring.surroundings import NETWORK_REMEDY, SEEDS, variables, wants_network
from groundwork.packs.exercises import (
    BLANK,
    BlankQuestion,
    OrderQuestion,
    PredictQuestion,
    Question,
)
from groundwork.packs.model import Example, Lesson, Problem, SourceFile
from groundwork.packs.python_text import syntax_fault
from groundwork.packs.wording import quoted

_MAIN = "main.py"


def question_jobs(lesson: Lesson, question: Question) -> Iterator[Job]:
    """The job that runs what a question asks about, where it asks about a program."""
    subject = f"{lesson.id}/{question.id}"
    if isinstance(question, PredictQuestion):
        yield Job(subject, partial(_of_prediction, lesson, question))
    elif isinstance(question, OrderQuestion):
        yield Job(subject, partial(_of_order, lesson, question))


def blank_problems(lesson: Lesson, question: Question) -> Iterator[Problem]:
    """What is wrong with the answers that belong in a blank; they are not run."""
    if not isinstance(question, BlankQuestion):
        return
    for answer in question.answers:
        fault = syntax_fault(question.code.replace(BLANK, answer), "exec")
        if fault:
            sentence = f"With {quoted(answer)} in the blank this is no Python: {fault}."
            yield Problem(lesson.path, question.line, sentence, "Mend the code or the answer.")
    for guess in question.wrong_guesses:
        if guess.text in question.answers:
            sentence = f"{quoted(guess.text)} is marked as right and as wrong."
            yield Problem(lesson.path, question.line, sentence, "Leave one of the two.")


def _of_prediction(
    lesson: Lesson, question: PredictQuestion, is_cancelled: Asks
) -> Sequence[Problem]:
    """Runs the program twice, with different hashes: what it prints is the right answer."""
    outputs = []
    for seed in SEEDS[:2]:
        result = run_example(
            _program(question.program, question.typed_input),
            variables=variables(seed),
            is_cancelled=is_cancelled,
        )
        if is_cancelled():
            return ()
        outcome = result.outcome
        if not outcome.is_success or outcome.limit is not None:
            sentence = f"The program of {quoted(question.id)} {outcome.sentence}."
            is_offline = wants_network(result.stderr)
            remedy = NETWORK_REMEDY if is_offline else "Let it come to its end without an error."
            return (Problem(lesson.path, question.line, sentence, remedy),)
        outputs.append(lines_of(result.stdout))
    return [Problem(lesson.path, question.line, *told) for told in _of_outputs(question, outputs)]


def _of_outputs(
    question: PredictQuestion, outputs: Sequence[Sequence[str]]
) -> Iterator[tuple[str, str]]:
    """What is wrong and what to do, by what the program printed at two times."""
    printed, again = outputs
    if printed != again:
        sentence = f"The program of {quoted(question.id)} prints something else each time it runs."
        yield sentence, "Let it not depend on chance, time or the order of a set."
    elif not any(printed):
        sentence = f"The program of {quoted(question.id)} prints nothing that could be predicted."
        yield sentence, "Let it print something."
    for guess in question.wrong_guesses:
        if lines_of(guess.text) == printed:
            sentence = f"{quoted(guess.text)} is given as wrong, but it is what is printed."
            yield sentence, "Take it out, or mend the program."


def _of_order(lesson: Lesson, question: OrderQuestion, is_cancelled: Asks) -> Sequence[Problem]:
    fault = syntax_fault("\n".join(question.lines), "exec")
    if fault:
        sentence = f"The lines of {quoted(question.id)} are no Python program: {fault}."
        return (Problem(lesson.path, question.line, sentence, "Mend them."),)
    order = second_order(question.lines, is_cancelled)
    if not order:
        return ()
    pairs = zip(question.lines, order, strict=True)
    number, line = next((n, new) for n, (old, new) in enumerate(pairs, 1) if old != new)
    sentence = (
        f"The lines of {quoted(question.id)} have a second right order, in which"
        f" {quoted(line.strip())} is line {number}."
    )
    remedy = "Let each line need those before it, or join the two."
    return (Problem(lesson.path, question.line, sentence, remedy),)


def _program(text: str, typed_input: str) -> Example:
    return Example("", "", (SourceFile(_MAIN, text),), _MAIN, typed_input=typed_input)
