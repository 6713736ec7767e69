from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QAbstractButton, QWidget

from groundwork.gui.page.exercise_card import ExerciseCard
from groundwork.learner.states import WorkState
from groundwork.packs.exercises import Exercise
from groundwork.packs.model import Callout, CalloutKind, Listing, Prose, SourceFile

from .reader import Reader

EXERCISE = Exercise(
    "double",
    "Twice as much",
    (Prose("<p>Write <code>double</code>.</p>", "Write double."), Listing("text", "double(2)")),
    (SourceFile("main.py", "print(1)\n"),),
    "main.py",
)


def card(reader: Reader) -> ExerciseCard:
    found = reader.page.findChildren(ExerciseCard)
    assert len(found) == 1
    return found[0]


def button(reader: Reader) -> QAbstractButton:
    return next(b for b in card(reader).findChildren(QAbstractButton) if "Open" in b.text())


def test_it_asks_to_be_opened_with_mouse_and_keys(reader: Reader) -> None:
    reader.read(EXERCISE)
    opened: list[str] = []
    reader.page.open_requested.connect(lambda example: opened.append(example.id))
    reader.qtbot.mouseClick(button(reader), Qt.MouseButton.LeftButton)
    button(reader).setFocus()
    reader.qtbot.keyClick(button(reader), Qt.Key.Key_Return)
    assert opened == ["double", "double"]


@pytest.mark.parametrize(
    ("state", "word"),
    [
        (WorkState.NEW, "new"),
        (WorkState.BEGUN, "begun"),
        (WorkState.DONE, "done"),
        (WorkState.DONE_WITH_HELP, "done with help"),
    ],
)
def test_it_says_how_far_the_learner_is(reader: Reader, state: WorkState, word: str) -> None:
    reader.read(EXERCISE)
    reader.page.set_exercise_states({"double": state})
    assert card(reader).accessibleName() == f"Exercise: Twice as much, {word}"


def test_one_inside_a_box_says_so_too(reader: Reader) -> None:
    reader.read(Callout(CalloutKind.TIP, "", (EXERCISE,)))
    reader.page.set_exercise_states({"double": WorkState.DONE})
    assert card(reader).accessibleName().endswith("done")


def test_another_lesson_knows_nothing_yet(reader: Reader) -> None:
    reader.page.set_exercise_states({"double": WorkState.DONE})
    reader.read(EXERCISE)
    assert card(reader).accessibleName().endswith("new")


@pytest.mark.parametrize(("width", "scale"), [(700, 1.0), (320, 1.0), (480, 2.0)])
def test_nothing_of_its_head_lies_on_anything_else(
    reader_with: Callable[..., Reader], width: int, scale: float
) -> None:
    reader = reader_with(width=width, scale=scale)
    reader.read(EXERCISE)
    inside = [one for one in card(reader).children() if isinstance(one, QWidget)]
    places = [one.geometry() for one in inside if one.isVisible()]
    for index, place in enumerate(places):
        assert QRect(QPoint(0, 0), card(reader).size()).contains(place)
        assert not any(place.intersects(other) for other in places[index + 1 :])
