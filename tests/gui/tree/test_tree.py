from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QModelIndex, QRect, Qt
from PySide6.QtGui import QAccessible, QColor, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QLabel,
    QLineEdit,
    QPushButton,
    QToolButton,
    QTreeView,
    QWidget,
)
from pytestqt.qtbot import QtBot

from groundwork.gui import style
from groundwork.gui.appearance import Appearance
from groundwork.gui.theme import DARK, LIGHT, Theme
from groundwork.gui.tree.tree import LessonTree
from groundwork.learner.states import WorkState
from groundwork.packs.model import LessonAddress

from .packs import PYTHON, TABLES, at, chapter, large, pack

Key = Qt.Key


class Driver:
    """The tree as somebody with a keyboard and a mouse meets it."""

    def __init__(self, tree: LessonTree) -> None:
        self.tree = tree
        self.view = tree.findChildren(QTreeView)[0]
        self.filter = tree.findChildren(QLineEdit)[0]
        self.requested: list[LessonAddress] = []
        tree.lesson_requested.connect(self.requested.append)

    def press(self, *keys: Qt.Key) -> None:
        for key in keys:
            QTest.keyClick(self._focused(), key)

    def type(self, text: str) -> None:
        for letter in text:
            QTest.keyClicks(self._focused(), letter)

    def click(self, title: str) -> None:
        QTest.mouseClick(
            self.view.viewport(), Qt.MouseButton.LeftButton, pos=self.place(title).center()
        )

    def place(self, title: str) -> QRect:
        return self.view.visualRect(self.row(title))

    def row(self, title: str) -> QModelIndex:
        return next(index for index in self._visible() if index.data() == title)

    def shown(self) -> list[str]:
        """The titles of all rows that can be scrolled to."""
        return [index.data() for index in self._visible()]

    def current(self) -> str:
        return str(self.view.currentIndex().data())

    def _visible(self) -> Iterator[QModelIndex]:
        index = self.view.model().index(0, 0)
        while index.isValid():
            yield index
            index = self.view.indexBelow(index)

    def _focused(self) -> QWidget:
        focused = QApplication.focusWidget()
        assert focused is not None
        return focused


@pytest.fixture
def appearance(qapp: QApplication) -> Iterator[Appearance]:
    appearance = Appearance("light", 1.0)
    style.apply(qapp, appearance)
    yield appearance
    qapp.setStyleSheet("")


@pytest.fixture
def tree(qtbot: QtBot, appearance: Appearance) -> LessonTree:
    tree = LessonTree(appearance)
    qtbot.addWidget(tree)
    tree.resize(260, 700)
    tree.set_packs([PYTHON, TABLES])
    with qtbot.waitActive(tree):
        tree.show()
        tree.activateWindow()
    tree.setFocus()
    return tree


@pytest.fixture
def driver(tree: LessonTree) -> Driver:
    return Driver(tree)


ALL_CHAPTERS = ["Python", "Start here", "Data structures", "Functions", "Tables", "Rows"]


class TestExpanding:
    def test_packs_are_open_at_first_and_chapters_are_not(self, driver: Driver) -> None:
        assert driver.shown() == ALL_CHAPTERS

    def test_a_click_opens_a_chapter_and_another_closes_it(self, driver: Driver) -> None:
        driver.click("Start here")
        assert driver.shown()[:4] == ["Python", "Start here", "Welcome", "Reading errors"]
        driver.click("Start here")
        assert driver.shown() == ALL_CHAPTERS
        assert driver.requested == []

    def test_a_double_click_opens_a_chapter_once(self, driver: Driver) -> None:
        middle = driver.place("Start here").center()
        driver.click("Start here")
        QTest.mouseDClick(driver.view.viewport(), Qt.MouseButton.LeftButton, pos=middle)
        assert "Welcome" in driver.shown()

    def test_arrows_and_enter_open_and_close(self, driver: Driver) -> None:
        driver.press(Key.Key_Home, Key.Key_Down, Key.Key_Right)
        assert "Welcome" in driver.shown()
        driver.press(Key.Key_Left)
        assert "Welcome" not in driver.shown()
        driver.press(Key.Key_Return)
        assert "Welcome" in driver.shown()
        driver.press(Key.Key_Space)
        assert "Welcome" not in driver.shown()

    def test_left_on_a_lesson_goes_to_its_chapter(self, driver: Driver) -> None:
        driver.tree.select(at("reading-errors"))
        driver.press(Key.Key_Left)
        assert driver.current() == "Start here"

    def test_what_is_expanded_outlasts_the_session(self, driver: Driver) -> None:
        driver.click("Rows")
        driver.click("Python")
        remembered = driver.tree.expanded()
        assert remembered == ["tables", "tables/rows"]
        driver.tree.restore_expanded([])
        assert driver.shown() == ["Python", "Tables"]
        driver.tree.restore_expanded([*remembered, "gone", "python/gone"])
        assert driver.shown() == ["Python", "Tables", "Rows", "One row", "Many rows"]

    def test_other_packs_leave_what_is_expanded(self, driver: Driver) -> None:
        driver.click("Start here")
        driver.tree.set_packs([TABLES, PYTHON, pack("More", chapter("First", "A"))])
        assert driver.shown() == [
            *("Tables", "Rows", "Python", "Start here", "Welcome", "Reading errors"),
            *("Data structures", "Functions", "More", "First"),
        ]


