"""Examples on the page: run, stop, open, copy."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QGuiApplication
from PySide6.QtWidgets import QWidget

from groundwork.gui.page.code_view import CodeView
from groundwork.gui.theme import DARK, LIGHT

from .lessons import (
    FAILING,
    GROWS,
    NOTE,
    READ_ONLY,
    SHOP,
    WIDE_LINE,
    example,
    heading,
    paragraphs,
)
from .reader import Reader

GROWS_EXAMPLE = example()


def code_of(card: QWidget) -> CodeView:
    view = card.findChild(CodeView)
    assert isinstance(view, CodeView)
    return view


def words(reader: Reader) -> str:
    return "\n".join(reader.labels())


def test_run_asks_for_the_example(reader: Reader) -> None:
    reader.read(GROWS_EXAMPLE, SHOP)
    with reader.qtbot.waitSignal(reader.page.run_requested) as asked:
        reader.press("Run A shop in two files")
    assert asked.args == [SHOP]


def test_open_asks_for_the_example(reader: Reader) -> None:
    reader.read(GROWS_EXAMPLE, SHOP)
    with reader.qtbot.waitSignal(reader.page.open_requested) as asked:
        reader.press("Open A list grows in editor")
    assert asked.args == [GROWS_EXAMPLE]


def test_an_example_in_a_box_runs_too(reader: Reader) -> None:
    reader.read(NOTE)
    with reader.qtbot.waitSignal(reader.page.run_requested) as asked:
        reader.press("Run A list grows")
    assert asked.args == [NOTE.blocks[2]]


def test_the_running_example_can_be_stopped(reader: Reader) -> None:
    reader.read(GROWS_EXAMPLE, SHOP)
    reader.page.set_running_example("shop")
    with reader.qtbot.waitSignal(reader.page.stop_requested):
        reader.press("Stop A shop in two files")
    assert reader.button("Run A list grows").text() == "Run"


def test_nothing_moves_when_a_run_begins(reader: Reader) -> None:
    reader.read(GROWS_EXAMPLE)
    run = reader.button("Run A list grows")
    place = run.geometry()
    reader.page.set_running_example("grows")
    assert (run.text(), run.geometry()) == ("Stop", place)
    reader.page.set_running_example(None)
    assert (run.text(), run.geometry()) == ("Run", place)


def test_the_focus_stays_on_the_button_that_ran_the_example(reader: Reader) -> None:
    reader.read(GROWS_EXAMPLE)
    reader.button("Run A list grows").setFocus()
    reader.key(Qt.Key.Key_Space)
    reader.page.set_running_example("grows")
    with reader.qtbot.waitSignal(reader.page.stop_requested):
        reader.key(Qt.Key.Key_Return)


def test_a_changed_example_says_so(reader: Reader) -> None:
    reader.read(GROWS_EXAMPLE)
    height = reader.cards[0].height()
    reader.page.set_example_changed("grows", True)
    assert "changed" in words(reader)
    reader.page.set_example_changed("grows", False)
    assert "changed" not in words(reader)
    assert reader.cards[0].height() == height


def test_a_changed_example_says_what_run_would_run(reader: Reader) -> None:
    reader.read(GROWS_EXAMPLE, READ_ONLY)
    for changed in ("grows", READ_ONLY.id):
        reader.page.set_example_changed(changed, True)
    assert "Run uses your changed version. Below is the lesson's." in words(reader)
    assert "You have a changed version. Below is the lesson's." in reader.labels()


def test_a_changed_example_can_be_asked_back(reader: Reader) -> None:
    reader.read(GROWS_EXAMPLE, SHOP)
    reader.page.set_example_changed("shop", True)
    with reader.qtbot.waitSignal(reader.page.reset_requested) as asked:
        reader.press("Reset A shop in two files")
    assert asked.args == [SHOP]


def test_an_example_that_is_meant_to_fail_says_how(reader: Reader) -> None:
    reader.read(FAILING)
    assert "fails on purpose: KeyError" in reader.labels()
    reader.page.set_example_changed("fails", True)
    assert "changed" in words(reader)
    assert "fails on purpose: KeyError" in reader.labels()


def test_an_example_that_is_only_read_cannot_be_run(reader: Reader) -> None:
    reader.read(READ_ONLY)
    assert "to read, not to run" in reader.labels()
    assert reader.button("Open settings.toml in editor").isVisible()
    with pytest.raises(AssertionError):
        reader.button("Run settings.toml")


def test_a_state_that_was_set_before_an_example_is_built_is_shown(reader: Reader) -> None:
    reader.read(*paragraphs(200), example("late"))
    reader.page.set_running_example("late")
    reader.page.set_example_changed("late", True)
    reader.area.setFocus()
    reader.key(Qt.Key.Key_End)
    assert "changed" in words(reader)
    assert reader.button("Stop A list grows").isVisible()


def test_another_lesson_forgets_what_was_said_of_the_examples(reader: Reader) -> None:
    reader.read(GROWS_EXAMPLE)
    reader.page.set_running_example("grows")
    reader.page.set_example_changed("grows", True)
    reader.read(GROWS_EXAMPLE, heading("Another"))
    assert reader.button("Run A list grows").isVisible()
    assert "changed" not in words(reader)


def test_the_file_that_is_run_is_shown_first(reader: Reader) -> None:
    reader.read(SHOP)
    assert code_of(reader.cards[0]).document.toPlainText() == "from prices import PEN"


def test_a_tab_shows_another_file(reader: Reader) -> None:
    reader.read(SHOP)
    place = reader.tabs.tabRect(0).center()
    reader.qtbot.mouseClick(reader.tabs, Qt.MouseButton.LeftButton, pos=place)
    assert code_of(reader.cards[0]).document.toPlainText() == "PEN = 3"


def test_tabs_answer_the_keys(reader: Reader) -> None:
    reader.read(SHOP)
    reader.tabs.setFocus()
    reader.key(Qt.Key.Key_Left)
    assert code_of(reader.cards[0]).document.toPlainText() == "PEN = 3"


def test_a_card_grows_with_the_file_that_is_shown(reader: Reader) -> None:
    long = SHOP.files[0].__class__("long.py", "a = 1\n" * 30)
    reader.read(SHOP.__class__("long", "Long", (SHOP.files[1], long), "main.py"), heading("Below"))
    height = reader.cards[0].height()
    reader.tabs.setCurrentIndex(1)
    assert reader.cards[0].height() > height + 400


def test_copy_takes_the_file_that_is_shown_as_it_was_written(reader: Reader) -> None:
    reader.read(SHOP)
    reader.press("Copy the code")
    assert QGuiApplication.clipboard().text() == "from prices import PEN\n"
    reader.tabs.setCurrentIndex(0)
    reader.press("Copied")
    assert QGuiApplication.clipboard().text() == "PEN = 3\n"


def test_copying_is_confirmed_for_a_moment(reader: Reader) -> None:
    reader.read(GROWS_EXAMPLE)
    reader.press("Copy the code")
    assert reader.button("Copied").isVisible()
    reader.qtbot.waitUntil(lambda: reader.button("Copy the code").isVisible())


def test_the_current_example_wears_an_edge(reader: Reader) -> None:
    reader.read(GROWS_EXAMPLE)
    card = reader.cards[0]
    middle = QPoint(2, card.height() // 2)
    assert reader.picture(card).pixelColor(middle) == QColor(LIGHT.surface)
    reader.page.set_current_example("grows")
    assert reader.picture(card).pixelColor(middle) == QColor(LIGHT.accent)
    reader.page.set_current_example(None)
    assert reader.picture(card).pixelColor(middle) == QColor(LIGHT.surface)


def colours_in(reader: Reader, view: CodeView) -> set[str]:
    image = reader.picture(view)
    return {
        image.pixelColor(x, y).name().upper()
        for x in range(image.width())
        for y in range(image.height())
    }


def test_code_is_painted_in_the_colours_of_the_theme(reader: Reader) -> None:
    reader.read(example(code='████ = 1\n"████"\n# ████\n'))
    found = colours_in(reader, code_of(reader.cards[0]))
    assert {LIGHT.text, LIGHT.string, LIGHT.comment} <= found
    reader.appearance.choose_theme("dark")
    reader.wait_until_built()
    found = colours_in(reader, code_of(reader.cards[0]))
    assert {DARK.text, DARK.string, DARK.comment} <= found


def test_a_long_line_scrolls_inside_its_card_alone(reader: Reader) -> None:
    reader.read(example("wide", WIDE_LINE), GROWS_EXAMPLE)
    wide, narrow = (code_of(card) for card in reader.cards)
    assert (wide.is_wide, narrow.is_wide) == (True, False)
    assert wide.width() < reader.page.width()
    assert reader.area.horizontalScrollBar().maximum() == 0
    reader.wheel(wide, right=1)
    assert wide.offset > 0


def test_sideways_keys_scroll_a_long_line(reader: Reader) -> None:
    reader.read(example("wide", WIDE_LINE))
    wide = code_of(reader.cards[0])
    reader.click("print")
    reader.key(Qt.Key.Key_Right, Qt.Key.Key_Right)
    assert wide.offset == 48
    reader.key(Qt.Key.Key_Left)
    assert wide.offset == 24


def test_lines_are_never_broken(reader: Reader) -> None:
    reader.read(example("wide", WIDE_LINE + GROWS))
    block = code_of(reader.cards[0]).document.firstBlock()
    assert block.layout().lineCount() == 1


@pytest.mark.parametrize("turned", ["code", "tabs", "card"])
def test_the_wheel_over_a_card_scrolls_the_page(reader: Reader, turned: str) -> None:
    reader.read(SHOP, *paragraphs(20))
    card = reader.cards[0]
    shown = reader.tabs.currentIndex()
    reader.wheel({"code": code_of(card), "tabs": reader.tabs, "card": card}[turned], down=1)
    assert reader.scrolled > 0
    assert reader.tabs.currentIndex() == shown


def test_screen_readers_are_told_what_a_card_is(reader: Reader) -> None:
    reader.read(GROWS_EXAMPLE, SHOP, READ_ONLY)
    assert [card.accessibleName() for card in reader.cards] == [
        "Example: A list grows, main.py",
        "Example: A shop in two files, prices.py, main.py",
        "Example: settings.toml, settings.toml",
    ]
    assert code_of(reader.cards[0]).accessibleName() == GROWS.strip()


@pytest.mark.parametrize(("width", "scale"), [(480, 1.0), (480, 2.0), (700, 2.0), (1400, 1.0)])
def test_the_buttons_of_a_card_stay_in_it_and_apart(
    reader_with: Callable[..., Reader], width: int, scale: float
) -> None:
    reader = reader_with(width=width, scale=scale)
    long_title = "A title that goes on and on, and then a little further than that"
    reader.read(example(title=long_title), FAILING)
    reader.page.set_example_changed("fails", True)
    for card in reader.cards:
        names = (b.accessibleName() for b in card.findChildren(QWidget) if b.isVisible())
        buttons = [n for n in names if n.startswith(("Run", "Open", "Copy", "Reset"))]
        places = [
            reader.button(name).rect().translated(reader.button(name).mapTo(card, QPoint(0, 0)))
            for name in buttons
            if name != "Copy the code"
        ]
        assert all(card.rect().contains(place) for place in places)
        assert not places[0].intersects(places[1])
