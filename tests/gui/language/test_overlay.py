"""What pops up over the code keeps to its place."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QLabel
from tests.gui.editor.desk import FIRST

from groundwork.gui.editor.scintilla import Message
from groundwork.gui.language.overlay import Overlay

from .writing_desk import WritingDesk

Open = Callable[..., WritingDesk]
LINES = "".join(f"price_{number} = {number}\n" for number in range(200))


class Dressed(Overlay):
    """Counts how often it is dressed."""

    times = 0

    def dress(self) -> None:
        self.times += 1


def overlay_at(desk: WritingDesk, position: int) -> Dressed:
    overlay = Dressed(desk.workplace)
    label = QLabel("A price")
    label.setFixedSize(160, 60)
    overlay.column.addWidget(label)
    overlay.open_at(position)
    return overlay


def place_of(desk: WritingDesk, position: int) -> QPoint:
    return desk.view.area.viewport().mapTo(desk.pane, desk.ask_point(position))


def test_it_lies_under_its_place_and_leaves_the_focus_to_the_editor(desk_with: Open) -> None:
    desk = desk_with(LINES)
    overlay = overlay_at(desk, 5)
    place, height = place_of(desk, 5), desk.ask(Message.TEXTHEIGHT, 0)
    assert overlay.surface.left() == place.x()
    assert 0 <= overlay.surface.top() - (place.y() + height) <= 4
    assert desk.view.area.hasFocus()


def test_it_follows_the_text_and_closes_when_its_place_is_out_of_sight(desk_with: Open) -> None:
    desk = desk_with(LINES)
    desk.qtbot.waitUntil(lambda: desk.ask(Message.LINESONSCREEN) > 5)
    position = desk.ask(Message.POSITIONFROMLINE, 5)
    overlay = overlay_at(desk, position)
    before = overlay.surface.top()
    desk.ask(Message.SETFIRSTVISIBLELINE, 3)
    desk.qtbot.waitUntil(lambda: overlay.surface.top() < before)
    assert overlay.isVisible()
    with desk.qtbot.waitSignal(overlay.closed):
        desk.ask(Message.SETFIRSTVISIBLELINE, 50)
    assert not overlay.isVisible()


def test_it_does_not_open_at_a_place_that_is_out_of_sight(desk_with: Open) -> None:
    desk = desk_with(LINES)
    assert not overlay_at(desk, len(LINES)).isVisible()


def test_it_stays_in_the_window_when_that_shrinks(desk_with: Open) -> None:
    desk = desk_with("x" * 40)
    overlay = overlay_at(desk, 30)
    desk.pane.resize(420, 300)
    desk.qtbot.waitUntil(lambda: desk.pane.rect().contains(overlay.surface))
    assert overlay.isVisible()


@pytest.mark.parametrize("what", ["focus", "file", "editor"])
def test_it_closes_with_the_focus_the_file_and_the_editor(desk_with: Open, what: str) -> None:
    desk = desk_with(LINES)
    overlay = overlay_at(desk, 5)
    steps = {
        "focus": desk.view.area.clearFocus,
        "file": lambda: desk.open({"other.py": ""}, FIRST),
        "editor": desk.editor.hide,
    }
    with desk.qtbot.waitSignal(overlay.closed):
        steps[what]()
    assert not overlay.isVisible()


def test_another_look_closes_it_and_dresses_it_anew(desk_with: Open) -> None:
    desk = desk_with(LINES)
    overlay = overlay_at(desk, 5)
    desk.appearance.choose_theme("dark")
    assert not overlay.isVisible()
    overlay.open_at(5)
    assert (overlay.isVisible(), overlay.times) == (True, 2)


def test_two_of_them_do_not_cover_each_other(desk_with: Open) -> None:
    desk = desk_with(LINES)
    one, other = overlay_at(desk, 5), overlay_at(desk, 8)
    assert not one.surface.intersects(other.surface)
