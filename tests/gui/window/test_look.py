from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QAbstractButton, QLabel, QMenu, QStyle, QWidget

from groundwork.gui.theme import DARK, LIGHT, Theme

from .conftest import OpenOn, OpenWindow, Size
from .lessons import example
from .seat import ALT, CTRL, Key, Seat

LESSON = "Some words.\n\n" + example("one", "print(1)")


def colours(seat: Seat) -> set[str]:
    """Every colour that a good part of the window has."""
    picture = seat.window.grab().toImage()
    step = 5
    found: dict[str, int] = {}
    for x in range(0, picture.width(), step):
        for y in range(0, picture.height(), step):
            name = picture.pixelColor(x, y).name()
            found[name] = found.get(name, 0) + 1
    return {name for name, count in found.items() if count > 500}


@pytest.mark.parametrize(
    ("key", "scale"),
    [(Key.Key_Plus, 1.1), (Key.Key_Equal, 1.1), (Key.Key_Minus, 0.9)],
)
def test_zoom_keys_change_the_size_of_every_text(
    open_on: OpenOn, key: Qt.Key, scale: float
) -> None:
    seat = open_on(LESSON)
    usual = seat.app.appearance.sizes.body
    seat.press(key, CTRL)
    assert seat.app.appearance.text_scale == scale
    assert seat.app.appearance.sizes.body != usual
    assert seat.app.run_panel.console.font().pixelSize() == seat.app.appearance.sizes.body
    seat.press(Key.Key_0, CTRL)
    assert seat.app.run_panel.console.font().pixelSize() == usual


def test_the_theme_changes_while_the_window_is_open(open_on: OpenOn) -> None:
    seat = open_on(LESSON)
    seat.app.appearance.choose_theme("light")
    assert grounds(LIGHT) <= colours(seat)
    seat.click("Use the dark theme")
    assert grounds(DARK) <= colours(seat)
    assert not grounds(LIGHT) & colours(seat)
    seat.click("Use the light theme")
    assert grounds(LIGHT) <= colours(seat)


def test_output_changes_its_colours_with_the_theme(open_on: OpenOn) -> None:
    seat = open_on(example("fails", "1 / 0"))
    seat.app.appearance.choose_theme("light")
    seat.press(Key.Key_F5)
    seat.wait_for_status("ended with")
    seat.app.appearance.choose_theme("dark")
    picture = seat.app.run_panel.console.grab().toImage()
    pixels = {
        picture.pixelColor(x, y).name()
        for x in range(picture.width())
        for y in range(picture.height() // 2)
    }
    assert QColor(DARK.bad).name() in pixels
    assert QColor(LIGHT.bad).name() not in pixels


def grounds(theme: Theme) -> set[str]:
    return {QColor(theme.canvas).name(), QColor(theme.surface).name()}


SIZES: list[tuple[Size, float]] = [
    ((1360, 860), 1.0),
    ((1024, 600), 1.0),
    ((800, 600), 1.0),
    ((1024, 600), 2.0),
    ((1590, 1150), 2.0),
]


def widgets_cut_off(seat: Seat) -> list[str]:
    """The buttons that the window does not show whole, beside those that can be scrolled to."""
    inside = seat.window.rect()
    scrolled = (seat.app.page, seat.app.tree)
    found = []
    for button in seat.window.findChildren(QAbstractButton):
        if not button.isVisible() or any(area.isAncestorOf(button) for area in scrolled):
            continue
        place = QRect(button.mapTo(seat.window, QPoint(0, 0)), button.size())
        if not inside.contains(place) or is_squeezed(button):
            found.append(f"{button.accessibleName() or button.text()} at {place}")
    return found


def is_squeezed(widget: QWidget) -> bool:
    hint = widget.minimumSizeHint()
    return widget.width() < hint.width() or widget.height() < hint.height()


@pytest.mark.parametrize(("size", "scale"), SIZES)
def test_every_button_is_whole_at_every_size(
    open_window: OpenWindow, size: Size, scale: float
) -> None:
    seat = open_window(size=size)
    seat.wait_for_example("first-run")
    seat.app.appearance.choose_text_scale(scale)

    def nothing_is_cut_off() -> None:
        assert widgets_cut_off(seat) == []

    for show in (seat.app.panels.reveal_page, seat.app.panels.reveal_work):
        show()
        seat.wait_to_hold(nothing_is_cut_off)
    assert seat.window.size().toTuple() == size


def labels_cut_off(seat: Seat) -> list[str]:
    """The words that are not shown whole in the work area."""
    return [
        label.text()
        for label in seat.app.work.findChildren(QLabel)
        if label.isVisible() and label.height() < label.heightForWidth(label.width())
    ]


def is_whole(seat: Seat, panel: QWidget) -> bool:
    return seat.window.rect().contains(QRect(panel.mapTo(seat.window, QPoint(0, 0)), panel.size()))


@pytest.mark.parametrize("key", [None, Key.Key_H])
def test_a_small_window_with_large_text_has_room_for_a_question(
    open_on: OpenOn, key: Qt.Key | None
) -> None:
    seat = open_on(example("ask", "input('Name? ')"), size=(1024, 600))
    seat.app.appearance.choose_text_scale(2.0)
    seat.press(Key.Key_E, ALT)
    if key is not None:
        seat.press(key, CTRL)
    else:
        seat.press(Key.Key_F5)
        seat.wait(lambda: seat.has_focus(seat.app.run_panel.console))

    def all_is_whole() -> None:
        assert widgets_cut_off(seat) == []
        assert labels_cut_off(seat) == []
        assert is_whole(seat, seat.app.run_panel.console)

    seat.wait_to_hold(all_is_whole)


@pytest.mark.parametrize(
    ("size", "scale", "visible"),
    [
        ((1360, 860), 1.0, ["tree", "page", "work"]),
        ((1024, 600), 1.0, ["page", "work"]),
        ((800, 600), 1.0, ["page"]),
        ((1590, 1150), 2.0, ["page"]),
    ],
)
def test_panels_stand_as_the_window_has_room(
    open_on: OpenOn, size: Size, scale: float, visible: list[str]
) -> None:
    seat = open_on(LESSON, size=size)
    seat.app.appearance.choose_text_scale(scale)
    shown = {"tree": seat.app.tree, "page": seat.app.page, "work": seat.app.work}
    assert [name for name, panel in shown.items() if panel.isVisible()] == visible


def test_text_size_and_more_are_menus_that_keys_reach(open_on: OpenOn) -> None:
    seat = open_on(LESSON)
    menus = [menu for menu in seat.app.bar.findChildren(QMenu) if menu.actions()]
    words = [action.text() for menu in menus for action in menu.actions()]
    assert any(word.startswith("Open a lesson pack") for word in words)


def test_the_menu_of_everything_else_is_one_column_on_a_small_screen(open_on: OpenOn) -> None:
    seat = open_on(LESSON)
    menus = (menu for menu in seat.app.bar.findChildren(QMenu) if menu.actions())
    menu = next(one for one in menus if one.actions()[0].text().startswith("Home"))
    assert menu.sizeHint().height() < 600
    assert menu.style().styleHint(QStyle.StyleHint.SH_Menu_Scrollable, None, menu)
    themes = next(one.menu() for one in menu.actions() if one.text() == "Theme")
    assert isinstance(themes, QMenu)
    next(one for one in themes.actions() if one.text() == "Dark theme").trigger()
    assert seat.app.appearance.choice == "dark"
