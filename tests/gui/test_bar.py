from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt, QTimer, SignalInstance
from PySide6.QtGui import QAccessible, QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from groundwork.gui import style
from groundwork.gui.appearance import Appearance
from groundwork.gui.bar import TEXT_SCALES, TopBar

LONG_CHAPTER = "Data structures that everybody should know"
LONG_LESSON = "Lists, and how to keep many things in their order without losing any"


@pytest.fixture
def appearance(qapp: QApplication) -> Iterator[Appearance]:
    appearance = Appearance("light", 1.0)
    style.apply(qapp, appearance)
    yield appearance
    qapp.setStyleSheet("")


@pytest.fixture
def bar(qtbot: QtBot, appearance: Appearance) -> TopBar:
    bar = TopBar(appearance)
    qtbot.addWidget(bar)
    bar.resize(1024, bar.sizeHint().height())
    with qtbot.waitActive(bar):
        bar.show()
        bar.activateWindow()
    return bar


def button(bar: TopBar, name: str) -> QToolButton:
    return next(b for b in bar.findChildren(QToolButton) if b.accessibleName() == name)


def place(bar: TopBar) -> QLabel:
    return next(iter(bar.findChildren(QLabel)))


def requests(bar: TopBar) -> dict[str, SignalInstance]:
    return {
        "Show the lessons": bar.tree_requested,
        "Back": bar.back_requested,
        "Forward": bar.forward_requested,
        "Search the lessons": bar.search_requested,
        "Use the dark theme": bar.theme_requested,
        "Help": bar.help_requested,
    }


def ready(bar: TopBar) -> None:
    bar.set_history(can_go_back=True, can_go_forward=True)
    bar.show_tree_button(is_shown=True)


def test_every_button_says_what_is_wanted_when_clicked(qtbot: QtBot, bar: TopBar) -> None:
    ready(bar)
    for name, request in requests(bar).items():
        with qtbot.waitSignal(request):
            QTest.mouseClick(button(bar, name), Qt.MouseButton.LeftButton)


def test_every_button_is_reached_with_tab_and_pressed_with_space(qtbot: QtBot, bar: TopBar) -> None:
    ready(bar)
    button(bar, "Show the lessons").setFocus(Qt.FocusReason.TabFocusReason)
    for name, request in requests(bar).items():
        while bar.focusWidget().accessibleName() != name:
            QTest.keyClick(bar.focusWidget(), Qt.Key.Key_Tab)
        with qtbot.waitSignal(request):
            QTest.keyClick(bar.focusWidget(), Qt.Key.Key_Space)


def test_the_mouse_does_not_take_the_focus_away(bar: TopBar) -> None:
    before = QApplication.focusWidget()
    QTest.mouseClick(button(bar, "Help"), Qt.MouseButton.LeftButton)
    assert QApplication.focusWidget() is before


def test_ways_through_history_are_closed_at_first(bar: TopBar) -> None:
    assert not button(bar, "Back").isEnabled()
    assert not button(bar, "Forward").isEnabled()
    bar.set_history(can_go_back=True, can_go_forward=False)
    assert button(bar, "Back").isEnabled()
    assert not button(bar, "Forward").isEnabled()


def test_the_tree_button_shows_only_while_the_tree_is_put_away(bar: TopBar) -> None:
    assert not button(bar, "Show the lessons").isVisible()
    bar.show_tree_button(is_shown=True)
    assert button(bar, "Show the lessons").isVisible()


def test_the_theme_button_asks_for_the_other_theme(
    qtbot: QtBot, bar: TopBar, appearance: Appearance
) -> None:
    bar.theme_requested.connect(appearance.choose_theme)
    with qtbot.waitSignal(bar.theme_requested) as asked:
        QTest.mouseClick(button(bar, "Use the dark theme"), Qt.MouseButton.LeftButton)
    assert asked.args == ["dark"]
    with qtbot.waitSignal(bar.theme_requested) as asked:
        QTest.mouseClick(button(bar, "Use the light theme"), Qt.MouseButton.LeftButton)
    assert asked.args == ["light"]


def choose(qtbot: QtBot, bar: TopBar, name: str, moves: list[Qt.Key]) -> list[str]:
    """Open the menu, move, press Enter; what the menu offered.

    A menu of a tool button runs an event loop of its own, so the keys come from a timer in it.
    """
    opener = button(bar, name)
    menu = opener.menu()
    offered: list[str] = []

    def press() -> None:
        offered.extend(action.text() for action in menu.actions())
        for key in (*moves, Qt.Key.Key_Return):
            QTest.keyClick(menu, key)

    menu.aboutToShow.connect(lambda: QTimer.singleShot(0, press))
    opener.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(opener, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: not menu.isVisible())
    return offered