class TestOpening:
    def test_a_click_requests_the_lesson(self, driver: Driver) -> None:
        driver.click("Start here")
        driver.click("Reading errors")
        assert driver.requested == [at("reading-errors")]

    def test_enter_requests_the_lesson_under_the_cursor(self, driver: Driver) -> None:
        driver.press(Key.Key_End, Key.Key_Right, Key.Key_Down, Key.Key_Return)
        assert driver.requested == [at("one-row", TABLES)]

    def test_moving_requests_nothing(self, driver: Driver) -> None:
        driver.press(Key.Key_Home, Key.Key_Down, Key.Key_Right, Key.Key_Down, Key.Key_Down)
        assert driver.current() == "Reading errors"
        assert driver.requested == []

    def test_the_selected_lesson_is_shown_and_requests_nothing(self, driver: Driver) -> None:
        driver.tree.select(at("many-rows", TABLES))
        assert driver.current() == "Many rows"
        assert driver.requested == []

    def test_a_lesson_selected_before_its_pack_is_there_is_shown_when_it_comes(
        self, driver: Driver
    ) -> None:
        big = large(3000)
        last = big.lessons[-1]
        driver.tree.select(at(last.id, big))
        driver.tree.set_packs([PYTHON, big])
        assert driver.current() == last.title
        assert driver.view.viewport().rect().contains(driver.place(last.title))

    def test_a_lesson_selected_before_the_window_shows_is_in_view_when_it_does(
        self, qtbot: QtBot, appearance: Appearance
    ) -> None:
        big = large(3000)
        middle = big.lessons[1500]
        tree = LessonTree(appearance)
        qtbot.addWidget(tree)
        tree.set_packs([big])
        tree.restore_expanded(["large", *(f"large/chapter-{number}" for number in range(300))])
        tree.select(at(middle.id, big))
        tree.resize(260, 400)
        with qtbot.waitExposed(tree):
            tree.show()
        driver = Driver(tree)
        assert driver.view.viewport().rect().contains(driver.place(middle.title))

    def test_the_selected_lesson_has_a_bar_in_the_accent(
        self, driver: Driver, appearance: Appearance
    ) -> None:
        driver.tree.select(at("welcome"))
        for theme in (LIGHT, DARK):
            appearance.choose_theme("dark" if theme.is_dark else "light")
            place = driver.place("Welcome")
            drawn = driver.view.viewport().grab().toImage()
            assert drawn.pixelColor(5, place.center().y()) == QColor(theme.accent)
            other = driver.place("Reading errors")
            assert drawn.pixelColor(5, other.center().y()) == QColor(theme.canvas)


class TestMarks:
    @pytest.mark.parametrize("theme", [LIGHT, DARK], ids=lambda theme: theme.name)
    def test_each_state_has_its_own_shape_and_colour(
        self, driver: Driver, appearance: Appearance, theme: Theme
    ) -> None:
        appearance.choose_theme("dark" if theme.is_dark else "light")
        driver.tree.restore_expanded(["python", "python/data-structures"])
        driver.tree.set_states({at("lists"): WorkState.DONE, at("dictionaries"): WorkState.BEGUN})
        drawn = driver.view.viewport().grab().toImage()

        def halves(title: str) -> list[str]:
            """The colours inside the mark, left and right of its middle."""
            middle = driver.place(title).center().y()
            return [drawn.pixelColor(x, middle).name().upper() for x in (39, 44)]

        assert halves("Lists") == [theme.good, theme.good]
        assert halves("Dictionaries") == [theme.accent, theme.canvas]
        assert halves("Sets of numbers") == [theme.canvas, theme.canvas]

    def test_a_changed_lesson_has_a_pencil(self, driver: Driver) -> None:
        driver.click("Start here")
        before = driver.view.viewport().grab(driver.place("Welcome")).toImage()
        driver.tree.set_changed({at("welcome")})
        after = driver.view.viewport().grab(driver.place("Welcome")).toImage()
        right = after.width() - 30
        assert before.copy(right, 0, 30, 28) != after.copy(right, 0, 30, 28)
        assert before.copy(0, 0, right, 28) == after.copy(0, 0, right, 28)

    def test_a_screen_reader_meets_a_tree_with_names(self, driver: Driver) -> None:
        driver.tree.set_states({at("welcome"): WorkState.DONE})
        driver.click("Start here")
        interface = QAccessible.queryAccessibleInterface(driver.view)
        assert interface.role() == QAccessible.Role.Tree
        assert interface.text(QAccessible.Text.Name) == "Lessons"
        names = [
            interface.child(place).text(QAccessible.Text.Name)
            for place in range(interface.childCount())
        ]
        assert "Start here, 1 of 2 lessons done" in names
        assert "Welcome, done" in names


