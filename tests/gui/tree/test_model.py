from __future__ import annotations

import pytest
from PySide6.QtCore import QAbstractItemModel, QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from groundwork.gui.tree.model import KEY_ROLE, LessonModel, Row
from groundwork.gui.tree.outline import Outline, ShownExercise
from groundwork.learner.states import WorkState
from groundwork.packs.addresses import ExampleAddress

from .packs import PYTHON, TABLES, at, chapter, large, pack

SPOKEN = Qt.ItemDataRole.AccessibleTextRole


@pytest.fixture
def model(qtbot: QtBot) -> LessonModel:
    del qtbot
    model = LessonModel()
    model.show(Outline([PYTHON, TABLES]).whole())
    return model


def descend(model: QAbstractItemModel, *rows: int) -> QModelIndex:
    index = QModelIndex()
    for row in rows:
        index = model.index(row, 0, index)
    return index


def test_it_keeps_the_promises_of_an_item_model(model: LessonModel) -> None:
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Warning)
    model.show(Outline([]).whole())
    model.show(Outline([PYTHON]).matching(["list"], set()), is_filtered=True)
    model.mark(states={at("lists"): WorkState.DONE})
    assert tester.model() is model


def test_packs_hold_chapters_and_chapters_hold_lessons(model: LessonModel) -> None:
    assert model.rowCount() == 2
    assert descend(model, 0).data() == "Python"
    assert descend(model, 0, 1).data() == "Data structures"
    assert descend(model, 0, 1, 0).data() == "Lists"
    assert model.rowCount(descend(model, 0, 1, 0)) == 0
    assert descend(model, 1, 0, 1).data() == "Many rows"


def test_every_row_knows_what_it_stands_under(model: LessonModel) -> None:
    for rows in [(0,), (1,), (0, 2), (1, 0), (0, 2, 1), (1, 0, 1)]:
        assert descend(model, *rows).parent() == descend(model, *rows[:-1])


def test_lessons_are_found_by_address_and_give_it_back(model: LessonModel) -> None:
    for place in [at("lists"), at("welcome"), at("many-rows", TABLES)]:
        assert model.address_of(model.index_of(place)) == place
    assert not model.index_of(at("nowhere")).isValid()
    assert not model.index_of(at("lists", TABLES)).isValid()


def test_packs_and_chapters_have_no_address(model: LessonModel) -> None:
    assert model.address_of(descend(model, 0)) is None
    assert model.address_of(descend(model, 0, 0)) is None
    assert model.address_of(QModelIndex()) is None


def test_a_lesson_is_new_until_told_otherwise(model: LessonModel) -> None:
    lists = descend(model, 0, 1, 0)
    assert model.row(lists).state is WorkState.NEW
    model.mark(states={at("lists"): WorkState.BEGUN})
    assert model.row(lists).state is WorkState.BEGUN


def test_a_chapter_counts_what_is_done(model: LessonModel) -> None:
    chapter_row = descend(model, 0, 0)
    assert model.row(chapter_row).note == "0 of 2"
    model.mark(states={at("welcome"): WorkState.DONE, at("reading-errors"): WorkState.BEGUN})
    assert (model.row(chapter_row).note, model.row(chapter_row).is_complete) == ("1 of 2", False)
    model.mark(states={at("welcome"): WorkState.DONE, at("reading-errors"): WorkState.DONE})
    assert (model.row(chapter_row).note, model.row(chapter_row).is_complete) == ("2 of 2", True)


def test_an_empty_chapter_is_not_complete(qtbot: QtBot) -> None:
    del qtbot
    model = LessonModel()
    model.show(Outline([pack("Empty", chapter("Nothing yet"))]).whole())
    assert not model.row(descend(model, 0, 0)).is_complete


def test_marks_that_are_not_told_stay(model: LessonModel) -> None:
    model.mark(states={at("lists"): WorkState.DONE})
    model.mark(changed={at("lists")})
    model.mark(opened=at("lists"))
    row = model.row(descend(model, 0, 1, 0))
    assert (row.state, row.is_changed, row.is_opened) == (WorkState.DONE, True, True)