def test_a_text_size_is_chosen_from_the_menu(
    qtbot: QtBot, bar: TopBar, appearance: Appearance
) -> None:
    bar.text_scale_requested.connect(appearance.choose_text_scale)
    with qtbot.waitSignal(bar.text_scale_requested) as asked:
        offered = choose(qtbot, bar, "Text size", [Qt.Key.Key_Up])
    assert offered == [f"{round(scale * 100)} %" for scale in TEXT_SCALES]
    assert asked.args == [2.0]
    actions = button(bar, "Text size").menu().actions()
    button(bar, "Text size").menu().aboutToShow.emit()
    assert [action.text() for action in actions if action.isChecked()] == ["200 %"]


def test_a_text_size_between_the_offered_ones_checks_none(
    bar: TopBar, appearance: Appearance
) -> None:
    menu = button(bar, "Text size").menu()
    menu.aboutToShow.emit()
    assert [a.text() for a in menu.actions() if a.isChecked()] == ["100 %"]
    appearance.choose_text_scale(1.3)
    menu.aboutToShow.emit()
    assert [a.text() for a in menu.actions() if a.isChecked()] == []


def test_the_menu_of_everything_else_holds_what_it_is_given(qtbot: QtBot, bar: TopBar) -> None:
    actions = [QAction("Open a pack folder…", bar), QAction("About Groundwork", bar)]
    bar.set_actions([QAction("Gone", bar)])
    bar.set_actions(actions)
    with qtbot.waitSignal(actions[1].triggered):
        offered = choose(qtbot, bar, "More", [Qt.Key.Key_Down, Qt.Key.Key_Down])
    assert offered == ["Open a pack folder…", "About Groundwork"]


@pytest.mark.parametrize(
    ("chapter", "lesson", "said"),
    [
        ("Data structures", "Lists", "Data structures / Lists"),
        ("", "Lists", "Lists"),
        ("", "", ""),
    ],
)
def test_the_place_is_said_in_words(bar: TopBar, chapter: str, lesson: str, said: str) -> None:
    bar.set_place(chapter, lesson)
    assert place(bar).text() == said
    interface = QAccessible.queryAccessibleInterface(place(bar))
    assert interface.text(QAccessible.Text.Name) == said


@pytest.mark.parametrize("scale", [1.0, 2.0])
@pytest.mark.parametrize("width", [640, 1024, 3840])
def test_nothing_is_cut_or_covered(
    qtbot: QtBot, bar: TopBar, appearance: Appearance, width: int, scale: float
) -> None:
    ready(bar)
    bar.set_place(LONG_CHAPTER, LONG_LESSON)
    appearance.choose_text_scale(scale)
    bar.resize(width, 100)
    qtbot.waitUntil(lambda: button(bar, "Help").iconSize().width() == 20 * scale)
    assert bar.minimumSizeHint().width() <= width
    bar.resize(width, bar.sizeHint().height())
    right = 0
    children = [w for w in bar.findChildren(QWidget) if w.parent() is bar and w.isVisible()]
    for widget in sorted(children, key=lambda child: child.x()):
        spot = widget.mapTo(bar, QPoint(0, 0))
        assert spot.x() >= right
        right = spot.x() + widget.width()
        assert bar.rect().contains(widget.geometry())
        if isinstance(widget, QToolButton):
            assert widget.width() >= widget.sizeHint().width()
            assert widget.height() >= max(28, widget.sizeHint().height())
    assert right <= width


def test_search_is_a_word_where_there_is_room_and_an_icon_where_there_is_none(
    bar: TopBar, appearance: Appearance
) -> None:
    search = button(bar, "Search the lessons")
    assert search.toolButtonStyle() == Qt.ToolButtonStyle.ToolButtonTextBesideIcon
    bar.resize(640, 48)
    assert search.toolButtonStyle() == Qt.ToolButtonStyle.ToolButtonIconOnly
    bar.resize(1024, 48)
    appearance.choose_text_scale(2.0)
    assert search.toolButtonStyle() == Qt.ToolButtonStyle.ToolButtonIconOnly


def test_a_place_too_long_to_show_is_whole_in_the_tool_tip(bar: TopBar) -> None:
    bar.set_place(LONG_CHAPTER, LONG_LESSON)
    bar.resize(640, 48)
    assert place(bar).toolTip() == f"{LONG_CHAPTER} / {LONG_LESSON}"
    drawn = place(bar).grab()
    assert drawn.width() == place(bar).width()
