"""Whether an exercise works: its solution passes, its starter does not, wrong answers are known."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial

from groundwork.authoring.exercise_places import ExercisePlaces
from groundwork.authoring.formatting import format_faults
from groundwork.authoring.jobs import Asks, Job
from groundwork.authoring.surroundings import NETWORK_REMEDY, SEEDS, wants_network
from groundwork.checking.answer import check_answer
from groundwork.checking.verdicts import CheckVerdict, Verdicts
from groundwork.packs.exercises import Exercise, WrongAnswer
from groundwork.packs.model import Lesson, Problem, SourceFile
from groundwork.packs.wording import one_line, quoted

_LONGEST_VALUE = 100


def exercise_jobs(lesson: Lesson, exercise: Exercise, places: ExercisePlaces) -> Iterator[Job]:
    """The jobs that check one exercise; what it lacks is told when it is read."""
    subject = f"{lesson.id}/{exercise.id}"
    if not exercise.checks or not exercise.solution:
        return
    yield Job(f"{subject}, solution", partial(_of_solution, exercise, places))
    yield Job(f"{subject}, starter", partial(_of_starter, exercise, places))
    for answer in exercise.wrong_answers:
        work = partial(_of_wrong_answer, exercise, places, answer)
        yield Job(f"{subject}, {answer.id}", work)


def solution_problems(exercise: Exercise, places: ExercisePlaces) -> Iterator[Problem]:
    """What is wrong with the form of the solution."""
    for file in exercise.solution:
        for fault in format_faults(file) if file.name.endswith(".py") else ():
            sentence = f"The solution of {quoted(exercise.id)} is not formatted: {fault.sentence}"
            yield places.solution(file.name, fault.line, sentence, fault.remedy)


def _of_solution(
    exercise: Exercise, places: ExercisePlaces, is_cancelled: Asks
) -> Sequence[Problem]:
    """Checks the solution three times, with different seeds and hashes."""
    runs = [_checked(exercise, exercise.solved_files, is_cancelled, seed) for seed in SEEDS]
    if is_cancelled():
        return ()
    problem = next((run.problem for run in runs if run.problem), "")
    if problem:
        return (places.solution(exercise.main, 0, problem, "Try once more."),)
    return [*_failures(exercise, places, runs)]


def _failures(
    exercise: Exercise, places: ExercisePlaces, runs: list[Verdicts]
) -> Iterator[Problem]:
    for number, check in enumerate(exercise.checks):
        verdicts = [run.checks[number] for run in runs]
        failed = [verdict for verdict in verdicts if not verdict.is_passed]
        if not failed:
            continue
        title = quoted(check.title)
        if len(failed) == len(verdicts):
            sentence = f"The solution of {quoted(exercise.id)} fails {title}: {_told(failed[0])}"
            is_offline = wants_network(f"{failed[0].sentence}{failed[0].output}")
            remedy = NETWORK_REMEDY if is_offline else "Mend the solution, or this check."
        else:
            sentence = f"{title} passes for the solution at one time and fails at another."
            remedy = "Let nothing depend on chance, time or the order of a set."
        yield places.check(check, sentence, remedy)


def _of_starter(
    exercise: Exercise, places: ExercisePlaces, is_cancelled: Asks
) -> Sequence[Problem]:
    verdicts = _checked(exercise, exercise.files, is_cancelled)
    if is_cancelled():
        return ()
    if verdicts.problem:
        return (places.starter(verdicts.problem, "Try once more."),)
    if not verdicts.are_passed:
        return ()
    sentence = f"The starter of {quoted(exercise.id)} passes every check as it is."
    return (places.starter(sentence, "Take out what is to be written, or add a check."),)


def _of_wrong_answer(
    exercise: Exercise, places: ExercisePlaces, answer: WrongAnswer, is_cancelled: Asks
) -> Sequence[Problem]:
    verdicts = _checked(exercise, exercise.wrong_files(answer), is_cancelled)
    found = verdicts.wrong_answer
    if is_cancelled() or (found is not None and found.id == answer.id):
        return ()
    if verdicts.problem:
        return (places.wrong_answer(answer, verdicts.problem, "Try once more."),)
    name = quoted(answer.id)
    if verdicts.are_passed:
        sentence, remedy = f"The wrong answer {name} passes every check.", "Add one that it fails."
    elif found is not None:
        sentence = f"The wrong answer {name} gets the message of {quoted(found.id)}."
        remedy = "Add a check that tells the two apart, or join them."
    else:
        sentence = f"The wrong answer {name} does not get its message."
        remedy = "Let it behave in the same way each time, and end within its time."
    return (places.wrong_answer(answer, sentence, remedy),)


def _checked(
    exercise: Exercise, files: tuple[SourceFile, ...], is_cancelled: Asks, seed: int = 0
) -> Verdicts:
    return check_answer(
        exercise,
        {file.name: file.text for file in files},
        seed=seed,
        is_offline=True,
        is_cancelled=is_cancelled,
    )


def _told(verdict: CheckVerdict) -> str:
    """What a check found, in one line."""
    values = (("given", verdict.given), ("got", verdict.got), ("expected", verdict.expected))
    told = [f"{name} {_short(value)}" for name, value in values if value]
    return " ".join([verdict.sentence, f"({'; '.join(told)})." if told else ""]).strip()


def _short(text: str) -> str:
    line = one_line(text)
    return line if len(line) <= _LONGEST_VALUE else f"{line[:_LONGEST_VALUE]}…"