def test_a_screen_reader_hears_all_that_the_eye_sees(model: LessonModel) -> None:
    model.mark(states={at("lists"): WorkState.DONE}, changed={at("lists")}, opened=at("lists"))
    spoken = descend(model, 0, 1, 0).data(SPOKEN)
    assert spoken == "Lists, done, with changed examples, open now"
    assert descend(model, 0, 1, 1).data(SPOKEN) == "Dictionaries, new"
    assert descend(model, 0, 1).data(SPOKEN) == "Data structures, 1 of 4 lessons done"
    assert descend(model, 0).data(SPOKEN) == "Python"


def test_while_searching_a_chapter_counts_what_is_found(model: LessonModel) -> None:
    model.show(Outline([PYTHON]).matching(["list"], set()), is_filtered=True)
    assert model.row(descend(model, 0, 0)).note == "1 found"
    assert descend(model, 0, 0).data(SPOKEN) == "Data structures, 1 found"


def test_keys_of_expansions_name_pack_and_chapter(model: LessonModel) -> None:
    assert descend(model, 1).data(KEY_ROLE) == "tables"
    assert descend(model, 0, 1).data(KEY_ROLE) == "python/data-structures"
    assert descend(model, 0, 1, 0).data(KEY_ROLE) == ""


def test_a_tool_tip_holds_the_whole_title_and_the_promise_of_a_lesson(model: LessonModel) -> None:
    assert descend(model, 0, 1, 0).data(Qt.ItemDataRole.ToolTipRole) == "Lists"
    assert "0 of 4 lessons done" in descend(model, 0, 1).data(Qt.ItemDataRole.ToolTipRole)


def test_five_thousand_lessons_are_all_there(qtbot: QtBot) -> None:
    del qtbot
    big = large(5000)
    model = LessonModel()
    model.show(Outline([TABLES, big]).whole())
    last = big.lessons[-1]
    assert descend(model, 1, 499, 9).data() == last.title
    assert model.index_of(at(last.id, big)) == descend(model, 1, 499, 9)
    assert model.index_of(at(last.id, big)).parent().parent() == descend(model, 1)


def exercises(lesson: str, *states: WorkState) -> list[ShownExercise]:
    address = at(lesson)
    return [
        ShownExercise(
            ExampleAddress(address.pack_id, address.lesson_id, f"e{number}"), f"E {number}", state
        )
        for number, state in enumerate(states)
    ]


def test_exercises_stand_below_the_open_lesson_alone(model: LessonModel) -> None:
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Warning)
    model.list_exercises(at("lists"), exercises("lists", WorkState.DONE, WorkState.NEW))
    lists = model.index_of(at("lists"))
    assert [model.row(model.index(row, 0, lists)) for row in range(model.rowCount(lists))] == [
        Row(3, "E 0", state=WorkState.DONE),
        Row(3, "E 1", state=WorkState.NEW),
    ]
    first = model.index(0, 0, lists)
    assert first.parent() == lists
    assert first.data(SPOKEN) == "E 0, exercise, done"
    assert model.address_of(first) is None
    assert model.exercise_of(first) == exercises("lists", WorkState.DONE)[0].address
    assert model.exercise_of(lists) is None
    model.list_exercises(at("welcome"), exercises("welcome", WorkState.BEGUN))
    assert model.rowCount(lists) == 0
    assert model.rowCount(model.index_of(at("welcome"))) == 1
    assert tester.model() is model


def test_another_state_of_an_exercise_moves_no_row(model: LessonModel, qtbot: QtBot) -> None:
    model.list_exercises(at("lists"), exercises("lists", WorkState.NEW))
    with qtbot.assertNotEmitted(model.rowsInserted), qtbot.waitSignal(model.dataChanged):
        model.list_exercises(at("lists"), exercises("lists", WorkState.DONE_WITH_HELP))
    row = model.row(model.index(0, 0, model.index_of(at("lists"))))
    assert row.state is WorkState.DONE_WITH_HELP


def test_a_search_shows_no_exercises_and_its_end_shows_them_again(model: LessonModel) -> None:
    model.list_exercises(at("lists"), exercises("lists", WorkState.NEW))
    model.show(Outline([PYTHON]).matching(["lists"], set()), is_filtered=True)
    assert model.rowCount(model.index_of(at("lists"))) == 0
    model.list_exercises(at("lists"), exercises("lists", WorkState.DONE, WorkState.NEW))
    model.show(Outline([PYTHON, TABLES]).whole())
    assert model.rowCount(model.index_of(at("lists"))) == 2
