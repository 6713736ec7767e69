from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication, QPushButton, QTabBar
from pytestqt.qtbot import QtBot

from groundwork.gui import style
from groundwork.gui.appearance import Appearance
from groundwork.gui.console.controls import RunControls


@pytest.fixture
def controls(qtbot: QtBot, qapp: QApplication) -> RunControls:
    appearance = Appearance("light", 1.0)
    style.apply(qapp, appearance)
    made = RunControls(appearance)
    made.add_tab("Output")
    made.add_tab("Exercise")
    qtbot.addWidget(made)
    made.show()
    return made


def top_of_tabs(controls: RunControls) -> int:
    (tabs,) = controls.findChildren(QTabBar)
    return tabs.mapTo(controls, QPoint(0, 0)).y()


def words(controls: RunControls) -> list[str]:
    return [button.text() for button in controls.findChildren(QPushButton)]


def test_the_tabs_stand_beside_the_buttons_where_there_is_room(
    controls: RunControls, qtbot: QtBot
) -> None:
    for width, is_beside in ((900, True), (400, False), (900, True)):
        controls.resize(width, controls.sizeHint().height())
        bottom = max(b.geometry().bottom() for b in controls.findChildren(QPushButton))
        qtbot.waitUntil(lambda b=bottom, i=is_beside: (top_of_tabs(controls) < b) == i)  # type: ignore[misc] # mypy infers no lambda defaults


def test_in_the_narrowest_panel_buttons_keep_their_names_for_the_ear(
    controls: RunControls,
) -> None:
    controls.resize(240, controls.sizeHint().height())
    assert words(controls) == ["Run", "", ""]
    names = [button.accessibleName() for button in controls.findChildren(QPushButton)]
    assert names == ["Run", "Stop", "Check"]
    controls.resize(900, controls.sizeHint().height())
    assert words(controls) == ["Run", "Stop", "Check"]


def test_check_says_why_it_cannot_be_pressed(controls: RunControls) -> None:
    check = controls.findChildren(QPushButton)[2]
    assert (check.isEnabled(), check.toolTip()) == (False, "Only an exercise can be checked")
    controls.set_checkable(is_checkable=True)
    assert (check.isEnabled(), check.toolTip()) == (True, "Check your answer (Ctrl+Enter)")
