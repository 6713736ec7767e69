"""The page without a mouse."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QAbstractButton

from groundwork.gui.page.prose_view import ProseView
from groundwork.gui.theme import LIGHT
from groundwork.packs.model import Listing, Page

from .lessons import (
    GARDEN,
    LINKED,
    LISTS,
    NOTE,
    SHOP,
    WIDE_LINE,
    example,
    heading,
    paragraphs,
    prose,
)
from .reader import Reader

TAB, BACKTAB, ENTER = Qt.Key.Key_Tab, Qt.Key.Key_Backtab, Qt.Key.Key_Return


def name_of_focus(reader: Reader) -> str:
    """What has the focus: an accessible name, or the words of a link."""
    widget = reader.focused
    if isinstance(widget, ProseView):
        return widget.focused_words
    words = widget.text() if isinstance(widget, QAbstractButton) else type(widget).__name__
    return widget.accessibleName() or words


def test_tab_walks_everything_in_reading_order(reader: Reader) -> None:
    reader.read(LINKED, example(), Listing("text", "x"), SHOP, prose("<p>No link.</p>"))
    reader.above.setFocus()
    walked = []
    while reader.focused is not reader.below:
        reader.key(TAB)
        walked.append(name_of_focus(reader))
    assert walked == [
        "Lesson: Lists",
        "Sets",
        "the first page",
        "Copy the code",
        "Open A list grows in editor",
        "Run A list grows",
        "Copy the code",
        "Copy the code",
        "Open A shop in two files in editor",
        "Run A shop in two files",
        "Files of the example",
        "Previous lesson: Welcome",
        "Mark as done",
        "Next lesson: Sets & groups",
        "QLineEdit",
    ]


def test_backtab_walks_back_the_same_way(reader: Reader) -> None:
    reader.read(LINKED, example(), NOTE)
    reader.above.setFocus()
    forwards = []
    while reader.focused is not reader.below:
        reader.key(TAB)
        forwards.append(name_of_focus(reader))
    backwards = []
    while reader.focused is not reader.above:
        reader.key(BACKTAB)
        backwards.append(name_of_focus(reader))
    assert backwards[:-1] == forwards[-2::-1]


def test_tab_walks_in_order_what_was_built_out_of_order(reader: Reader) -> None:
    parts = [
        block
        for number in range(30)
        for block in (heading(f"Part {number}"), example(f"e{number}", title=f"E{number}"))
    ]
    reader.page.show_lesson(GARDEN, LISTS, Page(tuple(parts)), (), (None, None))
    reader.page.scroll_to_anchor("part-20")
    reader.wait_until_built()
    reader.page.setFocus()
    walked = []
    for _ in range(90):
        reader.key(TAB)
        walked.append(name_of_focus(reader))
    runs = [name for name in walked if name.startswith("Run")]
    assert runs == [f"Run E{n}" for n in range(30)]


def test_what_gets_the_focus_is_scrolled_to(reader: Reader) -> None:
    reader.read(*paragraphs(8), example(), *paragraphs(8), LINKED, *paragraphs(8))
    reader.page.setFocus()
    for expected in ("Copy the code", "Open A list grows in editor", "Run A list grows"):
        reader.key(TAB)
        assert name_of_focus(reader) == expected
        reader.qtbot.waitUntil(lambda: reader.is_seen(reader.focused))
    reader.key(TAB)
    assert name_of_focus(reader) == "Sets"
    assert 0 < reader.top_of(reader.focused) < reader.area.viewport().height() - 24
    reader.key(*[BACKTAB] * 3)
    reader.qtbot.waitUntil(lambda: reader.is_seen(reader.focused))


def test_a_click_scrolls_nothing(reader: Reader) -> None:
    reader.read(*paragraphs(8), example(), *paragraphs(30))
    run = reader.button("Run A list grows")
    bar = reader.area.verticalScrollBar()
    bar.setValue(bar.value() + reader.top_of(run) + run.height() // 2)
    scrolled = reader.scrolled
    reader.qtbot.mouseClick(run, Qt.MouseButton.LeftButton, pos=run.rect().center() * 1.5)
    assert reader.scrolled == scrolled


@pytest.mark.parametrize("key", [ENTER, Qt.Key.Key_Enter])
def test_enter_follows_the_link_that_has_the_focus(reader: Reader, key: Qt.Key) -> None:
    reader.read(LINKED)
    reader.page.setFocus()
    reader.key(TAB, TAB)
    with reader.qtbot.waitSignal(reader.page.link_activated) as told:
        reader.key(key)
    assert told.args == ["../start/welcome.md#run%20it"]


def test_the_link_that_has_the_focus_wears_a_ring(reader: Reader) -> None:
    reader.read(LINKED)
    reader.page.setFocus()
    view = reader.text("See Sets")
    _, middle = reader.point_of("Sets")

    def accent_above() -> int:
        image = reader.picture(view)
        column = (image.pixelColor(middle.x(), y) for y in range(middle.y()))
        return sum(colour == QColor(LIGHT.accent) for colour in column)

    plain = accent_above()
    reader.key(TAB)
    assert accent_above() > plain
    reader.key(TAB)
    assert accent_above() == plain


def test_enter_presses_a_button(reader: Reader) -> None:
    reader.read(example())
    reader.button("Run A list grows").setFocus()
    with reader.qtbot.waitSignal(reader.page.run_requested):
        reader.key(ENTER)


def test_a_long_line_is_reached_and_scrolled_with_the_keys(reader: Reader) -> None:
    reader.read(example("wide", WIDE_LINE))
    reader.page.setFocus()
    reader.key(TAB, TAB, TAB, TAB)
    code = reader.text("wide wide")
    assert code.hasFocus()
    image = reader.picture(code)
    assert image.pixelColor(image.width() // 2, 0) == QColor(LIGHT.accent)
    reader.key(Qt.Key.Key_Right)
    assert code.offset > 0


def test_text_without_links_is_passed_over(reader: Reader) -> None:
    reader.read(*paragraphs(3))
    reader.page.setFocus()
    reader.key(TAB)
    assert name_of_focus(reader) == "Previous lesson: Welcome"


def test_another_lesson_leaves_the_focus_on_the_page(reader: Reader) -> None:
    reader.read(example())
    reader.button("Next lesson: Sets & groups").setFocus()
    reader.read(*paragraphs(20))
    reader.key(Qt.Key.Key_PageDown)
    assert reader.scrolled > 0


def test_showing_a_lesson_takes_the_focus_from_nobody(reader: Reader) -> None:
    reader.above.setFocus()
    reader.read(example())
    assert reader.above.hasFocus()