class TestSearching:
    def test_typing_in_the_tree_goes_to_the_filter(self, driver: Driver) -> None:
        driver.type("list")
        assert driver.filter.text() == "list"
        assert driver.shown() == [
            *("Python", "Data structures", "Lists", "Functions", "Lists as arguments"),
        ]

    def test_every_letter_narrows_and_backspace_widens(self, driver: Driver) -> None:
        driver.tree.focus_search()
        driver.type("listsa")
        assert driver.shown() == []
        driver.press(Key.Key_Backspace)
        assert "Lists" in driver.shown()
        driver.tree.setFocus()
        driver.press(Key.Key_Backspace)
        assert driver.filter.text() == "list"

    def test_texts_are_searched_with_the_words_as_typed(self, driver: Driver) -> None:
        asked: list[str] = []

        def search(words: str) -> set[LessonAddress]:
            asked.append(words)
            return {at("many-rows", TABLES)}

        driver.tree.set_search(search)
        driver.type("Key")
        assert asked[-1] == "Key"
        assert driver.shown() == ["Tables", "Rows", "Many rows"]

    def test_a_search_that_comes_later_is_asked_at_once(self, driver: Driver) -> None:
        driver.type("keyerror")
        assert driver.shown() == []
        driver.tree.set_search(lambda words: {at("welcome")} if words else set())
        assert driver.shown() == ["Python", "Start here", "Welcome"]

    def test_enter_in_the_filter_opens_the_first_match(self, driver: Driver) -> None:
        driver.type("arg")
        driver.press(Key.Key_Return)
        assert driver.requested == [at("arguments")]

    def test_down_in_the_filter_goes_to_the_matches(self, driver: Driver) -> None:
        driver.type("arg")
        driver.press(Key.Key_Down)
        assert driver.view.hasFocus()
        driver.press(Key.Key_Down, Key.Key_Return)
        assert driver.requested == [at("lists-as-arguments")]

    def test_enter_in_an_empty_filter_opens_nothing(self, driver: Driver) -> None:
        driver.tree.select(at("welcome"))
        driver.tree.focus_search()
        driver.press(Key.Key_Return)
        assert driver.requested == []

    @pytest.mark.parametrize("place", ["filter", "tree"])
    def test_escape_clears_and_brings_back_what_was_expanded(
        self, driver: Driver, place: str
    ) -> None:
        driver.click("Rows")
        before = driver.shown()
        driver.type("list")
        if place == "tree":
            driver.press(Key.Key_Down)
        driver.press(Key.Key_Escape)
        assert driver.filter.text() == ""
        assert driver.shown() == before
        assert driver.tree.expanded() == ["python", "tables", "tables/rows"]

    def test_after_a_search_the_lesson_opened_from_it_is_in_view(self, driver: Driver) -> None:
        driver.tree.lesson_requested.connect(driver.tree.select)
        driver.type("arguments")
        driver.press(Key.Key_Return, Key.Key_Escape)
        assert driver.current() == "Arguments"
        assert driver.view.viewport().rect().contains(driver.place("Arguments"))

    def test_expansions_are_remembered_from_before_the_search(self, driver: Driver) -> None:
        driver.type("list")
        assert driver.tree.expanded() == ["python", "tables"]

    def test_a_match_is_marked_in_the_title(self, driver: Driver) -> None:
        driver.type("ward")
        driver.filter.clear()
        driver.type("rror")
        place = driver.place("Reading errors")
        drawn = driver.view.viewport().grab(place).toImage()
        accent = {
            x
            for x in range(drawn.width())
            for y in range(drawn.height())
            if x > 50 and drawn.pixelColor(x, y) == QColor(LIGHT.accent)
        }
        assert accent
        assert max(accent) - min(accent) < place.width() // 3

    def test_spaces_around_the_words_change_nothing(self, driver: Driver) -> None:
        driver.tree.focus_search()
        driver.type("  ")
        assert driver.shown() == ALL_CHAPTERS

    def test_a_search_through_thousands_shows_the_first_and_counts_the_rest(
        self, driver: Driver
    ) -> None:
        driver.tree.set_packs([large(5000)])
        driver.type("lesson")
        shown = driver.shown()
        assert shown[:3] == ["Large", "Chapter 0", "Lesson 0 0"]
        assert "Chapter 499" in shown
        assert "Lesson 499 9" not in shown
        driver.press(Key.Key_Down, Key.Key_End)
        assert driver.current() == "Chapter 499"
        driver.press(Key.Key_Right)
        assert driver.shown()[-1] == "Lesson 499 9"


