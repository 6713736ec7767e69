import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QLineEdit, QTextEdit, QWidget
from pytestqt.qtbot import QtBot

from groundwork.gui.appearance import Appearance
from groundwork.gui.panels import Arrangement, Panels


class Room:
    """Panels in a window of their own, with a text box in each."""

    def __init__(self, qtbot: QtBot, scale: float = 1.0) -> None:
        self.tree, self.page, self.work = QLineEdit(), QTextEdit(), QTextEdit()
        self.panels = Panels(Appearance("light", scale), self.tree, self.page, self.work)
        self.panels.resize(1400, 700)
        qtbot.addWidget(self.panels)
        with qtbot.waitActive(self.panels):
            self.panels.show()
            self.panels.activateWindow()

    def visible(self) -> list[QWidget]:
        return [w for w in (self.tree, self.page, self.work) if w.isVisible()]


@pytest.fixture
def room(qtbot: QtBot) -> Room:
    return Room(qtbot)


def test_a_wide_window_shows_all_three(room: Room) -> None:
    assert room.panels.arrangement is Arrangement.WIDE
    assert room.visible() == [room.tree, room.page, room.work]


def test_below_1100_pixels_the_tree_becomes_a_drawer(room: Room) -> None:
    room.panels.resize(1024, 600)
    assert room.panels.arrangement is Arrangement.DRAWER
    assert room.visible() == [room.page, room.work]


def test_below_900_pixels_page_and_work_share_the_place(room: Room) -> None:
    room.panels.resize(800, 600)
    assert room.visible() == [room.page]
    room.panels.reveal_work()
    assert room.visible() == [room.work]
    room.panels.reveal_page()
    assert room.visible() == [room.page]


def test_large_text_counts_as_a_smaller_window(qtbot: QtBot) -> None:
    assert Room(qtbot, scale=2.0).panels.arrangement is Arrangement.TABS


def test_the_drawer_opens_over_the_page_and_takes_the_focus(room: Room, qtbot: QtBot) -> None:
    room.panels.resize(1024, 600)
    room.panels.toggle_tree()
    qtbot.waitUntil(room.tree.hasFocus)
    assert room.visible() == [room.tree, room.page, room.work]


def test_escape_closes_the_drawer(room: Room, qtbot: QtBot) -> None:
    room.panels.resize(1024, 600)
    room.panels.toggle_tree()
    qtbot.keyClick(room.tree, Qt.Key.Key_Escape)
    assert not room.tree.isVisible()


def test_a_press_beside_the_drawer_closes_it(room: Room, qtbot: QtBot) -> None:
    room.panels.resize(1024, 600)
    room.panels.toggle_tree()
    beside = room.panels.childAt(QPoint(900, 300))
    assert beside is not None
    qtbot.mouseClick(beside, Qt.MouseButton.LeftButton, pos=QPoint(900, 300))
    assert not room.tree.isVisible()


def test_the_tree_comes_back_when_there_is_room_again(room: Room) -> None:
    room.panels.resize(800, 600)
    room.panels.resize(1400, 700)
    assert room.visible() == [room.tree, room.page, room.work]


def test_a_tree_that_is_not_wanted_stays_away(room: Room) -> None:
    room.panels.toggle_tree()
    room.panels.resize(1024, 600)
    room.panels.resize(1400, 700)
    assert room.visible() == [room.page, room.work]
    assert not room.panels.tree_is_wanted


def test_sizes_are_kept_for_each_arrangement(room: Room) -> None:
    room.panels.restore_sizes({"wide": [200, 500, 700]})
    kept = room.panels.sizes()["wide"]
    room.panels.resize(1024, 600)
    room.panels.resize(1400, 700)
    back = room.panels.sizes()["wide"]
    assert all(abs(new - old) <= 2 for new, old in zip(back, kept, strict=True))
