"""The built-in pack: every program, exercise and question of it is carried out."""

from __future__ import annotations

from pathlib import Path

import pytest

from groundwork.authoring.check import check_pack
from groundwork.checking.answer import check_answer
from groundwork.packs.exercises import PredictQuestion
from groundwork.packs.load import load_pack, load_page

FOLDER = Path(__file__).parents[2] / "lessons" / "python-backend"
LOADED = load_pack(FOLDER)
assert LOADED.pack is not None
PACK = LOADED.pack
PAGES = {lesson.id: load_page(PACK, lesson).page for lesson in PACK.lessons}
EXERCISES = {
    f"{lesson_id}/{exercise.id}": exercise
    for lesson_id, page in PAGES.items()
    for exercise in page.exercises
}

every_lesson = pytest.mark.parametrize("lesson_id", PAGES)
every_exercise = pytest.mark.parametrize("name", EXERCISES)


def test_the_pack_passes_its_check() -> None:
    report = check_pack(FOLDER)

    assert [str(problem) for problem in report.problems] == []


@every_lesson
def test_a_lesson_asks_and_lets_the_reader_write(lesson_id: str) -> None:
    page = PAGES[lesson_id]
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
def test_a_starter_fails_and_is_taken_for_nothing_else(name: str) -> None:
    exercise = EXERCISES[name]
    verdicts = check_answer(exercise, {file.name: file.text for file in exercise.files})

    assert verdicts.problem == ""
    assert not verdicts.are_passed
    assert verdicts.wrong_answer is None
