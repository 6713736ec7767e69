"""The list over the code, with what is known of the selected beside it."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QGuiApplication, QImage
from PySide6.QtTest import QTest
from tests.gui.language.writing_desk import WritingDesk

from groundwork.gui.editor.scintilla import Message
from groundwork.gui.language.completion.beside import Beside
from groundwork.gui.language.completion.choices import Choices
from groundwork.gui.language.completion.kinds import KIND_NAMES, kind_named
from groundwork.gui.language.completion.popup import CompletionPopup
from groundwork.gui.language.completion.rows import MOST_ROWS
from groundwork.gui.language.documentation import Documentation
from groundwork.gui.language.overlay import Overlay
from groundwork.gui.theme import DARK, LIGHT, Theme
from groundwork.language.protocol import Candidate, Description

Open = Callable[..., WritingDesk]
LINES = "".join(f"price_{number} = {number}\n" for number in range(40))
ABOUT = Description("price", "function", "price(of: str) -> int", html="<p>What it costs.</p>")


class List:
    """A popup over a desk, with as many names as wanted."""

    def __init__(self, desk: WritingDesk, count: int = 30, typed: str = "na") -> None:
        self.desk, self.typed = desk, typed
        self.popup = CompletionPopup(desk.workplace)
        self.popup.rows.make_room_for([f"name_{number}" for number in range(count)])
        self.show(count)

    def show(self, count: int, position: int = 0) -> None:
        named = (Candidate(f"name_{number}", "variable", number) for number in range(count))
        self.popup.show_choices(Choices(named).fitting(self.typed), position)

    @property
    def beside(self) -> Beside:
        found = self.desk.pane.findChild(Beside)
        assert isinstance(found, Beside)
        return found


def lum(colour: str) -> float:
    """The luminance of a colour, as WCAG 2.1 defines it."""
    parts = (QColor(colour).redF(), QColor(colour).greenF(), QColor(colour).blueF())
    linear = [x / 12.92 if x <= 0.04045 else ((x + 0.055) / 1.055) ** 2.4 for x in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    light, dark = sorted((lum(one), lum(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def test_at_most_ten_rows_are_seen_and_a_bar_says_that_there_are_more(desk_with: Open) -> None:
    shown = List(desk_with())
    rows = shown.popup.rows
    assert rows.height() == MOST_ROWS * rows.row_height
    assert rows.verticalScrollBar().isVisible()
    shown.show(3)
    assert rows.height() == 3 * rows.row_height
    assert not rows.verticalScrollBar().isVisible()


def test_the_width_stays_while_typing_filters(desk_with: Open) -> None:
    shown = List(desk_with())
    before = shown.popup.surface.width()
    shown.show(2)
    assert shown.popup.surface.width() == before


def test_the_names_stand_under_what_was_typed(desk_with: Open) -> None:
    desk = desk_with("    na")
    shown = List(desk)
    shown.show(3, position=4)
    text = desk.view.area.viewport().mapTo(desk.pane, desk.ask_point(4)).x()
    rows = shown.popup.rows
    assert rows.mapTo(desk.pane, QPoint(rows.text_left, 0)).x() == text


def test_the_selected_row_is_brought_into_sight(desk_with: Open) -> None:
    rows = List(desk_with()).popup.rows
    rows.select(25)
    first = rows.verticalScrollBar().value()
    assert first <= 25 < first + MOST_ROWS
    rows.step(5)
    assert rows.current == 0
    assert rows.verticalScrollBar().value() == 0


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
def test_the_selected_row_and_the_letters_typed_look_different(
    desk_with: Open, theme: Theme
) -> None:
    desk = desk_with()
    desk.appearance.choose_theme("dark" if theme.is_dark else "light")
    rows = List(desk).popup.rows
    picture = rows.grab().toImage()
    assert has_colour(picture, theme.selection, range(rows.row_height))
    assert not has_colour(picture, theme.selection, range(rows.row_height, rows.height()))
    assert has_colour(picture, theme.accent, range(rows.row_height, 2 * rows.row_height))


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("role", ["text", "accent"])
def test_names_can_be_read_on_every_ground(theme: Theme, role: str) -> None:
    for ground in (theme.surface, theme.selection, theme.current_line):
        assert contrast(getattr(theme, role), ground) >= 4.5


def has_colour(picture: QImage, colour: str, lines: range) -> bool:
    wanted = QColor(colour).rgb()
    return any(picture.pixel(x, y) == wanted for y in lines for x in range(picture.width()))


def test_every_kind_has_an_icon_of_its_own() -> None:
    icons = {kind_named(kind).icon for kind in KIND_NAMES}
    assert len(icons) == len(KIND_NAMES) == 11
    assert kind_named("something else") == kind_named("variable")


def test_a_press_that_is_let_go_elsewhere_chooses_nothing(desk_with: Open) -> None:
    shown = List(desk_with())
    viewport, height = shown.popup.rows.viewport(), shown.popup.rows.row_height
    chosen: list[int] = []
    shown.popup.chosen.connect(chosen.append)
    left = Qt.MouseButton.LeftButton
    QTest.mousePress(viewport, left, pos=QPoint(50, height + 5))
    QTest.mouseRelease(viewport, left, pos=QPoint(50, 3 * height + 5))
    assert chosen == []
    QTest.mouseClick(viewport, left, pos=QPoint(50, 2 * height + 5))
    assert chosen == [2]


def test_the_row_that_is_pointed_at_is_shown_until_the_pointer_leaves(desk_with: Open) -> None:
    desk = desk_with()
    rows = List(desk).popup.rows
    second, ground = range(rows.row_height, 2 * rows.row_height), desk.appearance.theme.current_line
    assert not has_colour(rows.grab().toImage(), ground, second)
    QTest.mouseMove(rows.viewport(), QPoint(90, rows.row_height + 9))
    desk.qtbot.waitUntil(lambda: has_colour(rows.grab().toImage(), ground, second))
    QTest.mouseMove(desk.view.area, QPoint(600, 300))
    desk.qtbot.waitUntil(lambda: not has_colour(rows.grab().toImage(), ground, second))


def test_what_has_been_selected_for_a_moment_is_asked_about(desk_with: Open) -> None:
    desk = desk_with()
    popup = List(desk).popup
    with desk.qtbot.waitSignal(popup.explanation_wanted, timeout=30_000) as wanted:
        popup.rows.step(3)
    assert wanted.args == [Candidate("name_3", "variable", 3)]


def test_what_is_known_stands_beside_the_list_and_follows_it(desk_with: Open) -> None:
    desk = desk_with(LINES)
    desk.pane.resize(1000, 600)
    shown = List(desk, 5)
    shown.popup.explain(ABOUT)
    assert shown.beside.isVisible()
    assert shown.beside.surface.left() > shown.popup.surface.right()
    assert shown.beside.surface.top() == shown.popup.surface.top()
    shown.show(5, position=desk.ask(Message.POSITIONFROMLINE, 4))
    assert shown.beside.surface.top() == shown.popup.surface.top()
    shown.popup.put_away()
    assert not shown.beside.isVisible()


def test_it_goes_to_the_left_where_there_is_no_room_to_the_right(desk_with: Open) -> None:
    desk = desk_with(" " * 60)
    desk.pane.resize(900, 600)
    shown = List(desk, 5)
    shown.show(5, position=60)
    shown.popup.explain(ABOUT)
    assert shown.beside.surface.right() < shown.popup.surface.left()


def test_it_goes_under_the_list_in_a_narrow_window_and_away_in_a_low_one(desk_with: Open) -> None:
    desk = desk_with()
    desk.pane.resize(360, 500)
    shown = List(desk, 3)
    shown.popup.explain(ABOUT)
    assert shown.beside.surface.top() > shown.popup.surface.bottom()
    desk.pane.resize(360, 230)
    shown.show(3)
    assert not shown.beside.isVisible()


def test_a_long_signature_is_cut_so_that_the_documentation_is_in_sight(desk_with: Open) -> None:
    desk = desk_with()
    desk.pane.resize(1000, 600)
    shown = List(desk, 3)
    parameters = "".join(f"    option_{number}: int = 0,\n" for number in range(20))
    long = f"def price(\n{parameters}) -> int\ndef price(tea: str) -> str"
    shown.popup.explain(Description("price", "function", long, html="<p>What it costs.</p>"))
    text = shown.beside.findChild(Documentation)
    assert isinstance(text, Documentation)
    assert not text.verticalScrollBar().isVisible()
    words = text.toPlainText()
    assert "option_2" in words
    assert "option_9" not in words
    assert "-> str" not in words
    assert words.index("…") < words.index("-> int") < words.index("What it costs.")


def test_it_covers_nothing_else_that_is_open(desk_with: Open) -> None:
    desk = desk_with(LINES)
    desk.pane.resize(1000, 600)
    shown = List(desk, 3)
    shown.popup.explain(ABOUT)
    place = shown.beside.surface
    shown.popup.explain(None)
    other = Overlay(desk.workplace)
    other.put(QRect(place.topLeft(), QSize(place.width(), 40)))
    shown.popup.explain(ABOUT)
    assert shown.beside.isVisible()
    assert not shown.beside.surface.intersects(other.surface)


@pytest.mark.parametrize("size", [(640, 420), (1024, 600)])
@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_all_of_it_stays_in_the_window(
    desk_with: Open, size: tuple[int, int], scale: float
) -> None:
    desk = desk_with("x" * 20 + "\n" + LINES)
    desk.appearance.choose_text_scale(scale)
    desk.pane.resize(*size)
    shown = List(desk)
    for line in range(desk.ask(Message.LINESONSCREEN)):
        shown.show(30, position=desk.ask(Message.POSITIONFROMLINE, line))
        shown.popup.explain(ABOUT)
        assert desk.pane.rect().contains(shown.popup.surface)
        assert shown.popup.rows.height() % shown.popup.rows.row_height == 0
        if shown.beside.isVisible():
            assert desk.pane.rect().contains(shown.beside.surface)
            assert not shown.beside.surface.intersects(shown.popup.surface)


def test_it_stays_on_its_side_of_the_line_while_typing_filters(desk_with: Open) -> None:
    desk = desk_with(LINES)
    desk.pane.resize(700, 420)
    shown = List(desk)
    last = desk.ask(Message.POSITIONFROMLINE, 11)
    shown.show(30, position=last)
    bottom = shown.popup.surface.bottom()
    assert bottom < place_in_window(desk, last).y()
    shown.show(1, position=last)
    assert shown.popup.surface.bottom() == bottom


def place_in_window(desk: WritingDesk, position: int) -> QPoint:
    return desk.view.area.viewport().mapTo(desk.pane, desk.ask_point(position))


def test_names_of_usual_length_are_shown_whole(desk_with: Open) -> None:
    desk = desk_with()
    rows = List(desk).popup.rows
    rows.make_room_for(["name_of_fifteen"])
    rows.fit(1000, 1000)
    font = desk.appearance.code_font()
    font.setBold(True)
    room = rows.viewport().width() - rows.text_left - 8
    metrics = QFontMetrics(font)
    shown = metrics.elidedText("name_of_fifteen", Qt.TextElideMode.ElideRight, room)
    assert shown == "name_of_fifteen"


def test_a_long_name_does_not_widen_it_without_end(desk_with: Open) -> None:
    desk = desk_with()
    desk.pane.resize(1500, 600)
    popup = CompletionPopup(desk.workplace)
    candidates = [Candidate("name" * 40, "variable")]
    popup.rows.make_room_for([candidates[0].name])
    popup.show_choices(Choices(candidates).fitting("na"), 0)
    assert popup.surface.width() < 400


def test_the_selected_is_told_to_screen_readers(desk_with: Open) -> None:
    popup = List(desk_with()).popup
    popup.rows.step(2)
    assert popup.rows.accessibleName() == "Completions"
    assert popup.rows.accessibleDescription() == "name_2, variable, 3 of 30"


def test_it_may_be_made_while_the_window_closes(desk_with: Open) -> None:
    desk = desk_with()
    desk.pane.hide()
    assert CompletionPopup(desk.workplace).isHidden()


def test_it_never_has_the_focus(desk_with: Open) -> None:
    desk = desk_with()
    shown = List(desk)
    QTest.mouseClick(shown.popup.rows.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(50, 9))
    assert QGuiApplication.focusObject() is desk.view.area
