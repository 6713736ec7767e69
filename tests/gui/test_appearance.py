from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from groundwork.gui import style
from groundwork.gui.appearance import Appearance
from groundwork.gui.theme import DARK, LIGHT, Theme

SCHEMES = [(LIGHT, Qt.ColorScheme.Light), (DARK, Qt.ColorScheme.Dark)]


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=lambda theme: theme.name)
def test_the_theme_follows_the_palette_of_the_system(qapp: QApplication, theme: Theme) -> None:
    qapp.setPalette(style.palette(theme))
    assert Appearance("system", 1.0).theme == theme


@pytest.mark.parametrize(("theme", "scheme"), SCHEMES)
def test_the_theme_changes_with_the_system(
    qapp: QApplication, qtbot: QtBot, theme: Theme, scheme: Qt.ColorScheme
) -> None:
    other = DARK if theme == LIGHT else LIGHT
    qapp.setPalette(style.palette(other))
    appearance = Appearance("system", 1.0)
    with qtbot.waitSignal(appearance.changed):
        appearance.follow_system(scheme)
    assert appearance.theme == theme


def test_a_chosen_theme_is_kept_whatever_the_system_does(qapp: QApplication, qtbot: QtBot) -> None:
    qapp.setPalette(style.palette(DARK))
    appearance = Appearance("light", 1.0)
    with qtbot.assertNotEmitted(appearance.changed):
        appearance.follow_system(Qt.ColorScheme.Dark)
    assert appearance.theme == LIGHT
