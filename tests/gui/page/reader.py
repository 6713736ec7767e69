"""Reads a lesson page with real mouse and keys."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QContextMenuEvent, QImage, QTextDocument
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QApplication,
    QLabel,
    QLineEdit,
    QTabBar,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from groundwork.gui.appearance import Appearance
from groundwork.gui.page.example_card import ExampleCard
from groundwork.gui.page.inline_marks import Mark, rectangles
from groundwork.gui.page.lesson_page import LessonPage
from groundwork.gui.page.text_view import TextView
from groundwork.packs.model import Block, Lesson, Page, Problem
from groundwork.settings import ThemeChoice

from .lessons import AFTER, BEFORE, GARDEN, LISTS

CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


class Reader:
    """A page in a window, with a field above and one below to tab from and to."""

    def __init__(
        self,
        qtbot: QtBot,
        *,
        theme: ThemeChoice = "light",
        scale: float = 1.0,
        width: int = 700,
        height: int = 600,
    ) -> None:
        self.qtbot = qtbot
        self.appearance = Appearance(theme, scale)
        self.window = QWidget()
        self.above, self.below = QLineEdit(), QLineEdit()
        self.page = LessonPage(self.appearance)
        layout = QVBoxLayout(self.window)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        for widget in (self.above, self.page, self.below):
            layout.addWidget(widget)
        fields = self.above.sizeHint().height() + self.below.sizeHint().height()
        self.window.resize(width, height + fields)
        qtbot.addWidget(self.window)
        with qtbot.waitActive(self.window):
            self.window.show()
            self.window.activateWindow()

    def read(
        self,
        *blocks: Block,
        problems: Sequence[Problem] = (),
        neighbours: tuple[Lesson | None, Lesson | None] = (BEFORE, AFTER),
    ) -> None:
        """Show a lesson of these blocks, and wait until as much is built as will be."""
        self.page.show_lesson(GARDEN, LISTS, Page(blocks), problems, neighbours)
        self.wait_until_built()

    def wait_until_built(self) -> None:
        """Wait until the page has no more to do."""
        self.qtbot.waitUntil(lambda: self.page.is_settled)

    @property
    def area(self) -> QAbstractScrollArea:
        """What scrolls."""
        area = self.page.findChild(QAbstractScrollArea)
        assert area is not None
        return area

    @property
    def tabs(self) -> QTabBar:
        """The tabs of the example with several files."""
        tabs = self.page.findChild(QTabBar)
        assert tabs is not None
        return tabs

    @property
    def scrolled(self) -> int:
        """How many pixels of the lesson are above the upper edge."""
        return self.area.verticalScrollBar().value()

    @property
    def cards(self) -> list[ExampleCard]:
        """The examples, from top to bottom."""
        cards = [one for one in self.page.findChildren(ExampleCard) if one.isVisible()]
        return sorted(cards, key=self.top_of)

    def button(self, name: str) -> QAbstractButton:
        """The visible button that a screen reader calls so."""
        buttons = self.page.findChildren(QAbstractButton)
        found = [b for b in buttons if name in {b.accessibleName(), b.text()} and b.isVisible()]
        assert len(found) == 1, f"{len(found)} buttons are called {name}"
        return found[0]

    def press(self, name: str) -> None:
        """Click a button with the mouse."""
        self.qtbot.mouseClick(self.button(name), Qt.MouseButton.LeftButton)

    def labels(self) -> list[str]:
        """The texts of all visible labels."""
        return [label.text() for label in self.page.findChildren(QLabel) if label.isVisible()]

    def text(self, part: str) -> TextView:
        """The text that holds `part`."""
        views = (view for view in self.page.findChildren(TextView) if view.isVisible())
        return next(view for view in views if part in view.document.toPlainText())

    def point_of(self, part: str) -> tuple[TextView, QPoint]:
        """A text, and the middle of `part` in it."""
        view = self.text(part)
        place = rectangles(view.document, mark_of(view, part))[0]
        return view, place.center().toPoint() - QPoint(view.offset, 0)

    def click(
        self, part: str, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
    ) -> None:
        """Click into the middle of a piece of text."""
        view, point = self.point_of(part)
        self.qtbot.mouseClick(view, Qt.MouseButton.LeftButton, modifiers, point)

    def context_menu(self, widget: QWidget, place: QPoint) -> None:
        """Ask for the menu of a place, as the right button does."""
        asked = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, place, widget.mapToGlobal(place))
        QApplication.sendEvent(widget, asked)

    def key(
        self, *keys: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
    ) -> None:
        """Press keys where the focus is."""
        for key in keys:
            self.qtbot.keyClick(self.focused, key, modifiers)

    @property
    def focused(self) -> QWidget:
        """What has the focus."""
        widget = QApplication.focusWidget()
        assert widget is not None
        return widget

    def wheel(self, widget: QWidget, *, down: int = 0, right: int = 0) -> None:
        """Turn the wheel over the middle of a widget, in steps."""
        middle = QPointF(widget.mapTo(self.window, widget.rect().center()))
        QTest.wheelEvent(self.window.windowHandle(), middle, QPoint(-120 * right, -120 * down))

    def top_of(self, widget: QWidget) -> int:
        """How far below the upper edge of the page a widget begins."""
        return widget.mapTo(self.area.viewport(), QPoint(0, 0)).y()

    def left_of(self, widget: QWidget) -> int:
        """How far from the left edge of the page a widget begins."""
        return widget.mapTo(self.area.viewport(), QPoint(0, 0)).x()

    def is_seen(self, widget: QWidget) -> bool:
        """Whether a widget is on the screen from top to bottom."""
        top = self.top_of(widget)
        return top >= 0 and top + widget.height() <= self.area.viewport().height()

    def picture(self, widget: QWidget) -> QImage:
        """What a widget looks like."""
        return widget.grab().toImage()


def mark_of(view: TextView, part: str) -> Mark:
    """Where `part` stands first in a text."""
    found = view.document.find(part, 0, QTextDocument.FindFlag.FindCaseSensitively)
    assert not found.isNull(), f"{part} is not there"
    return Mark(found.selectionStart(), found.selectionEnd())
