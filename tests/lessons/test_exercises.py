"""The exercises and questions of the built-in pack, each proven by carrying it out."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import pytest

from groundwork.checking.answer import check_answer
from groundwork.checking.verdicts import Verdicts
from groundwork.authoring.example_run import run_example
from groundwork.packs.exercises import Exercise, PredictQuestion
from groundwork.packs.load import load_pack, load_page
from groundwork.packs.model import Example, Lesson, Page, SourceFile
from groundwork.packs.validate import problems_of

LOADED = load_pack(Path(__file__).parents[2] / "lessons" / "python-backend")
assert LOADED.pack is not None
PACK = LOADED.pack
PAGES: dict[str, tuple[Lesson, Page]] = {
    lesson.id: (lesson, load_page(PACK, lesson).page) for lesson in PACK.lessons
}
EXERCISES = {
    f"{lesson_id}/{exercise.id}": exercise
    for lesson_id, (_, page) in PAGES.items()
    for exercise in page.exercises
}
PREDICTIONS = {
    f"{lesson_id}/{question.id}": question
    for lesson_id, (_, page) in PAGES.items()
    for question in page.questions
    if isinstance(question, PredictQuestion)
}

every_lesson = pytest.mark.parametrize("lesson_id", PAGES)
every_exercise = pytest.mark.parametrize("name", EXERCISES)


def verdicts_on(exercise: Exercise, files: Iterable[SourceFile], seed: int = 0) -> Verdicts:
    """What is said of these files as an answer."""
    verdicts = check_answer(exercise, {file.name: file.text for file in files}, seed=seed)
    assert verdicts.problem == ""
    return verdicts


def test_the_pack_has_no_problem() -> None:
    assert [*LOADED.problems, *problems_of(PACK)] == []


@every_lesson
def test_a_lesson_asks_and_lets_the_reader_write(lesson_id: str) -> None:
    _, page = PAGES[lesson_id]
    predicted = [one for one in page.questions if isinstance(one, PredictQuestion)]

    assert predicted
    assert len(page.questions) > len(predicted)
    assert len(page.exercises) >= 2


@every_exercise
def test_an_exercise_helps(name: str) -> None:
    exercise = EXERCISES[name]
    messages = {answer.message for answer in exercise.wrong_answers}

    assert len(exercise.hints) >= 2
    assert len(messages) == len(exercise.wrong_answers) >= 2


@every_exercise
@pytest.mark.parametrize("seed", [0, 1])
def test_a_solution_passes(name: str, seed: int) -> None:
    exercise = EXERCISES[name]

    assert verdicts_on(exercise, exercise.solved_files, seed).first_failed is None


@every_exercise
def test_a_starter_fails_and_is_taken_for_nothing_else(name: str) -> None:
    exercise = EXERCISES[name]
    verdicts = verdicts_on(exercise, exercise.files)

    assert not verdicts.are_passed
    assert verdicts.wrong_answer is None


@every_exercise
def test_a_wrong_answer_gets_its_own_message(name: str) -> None:
    exercise = EXERCISES[name]

    for answer in exercise.wrong_answers:
        verdicts = verdicts_on(exercise, exercise.wrong_files(answer))
        assert not verdicts.are_passed
        assert verdicts.wrong_answer == answer


@pytest.mark.parametrize("name", PREDICTIONS)
def test_a_known_wrong_guess_is_wrong(name: str) -> None:
    question = PREDICTIONS[name]
    program = (SourceFile("main.py", question.program),)
    result = run_example(Example("a", "", program, "main.py", typed_input=question.typed_input))

    assert result.exit_code == 0
    assert question.wrong_guesses
    assert result.stdout.strip() not in {guess.text.strip() for guess in question.wrong_guesses}
