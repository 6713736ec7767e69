from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from groundwork.gui.timekeeper import Timekeeper
from groundwork.packs.model import LessonAddress

LISTS, DICTS = LessonAddress("python", "lists"), LessonAddress("python", "dicts")


class Desk:
    """A window with a clock that goes when it is told to."""

    def __init__(self, qtbot: QtBot) -> None:
        self.now = 1000.0
        self.window = QWidget()
        qtbot.addWidget(self.window)
        self.window.show()
        self.window.activateWindow()
        qtbot.waitUntil(self.window.isActiveWindow)
        self.keeper = Timekeeper(self.window, clock=lambda: self.now)
        self.keeper.watch()
        self.told: list[tuple[LessonAddress, int]] = []
        self.keeper.spent.connect(lambda lesson, seconds: self.told.append((lesson, seconds)))

    def press(self) -> None:
        QTest.keyClick(self.window.windowHandle(), Qt.Key.Key_A)

    def pass_time(self, seconds: float, *, step: float = 20) -> None:
        """Let time go by, looked at as often as the timer does."""
        end = self.now + seconds
        while self.now < end:
            self.now = min(end, self.now + step)
            self.keeper.tell()

    def seconds(self, lesson: LessonAddress = LISTS) -> int:
        return sum(seconds for told, seconds in self.told if told == lesson)


@pytest.fixture
def desk(qtbot: QtBot) -> Iterator[Desk]:
    desk = Desk(qtbot)
    desk.press()
    yield desk
    desk.window.close()


def test_time_is_counted_for_the_lesson_that_is_read(desk: Desk) -> None:
    desk.keeper.set_lesson(LISTS)
    desk.pass_time(70.4)
    desk.keeper.set_lesson(DICTS)
    desk.pass_time(30)
    desk.keeper.set_lesson(None)
    desk.press()
    desk.pass_time(60)
    assert (desk.seconds(LISTS), desk.seconds(DICTS)) == (70, 30)


def test_who_does_nothing_for_minutes_is_not_counted_until_something_is_done(desk: Desk) -> None:
    desk.keeper.set_lesson(LISTS)
    desk.pass_time(3600)
    assert desk.seconds() == 180
    desk.press()
    desk.pass_time(60)
    assert desk.seconds() == 240


def test_a_window_that_is_not_active_counts_nothing(desk: Desk, qtbot: QtBot) -> None:
    desk.keeper.set_lesson(LISTS)
    other = QWidget()
    qtbot.addWidget(other)
    other.show()
    other.activateWindow()
    qtbot.waitUntil(other.isActiveWindow)
    desk.pass_time(60)
    assert desk.seconds() == 0


def test_a_machine_that_was_asleep_has_spent_nothing(desk: Desk) -> None:
    desk.keeper.set_lesson(LISTS)
    desk.now += 100_000
    desk.press()
    desk.keeper.tell()
    assert desk.seconds() <= 40


def test_fractions_of_seconds_add_up(desk: Desk) -> None:
    desk.keeper.set_lesson(LISTS)
    desk.pass_time(10, step=0.3)
    assert desk.seconds() in {9, 10}
