"""Scrolling the page, and finding the place again."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from groundwork.gui.page.block_view import BlockView
from groundwork.packs.model import Page

from .lessons import AFTER, BEFORE, GARDEN, LISTS, NOTE, example, heading, long_page, paragraphs
from .reader import SHIFT, Reader

LONG = long_page(60)


def label_of(reader: Reader, text: str) -> QLabel:
    found = [
        one for one in reader.page.findChildren(QLabel) if one.text() == text and one.isVisible()
    ]
    assert len(found) == 1
    return found[0]


@pytest.mark.parametrize(
    ("key", "least", "most"),
    [
        (Qt.Key.Key_PageDown, 500, 600),
        (Qt.Key.Key_Space, 500, 600),
        (Qt.Key.Key_Down, 20, 50),
    ],
)
def test_keys_scroll_down_and_up_again(reader: Reader, key: Qt.Key, least: int, most: int) -> None:
    reader.read(*LONG.blocks)
    reader.area.setFocus()
    reader.key(key)
    assert least <= reader.scrolled <= most
    back = {Qt.Key.Key_PageDown: Qt.Key.Key_PageUp, Qt.Key.Key_Down: Qt.Key.Key_Up}
    if key == Qt.Key.Key_Space:
        reader.key(key, modifiers=SHIFT)
    else:
        reader.key(back[key])
    assert reader.scrolled == 0


def test_home_and_end(reader: Reader) -> None:
    reader.read(*LONG.blocks)
    reader.area.setFocus()
    reader.key(Qt.Key.Key_End)
    assert reader.scrolled == reader.area.verticalScrollBar().maximum()
    assert reader.is_seen(reader.button("Mark as done"))
    reader.key(Qt.Key.Key_Home)
    assert reader.scrolled == 0


@pytest.mark.parametrize("key", [Qt.Key.Key_Down, Qt.Key.Key_PageDown, Qt.Key.Key_Space])
def test_keys_scroll_the_page_from_inside_a_text(reader: Reader, key: Qt.Key) -> None:
    reader.read(*paragraphs(30))
    reader.click("Paragraph 0")
    reader.key(key)
    assert reader.scrolled > 0


def test_arrows_on_a_button_scroll_the_page(reader: Reader) -> None:
    reader.read(example(), *paragraphs(30))
    run = reader.button("Run A list grows")
    run.setFocus()
    reader.key(Qt.Key.Key_Down)
    assert reader.scrolled > 0
    assert run.hasFocus()


def test_the_wheel_over_text_scrolls_the_page(reader: Reader) -> None:
    reader.read(*paragraphs(30))
    reader.wheel(reader.text("Paragraph 1."), down=1)
    assert reader.scrolled > 0


def test_an_anchor_comes_to_the_upper_edge(reader: Reader) -> None:
    reader.read(*LONG.blocks)
    assert reader.page.scroll_to_anchor("part-40")
    assert 0 <= reader.top_of(label_of(reader, "Part 40")) <= 40


def test_an_anchor_inside_a_box_is_found(reader: Reader) -> None:
    reader.read(*paragraphs(10), NOTE, *paragraphs(10))
    assert reader.page.scroll_to_anchor("inside-a-box")
    assert 0 <= reader.top_of(label_of(reader, "Inside a box")) <= 40


def test_the_first_of_two_equal_anchors_is_meant(reader: Reader) -> None:
    reader.read(heading("Rows"), *paragraphs(20), heading("Rows"))
    reader.page.scroll_to_anchor("rows")
    assert reader.scrolled < 400


def test_an_unknown_anchor_moves_nothing(reader: Reader) -> None:
    reader.read(*LONG.blocks)
    assert not reader.page.scroll_to_anchor("nowhere")
    assert reader.scrolled == 0


def test_an_anchor_holds_while_the_page_is_still_being_built(reader: Reader) -> None:
    reader.page.show_lesson(GARDEN, LISTS, LONG, (), (BEFORE, AFTER))
    reader.page.scroll_to_anchor("part-40")
    top = reader.top_of(label_of(reader, "Part 40"))
    reader.wait_until_built()
    assert reader.top_of(label_of(reader, "Part 40")) == top


@pytest.mark.parametrize("wanted", ["anchor", "position"])
def test_a_place_that_is_wanted_while_nobody_sees_the_page_is_kept(
    reader: Reader, wanted: str
) -> None:
    reader.read(*LONG.blocks)
    reader.page.scroll_to_anchor("part-40")
    position = reader.page.scroll_position()
    reader.page.hide()
    reader.page.show_lesson(GARDEN, LISTS, LONG, (), (BEFORE, AFTER))
    if wanted == "anchor":
        reader.page.scroll_to_anchor("part-40")
    else:
        reader.page.restore_scroll(position)
    reader.page.show()
    reader.wait_until_built()
    assert 0 <= reader.top_of(label_of(reader, "Part 40")) <= 40


def test_the_position_is_found_again_after_another_lesson(reader: Reader) -> None:
    reader.read(*LONG.blocks)
    reader.area.verticalScrollBar().setValue(2345)
    reader.wait_until_built()
    position, scrolled = reader.page.scroll_position(), reader.scrolled
    reader.read(*paragraphs(3))
    assert reader.scrolled == 0
    reader.read(*LONG.blocks)
    reader.page.restore_scroll(position)
    reader.wait_until_built()
    assert abs(reader.scrolled - scrolled) <= 1


@pytest.mark.parametrize("position", [-5.0, 1e9])
def test_a_position_that_is_no_more_is_the_nearest(reader: Reader, position: float) -> None:
    reader.read(*LONG.blocks)
    reader.page.restore_scroll(position)
    expected = 0 if position < 0 else reader.area.verticalScrollBar().maximum()
    assert reader.scrolled == expected


@pytest.mark.parametrize("width", [480, 1000])
def test_another_width_keeps_what_is_being_read(reader: Reader, width: int) -> None:
    reader.read(*LONG.blocks)
    reader.page.scroll_to_anchor("part-40")
    reader.window.resize(width, reader.window.height())
    reader.wait_until_built()
    assert 0 <= reader.top_of(label_of(reader, "Part 40")) <= 40


def test_another_text_size_keeps_what_is_being_read(reader: Reader) -> None:
    reader.read(*LONG.blocks)
    reader.page.scroll_to_anchor("part-40")
    reader.appearance.choose_text_scale(2.0)
    reader.wait_until_built()
    assert -10 <= reader.top_of(label_of(reader, "Part 40")) <= 60


def test_the_first_screen_is_there_at_once(reader: Reader) -> None:
    reader.page.show_lesson(GARDEN, LISTS, LONG, (), (BEFORE, AFTER))
    assert label_of(reader, "Part 0").isVisible()
    built = len(reader.page.findChildren(BlockView))
    reader.wait_until_built()
    assert len(reader.page.findChildren(BlockView)) > built


def test_a_very_long_lesson_is_built_only_where_it_is_read(reader: Reader) -> None:
    reader.read(*long_page(2000).blocks)
    assert len(reader.page.findChildren(BlockView)) < 1200
    reader.area.setFocus()
    for key in (Qt.Key.Key_End, Qt.Key.Key_Home, Qt.Key.Key_End):
        reader.key(key)
        reader.wait_until_built()
    assert reader.is_seen(reader.button("Mark as done"))
    assert len(reader.page.findChildren(BlockView)) < 1200


def test_every_part_of_a_very_long_lesson_is_found(reader: Reader) -> None:
    reader.read(*long_page(2000).blocks)
    for number in (1600, 400, 1996, 0):
        reader.page.scroll_to_anchor(f"part-{number}")
        assert reader.is_seen(label_of(reader, f"Part {number}"))


def test_lines_are_no_longer_than_is_read_well(reader_with: Callable[..., Reader]) -> None:
    for scale in (1.0, 2.0):
        reader = reader_with(width=1600, scale=scale)
        reader.read(*paragraphs(3))
        text = reader.text("Paragraph 0")
        line = text.document.firstBlock().layout().lineAt(0)
        assert 58 <= line.textLength() <= 78
        left = reader.left_of(text)
        assert abs(left - (reader.area.viewport().width() - left - text.width())) <= 1


@pytest.mark.parametrize(("width", "margin"), [(420, 12), (640, 24)])
def test_margins_are_narrow_where_the_page_is(
    reader_with: Callable[..., Reader], width: int, margin: int
) -> None:
    reader = reader_with(width=width)
    reader.read(heading("Rows"), *paragraphs(8))
    title = label_of(reader, "Rows")
    assert reader.left_of(title) >= margin
    assert reader.area.viewport().width() - reader.left_of(title) - title.width() >= margin
    if margin == 12:
        assert reader.left_of(title) == margin


def test_an_empty_page_shows_its_head_and_foot(reader: Reader) -> None:
    reader.page.show_lesson(GARDEN, LISTS, Page(()), (), (BEFORE, AFTER))
    assert label_of(reader, "Lists").isVisible()
    assert reader.button("Mark as done").isVisible()
    assert reader.area.verticalScrollBar().maximum() == 0
