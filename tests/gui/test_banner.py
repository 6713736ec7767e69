from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QToolButton
from pytestqt.qtbot import QtBot

from groundwork.gui.appearance import Appearance
from groundwork.gui.banner import Banner, Offer


@pytest.fixture
def banner(qtbot: QtBot) -> Banner:
    made = Banner(Appearance("light", 1.0))
    qtbot.addWidget(made)
    return made


def close(banner: Banner, qtbot: QtBot) -> None:
    qtbot.mouseClick(banner.findChildren(QToolButton)[0], Qt.MouseButton.LeftButton)


def test_it_is_seen_only_while_there_is_something_to_say(banner: Banner) -> None:
    assert not banner.isVisible()
    banner.tell("The disk is full.")
    assert banner.isVisible()
    assert banner.text == banner.accessibleDescription() == "The disk is full."
    banner.withdraw()
    assert not banner.isVisible()
    assert banner.text == ""


def test_the_newest_sentence_about_a_thing_replaces_the_one_before(banner: Banner) -> None:
    banner.tell("The disk is full.", about="disk")
    banner.tell("The disk is gone.", about="disk")
    banner.withdraw("disk")
    assert not banner.isVisible()


def test_the_end_of_one_trouble_is_not_the_end_of_another(banner: Banner) -> None:
    banner.tell("The disk is full.", about="disk")
    banner.tell("The network is slow.", about="network")
    assert banner.text == "The network is slow."
    banner.withdraw("network")
    assert banner.text == "The disk is full."
    banner.withdraw("network")
    assert banner.isVisible()


def test_closing_a_sentence_shows_the_one_behind_it(banner: Banner, qtbot: QtBot) -> None:
    banner.tell("The disk is full.", about="disk")
    banner.tell("A link leads nowhere.")
    with qtbot.waitSignal(banner.closed):
        close(banner, qtbot)
    assert banner.text == "The disk is full."
    close(banner, qtbot)
    assert not banner.isVisible()


def test_what_is_offered_stands_beside_its_own_sentence_alone(banner: Banner, qtbot: QtBot) -> None:
    taken: list[str] = []
    (button,) = banner.findChildren(QPushButton)
    banner.tell("There is news.", about="news", offer=Offer("Look", lambda: taken.append("look")))
    assert (button.isVisible(), button.text()) == (True, "Look")
    banner.tell("The disk is full.", about="disk")
    assert not button.isVisible()
    banner.withdraw("disk")
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert taken == ["look"]
