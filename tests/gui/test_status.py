"""The line at the foot of the window says what is so, and remarks pass."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from groundwork.gui.status import StatusLine


@pytest.fixture
def line(qtbot: QtBot) -> StatusLine:
    status = StatusLine()
    qtbot.addWidget(status)
    return status


def test_a_remark_goes_and_leaves_what_was_said_before(line: StatusLine) -> None:
    line.tell_ending("finished in 0.04 s")
    line.remark("There is nothing to mend on this line")
    assert line.text == "There is nothing to mend on this line"
    line.forget_remark()
    assert line.text == "finished in 0.04 s"


def test_a_run_is_counted_on_behind_a_remark(line: StatusLine, qtbot: QtBot) -> None:
    line.tell_running("main.py")
    line.remark("There is no problem in this file")
    line.forget_remark()
    qtbot.waitUntil(lambda: line.text.startswith("running main.py for 1."))


def test_how_a_run_ends_is_said_whatever_was_remarked(line: StatusLine) -> None:
    line.remark("There is no problem in this file")
    line.tell_ending("stopped")
    line.forget_remark()
    assert line.text == "stopped"


def test_a_sentence_without_room_ends_in_dots(line: StatusLine) -> None:
    line.resize(240, 28)
    line.show()
    sentence = "Completion is off in this lesson: a list that you have written stays with you."
    line.tell(sentence)
    seen, label = line.grab().toImage(), line.findChildren(QLabel)[0]
    assert (line.text, label.toolTip()) == (sentence, sentence)
    right = Qt.TextElideMode.ElideRight
    line.tell(label.fontMetrics().elidedText(sentence, right, label.width()))
    assert line.text.endswith("\u2026")
    assert line.grab().toImage() == seen
