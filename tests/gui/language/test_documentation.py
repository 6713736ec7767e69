"""Documentation is shown as large as it is, within bounds, and scrolls."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QTextCursor, QWheelEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from groundwork.gui.appearance import Appearance
from groundwork.gui.language.documentation import HIGHEST, WIDEST, Documentation
from groundwork.gui.theme import DARK

LONG = "<p>The price of things.</p>" * 60


@pytest.fixture
def look(qapp: QApplication) -> Appearance:
    del qapp
    return Appearance("light", 1.0)


@pytest.fixture
def shown(qtbot: QtBot, look: Appearance) -> Documentation:
    view = Documentation(look)
    qtbot.addWidget(view)
    view.show()
    return view


def show(view: Documentation, html: str) -> None:
    view.show_html(html)
    view.fit()


def test_a_short_text_takes_one_line_and_no_bar(shown: Documentation) -> None:
    show(shown, "<p>Short.</p>")
    assert shown.height() < 60
    assert shown.width() < 120
    assert not shown.verticalScrollBar().isVisible()
    assert shown.document().lineCount() == 1


def test_what_just_fits_has_no_bar(shown: Documentation) -> None:
    show(shown, "<p>Prices in a list.</p><ul><li><code>sep</code>: between them</li></ul>")
    assert shown.height() < HIGHEST
    assert shown.verticalScrollBar().maximum() == 0
    assert not shown.verticalScrollBar().isVisible()


def test_a_long_text_stays_within_bounds_and_scrolls_with_the_wheel(shown: Documentation) -> None:
    show(shown, LONG)
    assert (shown.height(), shown.width() <= WIDEST) == (HIGHEST, True)
    turn = QWheelEvent(
        QPointF(20, 20), QPointF(shown.mapToGlobal(QPoint(20, 20))), QPoint(), QPoint(0, -120),
        Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase,
        False,
    )  # fmt: skip
    QApplication.sendEvent(shown.viewport(), turn)
    assert shown.verticalScrollBar().value() > 0
    show(shown, LONG)
    assert shown.verticalScrollBar().value() == 0


def test_bounds_given_are_kept(shown: Documentation) -> None:
    shown.show_html("<pre>" + "price_" * 200 + "</pre>" + LONG)
    size = shown.fit(300, 120)
    assert (size.width() <= 300, size.height()) == (True, 120)
    assert shown.document().idealWidth() <= 300


def test_it_takes_the_look_in_force_when_it_is_shown(
    shown: Documentation, look: Appearance
) -> None:
    show(shown, "<p>A word and <code>code</code>.</p>")
    narrow = shown.width()
    look.choose_theme("dark")
    look.choose_text_scale(2.0)
    show(shown, "<p>A word and <code>code</code>.</p>")
    assert shown.width() > 1.5 * narrow
    cursor = QTextCursor(shown.document())
    cursor.setPosition(3)
    assert cursor.charFormat().foreground().color() == QColor(DARK.text)
    cursor.setPosition(13)
    assert cursor.charFormat().fontFamilies() == [look.code_family]


def test_the_focus_goes_past_it(shown: Documentation) -> None:
    assert shown.focusPolicy() == Qt.FocusPolicy.NoFocus
    assert shown.viewport().focusPolicy() == Qt.FocusPolicy.NoFocus


def test_a_line_of_code_that_is_too_long_goes_on_further_to_the_right(
    shown: Documentation,
) -> None:
    shown.show_html('<p class="code">def f(\n    tea: str | None = None,\n)</p><p>Brews.</p>')
    whole = shown.fit(WIDEST)
    assert shown.toPlainText() == "def f(\n    tea: str | None = None,\n)\nBrews."
    shown.fit(whole.width() - 20)
    block = shown.document().findBlockByNumber(1)
    first, second = (block.layout().lineAt(index) for index in range(2))
    assert second.x() > first.x() + shown.fontMetrics().horizontalAdvance("    ")
    assert block.next().layout().lineAt(0).x() == first.x()