class TestNothingToShow:
    def notice(self, driver: Driver) -> str:
        labels = [label.text() for label in driver.tree.findChildren(QLabel) if label.isVisible()]
        return labels[0] if labels else ""

    def test_no_match_is_said_with_the_words_and_a_way_out(self, driver: Driver) -> None:
        driver.type("quokka")
        assert self.notice(driver) == "No lesson matches “quokka”."
        assert not driver.view.isVisible()
        button = driver.tree.findChildren(QPushButton)[0]
        driver.press(Key.Key_Tab)
        assert QApplication.focusWidget() is button
        driver.press(Key.Key_Space)
        assert driver.filter.text() == ""
        assert driver.shown() == ALL_CHAPTERS
        assert QApplication.focusWidget() is driver.filter

    def test_the_cross_in_the_filter_clears_too(self, driver: Driver) -> None:
        cross = driver.filter.findChildren(QToolButton)[0]
        assert not cross.isVisible()
        driver.type("quokka")
        assert cross.isVisible()
        assert min(cross.width(), cross.height()) >= 28
        QTest.mouseClick(cross, Qt.MouseButton.LeftButton)
        assert driver.shown() == ALL_CHAPTERS
        assert self.notice(driver) == ""

    def test_markup_in_the_words_is_shown_as_it_is(self, driver: Driver) -> None:
        driver.type("<b>x")
        label = next(one for one in driver.tree.findChildren(QLabel) if one.isVisible())
        assert label.textFormat() == Qt.TextFormat.PlainText

    def test_without_packs_it_says_how_to_begin(self, driver: Driver) -> None:
        driver.tree.set_packs([])
        assert self.notice(driver).startswith("There are no lessons yet.")
        assert not driver.tree.findChildren(QPushButton)[0].isVisible()
        driver.tree.set_packs([PYTHON])
        assert self.notice(driver) == ""
        assert driver.view.isVisible()


class TestFitting:
    @pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
    def test_rows_are_high_enough_for_text_and_finger(
        self, driver: Driver, appearance: Appearance, scale: float
    ) -> None:
        appearance.choose_text_scale(scale)
        row = driver.place("Start here")
        assert row.height() >= max(28, driver.view.fontMetrics().height() + 8)

    def test_a_long_title_is_cut_and_whole_in_the_tool_tip(self, driver: Driver) -> None:
        long_title = "A very long title that no tree of two hundred and twenty pixels can hold"
        driver.tree.resize(220, 700)
        driver.tree.set_packs([pack("Long", chapter("First", long_title))])
        driver.click("First")
        row = driver.row(long_title)
        assert driver.place(long_title).width() <= 220
        assert row.data(Qt.ItemDataRole.ToolTipRole) == long_title

    def test_the_focus_shows_round_the_row(self, driver: Driver) -> None:
        driver.press(Key.Key_Home, Key.Key_Down)
        place = driver.place(driver.current())
        drawn = driver.view.viewport().grab(place).toImage()
        column = [drawn.pixelColor(place.width() // 2, y).name().upper() for y in range(4)]
        assert column.count(LIGHT.accent) == 2

    def test_escape_with_nothing_to_clear_is_left_to_the_window(
        self, qtbot: QtBot, appearance: Appearance
    ) -> None:
        window = EscapeWatcher()
        qtbot.addWidget(window)
        driver = Driver(LessonTree(appearance, window))
        driver.tree.set_packs([PYTHON])
        with qtbot.waitActive(window):
            window.show()
            window.activateWindow()
        driver.tree.focus_search()
        driver.type("a")
        driver.press(Key.Key_Escape)
        assert window.escapes == 0
        driver.press(Key.Key_Escape)
        assert window.escapes == 1
        driver.view.setFocus()
        driver.press(Key.Key_Escape)
        assert window.escapes == 2


class EscapeWatcher(QWidget):
    """A window that counts the Escapes that reach it."""

    def __init__(self) -> None:
        super().__init__()
        self.escapes = 0

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self.escapes += event.key() == Key.Key_Escape
