from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from groundwork.gui.splitter import HairlineSplitter


@pytest.mark.parametrize("orientation", list(Qt.Orientation))
@pytest.mark.parametrize("beside", [-4, 0, 4])
def test_the_hairline_can_be_dragged_from_beside_it(
    qtbot: QtBot, orientation: Qt.Orientation, beside: int
) -> None:
    splitter = HairlineSplitter(orientation)
    qtbot.addWidget(splitter)
    splitter.addWidget(QWidget())
    splitter.addWidget(QWidget())
    splitter.resize(601, 601)
    with qtbot.waitExposed(splitter):
        splitter.show()
    assert splitter.sizes() == [300, 300]

    def place(along: int) -> QPoint:
        return QPoint(along, 40) if orientation == Qt.Orientation.Horizontal else QPoint(40, along)

    handle = splitter.childAt(place(300 + beside))
    assert handle is splitter.handle(1)
    grip = handle.mapFrom(splitter, place(300 + beside))
    QTest.mousePress(handle, Qt.MouseButton.LeftButton, pos=grip)
    QTest.mouseMove(handle, handle.mapFrom(splitter, place(400 + beside)))
    QTest.mouseRelease(handle, Qt.MouseButton.LeftButton)
    assert splitter.sizes() == [400, 200]


def test_what_lies_further_from_the_line_belongs_to_the_pane(qtbot: QtBot) -> None:
    splitter = HairlineSplitter(Qt.Orientation.Horizontal)
    qtbot.addWidget(splitter)
    left = QWidget()
    splitter.addWidget(left)
    splitter.addWidget(QWidget())
    splitter.resize(601, 100)
    with qtbot.waitExposed(splitter):
        splitter.show()
    assert splitter.childAt(295, 40) is left
    assert splitter.childAt(305, 40) is not splitter.handle(1)
