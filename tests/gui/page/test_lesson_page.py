"""The lesson page from its title to its foot."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QGuiApplication
from PySide6.QtWidgets import QLabel

from groundwork.gui.page.block_view import BlockView
from groundwork.gui.page.listing_panel import ListingPanel
from groundwork.learner.states import WorkState
from groundwork.packs.model import Callout, CalloutKind, Listing, Page, Problem

from .lessons import (
    AFTER,
    GARDEN,
    LINKED,
    LISTS,
    NOTE,
    PROBLEM,
    everything,
    example,
    heading,
    lesson,
    paragraphs,
    prose,
)
from .reader import CTRL, Reader


def test_the_head_tells_title_promise_and_time(reader: Reader) -> None:
    reader.read(prose("<p>One.</p>"))
    labels = reader.labels()
    assert "Lists" in labels
    assert any(LISTS.summary in label for label in labels)
    assert "about 20 min" in labels


def test_what_the_author_did_not_say_takes_no_room(reader: Reader) -> None:
    plain = lesson(minutes=0).__class__("lists", "beds", "Lists", LISTS.path)
    reader.page.show_lesson(GARDEN, plain, Page(()), (), (None, None))
    reader.wait_until_built()
    assert [label for label in reader.labels() if label] == ["Lists"]


def test_a_lesson_without_problems_shows_none(reader: Reader) -> None:
    reader.read(prose("<p>One.</p>"))
    assert not any("problem" in label for label in reader.labels())


def test_every_problem_is_told_with_place_sentence_and_remedy(reader: Reader) -> None:
    whole_file = Problem(Path("/elsewhere/pack.toml"), 0, "It is <empty>.", "Write it.")
    reader.read(prose("<p>One.</p>"), problems=[PROBLEM, whole_file])
    assert "2 problems" in reader.labels()
    told = reader.text("The language is missing.").document.toPlainText()
    assert "beds/lists.md:12" in told
    assert "Name it after the backticks." in told
    assert "/elsewhere/pack.toml" in told
    assert "It is <empty>. Write it." in told


def test_problems_can_be_copied(reader: Reader) -> None:
    reader.read(prose("<p>One.</p>"), problems=[PROBLEM])
    reader.click("language is missing")
    reader.key(Qt.Key.Key_A, modifiers=CTRL)
    reader.key(Qt.Key.Key_C, modifiers=CTRL)
    assert "beds/lists.md:12" in QGuiApplication.clipboard().text()


def test_hundreds_of_problems_are_counted_and_the_first_are_told(reader: Reader) -> None:
    reader.read(prose("<p>One.</p>"), problems=[PROBLEM] * 300)
    assert "300 problems" in reader.labels()
    assert "And 250 more." in reader.text("language").document.toPlainText()


def test_a_message_says_what_and_why(reader: Reader) -> None:
    reader.page.show_message("This folder is no pack", "It has no pack.toml.", [PROBLEM])
    reader.wait_until_built()
    assert "This folder is no pack" in reader.labels()
    assert any("It has no pack.toml." in label for label in reader.labels())
    assert "lists.md:12" in reader.text("language").document.toPlainText()


def test_a_message_takes_the_place_of_a_lesson(reader: Reader) -> None:
    reader.read(example(), heading("Rows"))
    reader.page.show_message("Nothing is open", "Choose a lesson on the left.")
    reader.wait_until_built()
    assert reader.cards == []
    assert not reader.page.scroll_to_anchor("rows")


@pytest.mark.parametrize(
    ("name", "signal"),
    [
        ("Previous lesson: Welcome", "previous_requested"),
        ("Next lesson: Sets & groups", "next_requested"),
    ],
)
def test_the_foot_leads_to_the_neighbours(reader: Reader, name: str, signal: str) -> None:
    reader.read(prose("<p>One.</p>"))
    with reader.qtbot.waitSignal(getattr(reader.page, signal)):
        reader.press(name)


def test_an_ampersand_in_a_title_is_one(reader: Reader) -> None:
    reader.read(prose("<p>One.</p>"))
    assert reader.button("Next lesson: Sets & groups").text() == "Sets && groups"


def test_the_ends_of_a_pack_have_one_neighbour(reader: Reader) -> None:
    reader.read(prose("<p>One.</p>"), neighbours=(None, AFTER))
    with pytest.raises(AssertionError):
        reader.button("Previous lesson: ")
    assert reader.button("Next lesson: Sets & groups").isVisible()


def test_done_is_toggled_by_the_reader_and_told(reader: Reader) -> None:
    reader.read(prose("<p>One.</p>"))
    with reader.qtbot.waitSignal(reader.page.done_toggled) as told:
        reader.press("Mark as done")
    assert told.args == [True]
    with reader.qtbot.waitSignal(reader.page.done_toggled) as told:
        reader.press("Done")
    assert told.args == [False]


def test_done_is_shown_without_being_told_again(reader: Reader) -> None:
    reader.read(prose("<p>One.</p>"))
    with reader.qtbot.assertNotEmitted(reader.page.done_toggled):
        reader.page.set_state(WorkState.DONE)
    assert reader.button("Done").isChecked()


def test_done_holds_when_the_foot_is_built_later(reader: Reader) -> None:
    reader.read(*paragraphs(300))
    reader.page.set_state(WorkState.DONE)
    reader.area.setFocus()
    reader.key(Qt.Key.Key_End)
    assert reader.button("Done").isChecked()


@pytest.mark.parametrize("width", [320, 480, 700, 1400])
@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_the_buttons_of_the_foot_stay_apart(
    reader_with: Callable[..., Reader], width: int, scale: float
) -> None:
    reader = reader_with(width=width, scale=scale)
    long = lesson("long", "What a lesson is called when nobody stops its author in time")
    reader.read(prose("<p>One.</p>"), neighbours=(long, AFTER))
    names = (f"Previous lesson: {long.title}", "Mark as done", "Next lesson: Sets & groups")
    places = [reader.button(name).geometry() for name in names]
    pairs = [(places[0], places[1]), (places[1], places[2]), (places[0], places[2])]
    assert not any(one.intersects(other) for one, other in pairs)
    assert all(place.left() >= 0 and place.right() < width for place in places)


def test_a_link_is_told_as_the_author_wrote_it(reader: Reader) -> None:
    reader.read(LINKED)
    with reader.qtbot.waitSignal(reader.page.link_activated) as told:
        reader.click("first page")
    assert told.args == ["../start/welcome.md#run%20it"]


def test_a_link_in_a_box_and_one_in_a_heading_are_links(reader: Reader) -> None:
    titled = heading("Sets").__class__(2, "Sets", "sets", '<a href="sets.md">Sets</a>')
    reader.read(titled, Callout(CalloutKind.TIP, "", (LINKED,)))
    with reader.qtbot.waitSignal(reader.page.link_activated) as told:
        reader.click("first page")
    assert told.args == ["../start/welcome.md#run%20it"]
    label = next(one for one in reader.page.findChildren(QLabel) if "href" in one.text())
    with reader.qtbot.waitSignal(reader.page.link_activated) as told:
        reader.qtbot.mouseClick(label, Qt.MouseButton.LeftButton, pos=label.rect().center() / 10)
    assert told.args == ["sets.md"]


def test_dragging_over_a_link_follows_nothing(reader: Reader) -> None:
    reader.read(LINKED)
    view, start = reader.point_of("See")
    _, end = reader.point_of("first")
    with reader.qtbot.assertNotEmitted(reader.page.link_activated):
        reader.qtbot.mousePress(view, Qt.MouseButton.LeftButton, pos=start)
        reader.qtbot.mouseMove(view, end)
        reader.qtbot.mouseRelease(view, Qt.MouseButton.LeftButton, pos=end)


def test_a_listing_is_copied_and_has_nothing_to_run(reader: Reader) -> None:
    reader.read(Listing("text", "[1, 2]\n"))
    reader.press("Copy the code")
    assert QGuiApplication.clipboard().text() == "[1, 2]\n"
    assert reader.cards == []
    assert reader.page.findChild(ListingPanel) is not None


def test_a_box_without_a_title_is_called_by_its_kind(reader: Reader) -> None:
    boxes = [Callout(kind, "", (prose("<p>Mind the gap.</p>"),)) for kind in CalloutKind]
    reader.read(*boxes)
    expected = ["Note", "Tip", "Important", "Warning", "Caution"]
    assert [label for label in reader.labels() if label in expected] == expected


def test_screen_readers_hear_what_blocks_are(reader: Reader) -> None:
    reader.read(heading("Rows"), NOTE, LINKED)
    names = {view.accessibleName() for view in reader.page.findChildren(BlockView)}
    assert "Note: Where you meet this" in names
    label = next(one for one in reader.page.findChildren(QLabel) if one.text() == "Rows")
    assert label.accessibleDescription() == "Heading of level 2"
    spoken = QAccessible.queryAccessibleInterface(reader.text("See Sets"))
    assert spoken.role() == QAccessible.Role.StaticText
    assert spoken.text(QAccessible.Text.Name) == "See Sets, or the first page with input()."


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize(("width", "scale"), [(320, 2.0), (480, 1.0), (700, 1.0), (1400, 2.0)])
def test_nothing_is_cut_off_at_any_size(
    reader_with: Callable[..., Reader], theme: str, width: int, scale: float, tmp_path: Path
) -> None:
    reader = reader_with(theme=theme, width=width, scale=scale)
    reader.read(*everything(tmp_path / "none.svg").blocks, problems=[PROBLEM])
    seen = reader.area.viewport().width()
    blocks = [view for view in reader.page.findChildren(BlockView) if view.isVisible()]
    assert len(blocks) > 30
    for block in blocks:
        assert reader.left_of(block) >= 0
        assert reader.left_of(block) + block.width() <= seen
        inside = [child for child in block.children() if isinstance(child, QLabel)]
        assert all(block.rect().contains(one.geometry()) for one in inside if one.isVisible())


def test_a_change_of_theme_and_scale_reaches_every_block(reader: Reader, tmp_path: Path) -> None:
    page = everything(tmp_path / "none.svg")
    reader.read(*page.blocks, problems=[PROBLEM])
    before = {id(view): view.height() for view in reader.page.findChildren(BlockView)}
    reader.appearance.choose_text_scale(2.0)
    reader.wait_until_built()

    def heights() -> dict[int, int]:
        return {id(view): view.height() for view in reader.page.findChildren(BlockView)}

    def taller() -> int:
        return sum(height > before[view] for view, height in heights().items())

    reader.qtbot.waitUntil(lambda: taller() > len(before) * 3 // 4)
    reader.appearance.choose_text_scale(1.0)
    reader.qtbot.waitUntil(lambda: heights() == before)
