from __future__ import annotations

import pytest
from PySide6.QtWidgets import QLabel, QTabBar, QWidget
from pytestqt.qtbot import QtBot

from groundwork.gui.appearance import Appearance
from groundwork.gui.comparison_view import ComparisonView
from groundwork.gui.side_by_side import SideBySide


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    return made


def opened(qtbot: QtBot, window: QWidget, width: int) -> SideBySide:
    window.resize(width, 700)
    window.show()
    dialog = SideBySide(Appearance("light", 1.0), window)
    left = {"same.py": "a\n", "main.py": "one\ntwo\n"}
    right = {"same.py": "a\n", "main.py": "one\n2\nthree\n"}
    dialog.show_texts("Mine", left, "Theirs", right)
    dialog.open()
    qtbot.waitUntil(dialog.isVisible)
    return dialog


def texts(dialog: SideBySide) -> list[list[str]]:
    views = dialog.findChildren(ComparisonView)
    return [view.toPlainText().splitlines() for view in views if view.isVisible()]


def test_the_file_that_differs_is_seen_line_beside_line(qtbot: QtBot, window: QWidget) -> None:
    dialog = opened(qtbot, window, 1200)
    (tabs,) = dialog.findChildren(QTabBar)
    assert tabs.tabText(tabs.currentIndex()) == "main.py ●"
    left, right = texts(dialog)
    assert [line.strip() for line in left] == ["one", "\u2212 two", "", ""]
    assert [line.strip() for line in right] == ["one", "+ 2", "+ three", ""]
    words = [label.text() for label in dialog.findChildren(QLabel)]
    assert any("1 line only in “Mine”" in one and "2 lines only in" in one for one in words)


def test_a_narrow_window_has_both_in_one_column(qtbot: QtBot, window: QWidget) -> None:
    dialog = opened(qtbot, window, 600)
    (lines,) = texts(dialog)
    assert [line.strip() for line in lines] == ["one", "\u2212 two", "+ 2", "+ three", ""]


def test_what_is_the_same_is_said_to_be(qtbot: QtBot, window: QWidget) -> None:
    dialog = opened(qtbot, window, 1200)
    (tabs,) = dialog.findChildren(QTabBar)
    tabs.setCurrentIndex(0)
    words = [label.text() for label in dialog.findChildren(QLabel)]
    assert "Both are the same." in words
