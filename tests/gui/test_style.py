from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import (
    QApplication,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from groundwork.gui import style
from groundwork.gui.appearance import Appearance
from groundwork.gui.icons import icon
from groundwork.gui.theme import DARK, LIGHT, Theme, TypeScale
from groundwork.paths import resources_folder

THEMES = [LIGHT, DARK]


@pytest.fixture
def appearance(qapp: QApplication) -> Iterator[Appearance]:
    appearance = Appearance("light", 1.0)
    style.apply(qapp, appearance)
    yield appearance
    qapp.setStyleSheet("")


class Sheet(QWidget):
    """One of everything that takes the focus."""

    def __init__(self) -> None:
        super().__init__()
        self.plain = QPushButton("Stop")
        self.primary = QPushButton(icon("run", "#FFFFFF"), "Run")
        self.primary.setProperty("role", "primary")
        self.quiet = QPushButton("Open")
        self.quiet.setProperty("role", "quiet")
        self.tool = QToolButton()
        self.tool.setIcon(icon("help", "#000000"))
        self.field = QLineEdit()
        self.pane = QPlainTextEdit()
        column = QVBoxLayout(self)
        for widget in self.everything:
            column.addWidget(widget)

    @property
    def everything(self) -> list[QWidget]:
        return [self.plain, self.primary, self.quiet, self.tool, self.field, self.pane]


@pytest.fixture
def sheet(qtbot: QtBot, appearance: Appearance) -> Sheet:
    del appearance
    sheet = Sheet()
    qtbot.addWidget(sheet)
    with qtbot.waitActive(sheet):
        sheet.show()
        sheet.activateWindow()
    return sheet


def ring(widget: QWidget) -> set[str]:
    """The colours two pixels deep at the middle of the widget's left edge."""
    drawn = widget.grab().toImage()
    middle = widget.height() // 2
    return {drawn.pixelColor(x, middle).name().upper() for x in (0, 1)}


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
def test_every_name_in_the_rules_has_a_value(theme: Theme) -> None:
    assert "$" not in style.style_sheet(theme, TypeScale())


def test_the_rules_name_no_colour_of_their_own() -> None:
    rules = (resources_folder() / "themes" / "window.qss").read_text(encoding="utf-8")
    assert not re.search(r"#[0-9A-Fa-f]{3,8}\b|rgb", rules)


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
def test_the_pictures_of_the_rules_have_the_colours_of_their_theme(theme: Theme) -> None:
    folder = resources_folder() / "themes"
    pictures = {"tick": theme.on_accent, "chevron": theme.muted}
    for picture, colour in pictures.items():
        source = (folder / f"{theme.name}-{picture}.svg").read_text(encoding="utf-8")
        assert f'stroke="{colour}"' in source


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_every_control_is_large_enough_to_hit(
    qtbot: QtBot, sheet: Sheet, appearance: Appearance, scale: float
) -> None:
    appearance.choose_text_scale(scale)
    least = 28 if scale == 1 else 40
    qtbot.waitUntil(lambda: sheet.plain.sizeHint().height() >= least)
    for widget in (sheet.plain, sheet.quiet, sheet.tool, sheet.field):
        assert widget.sizeHint().height() >= least
    assert sheet.tool.sizeHint().width() >= least
    assert sheet.primary.sizeHint().height() >= least + 8


def test_a_control_keeps_its_size_under_the_focus(sheet: Sheet) -> None:
    for widget in sheet.everything:
        before = widget.sizeHint()
        widget.setFocus(Qt.FocusReason.TabFocusReason)
        assert widget.sizeHint() == before


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
def test_the_focus_shows_as_a_ring_of_two_pixels(
    sheet: Sheet, appearance: Appearance, theme: Theme
) -> None:
    appearance.choose_theme("dark" if theme.is_dark else "light")
    for widget in sheet.everything:
        colour = theme.text if widget is sheet.primary else theme.accent
        widget.clearFocus()
        assert ring(widget) != {colour}
        widget.setFocus(Qt.FocusReason.TabFocusReason)
        assert ring(widget) == {colour}


def test_everything_follows_the_theme(
    qtbot: QtBot, qapp: QApplication, sheet: Sheet, appearance: Appearance
) -> None:
    appearance.choose_theme("dark")
    assert qapp.palette().color(QPalette.ColorRole.Window) == QColor(DARK.canvas)
    qtbot.waitUntil(lambda: sheet.pane.grab().toImage().pixelColor(60, 40) == QColor(DARK.surface))
    assert sheet.grab().toImage().pixelColor(QPoint(2, 2)) == QColor(DARK.canvas)


def test_everything_follows_the_text_scale(sheet: Sheet, appearance: Appearance) -> None:
    appearance.choose_text_scale(2.0)
    assert sheet.plain.fontInfo().pixelSize() == 28
    assert sheet.tool.iconSize().width() == 40


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
def test_what_is_secondary_in_a_field_can_be_read(theme: Theme) -> None:
    chosen = style.palette(theme)
    assert chosen.color(QPalette.ColorRole.PlaceholderText) == QColor(theme.muted)
    assert f"placeholder-text-color: {theme.muted}" in style.style_sheet(theme, TypeScale())


def test_mixing_goes_from_one_colour_to_the_other() -> None:
    assert style.mixed("#000000", "#FFFFFF", 0.0) == "#000000"
    assert style.mixed("#000000", "#FFFFFF", 1.0) == "#FFFFFF"
    assert style.mixed("#102030", "#302010", 0.5) == "#202020"
