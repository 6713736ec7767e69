"""Selecting and copying the texts of the page."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QColor, QFocusEvent, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QScrollBar

from groundwork.gui.page.text_view import TextView
from groundwork.gui.theme import LIGHT

from .lessons import GROWS, LINKED, example, paragraphs, prose
from .reader import CTRL, SHIFT, Reader

LEFT = Qt.MouseButton.LeftButton
WORDS = prose("<p>Dig the bed, sow the <b>beans</b>.</p><p>Wait for rain.</p>")


def copied(reader: Reader) -> str:
    """What the copy keys take."""
    QGuiApplication.clipboard().setText("nothing")
    reader.key(Qt.Key.Key_C, modifiers=CTRL)
    return QGuiApplication.clipboard().text()


def drag(reader: Reader, start: str, end: str) -> TextView:
    view, begin = reader.point_of(start)
    _, finish = reader.point_of(end)
    reader.qtbot.mousePress(view, LEFT, pos=begin)
    reader.qtbot.mouseMove(view, finish)
    reader.qtbot.mouseRelease(view, LEFT, pos=finish)
    return view


def test_dragging_selects(reader: Reader) -> None:
    reader.read(WORDS)
    drag(reader, "i", "sow")
    assert copied(reader).startswith("g the bed, s") or copied(reader).startswith("ig the bed, s")


def test_what_is_selected_is_seen(reader: Reader) -> None:
    reader.read(WORDS)
    view = drag(reader, "Dig", "rain")
    image = reader.picture(view)
    colours = {image.pixelColor(x, 8).name().upper() for x in range(image.width())}
    assert LIGHT.selection in colours


def test_a_double_click_selects_the_word(reader: Reader) -> None:
    reader.read(WORDS)
    view, place = reader.point_of("beans")
    reader.qtbot.mouseDClick(view, LEFT, pos=place)
    assert copied(reader) == "beans"


def test_a_third_click_selects_the_paragraph(reader: Reader) -> None:
    reader.read(WORDS)
    view, place = reader.point_of("beans")
    reader.qtbot.mouseDClick(view, LEFT, pos=place)
    reader.qtbot.mouseClick(view, LEFT, pos=place)
    assert copied(reader).strip() == "Dig the bed, sow the beans."


def test_a_click_with_shift_extends_the_selection(reader: Reader) -> None:
    reader.read(WORDS)
    reader.click("Dig")
    reader.click("rain", SHIFT)
    assert "the bed, sow the beans.\nWait for" in copied(reader)


def test_a_click_elsewhere_selects_nothing(reader: Reader) -> None:
    reader.read(WORDS, example())
    view = drag(reader, "Dig", "rain")
    reader.click("rows.append")
    image = reader.picture(view)
    colours = {image.pixelColor(x, 8).name().upper() for x in range(image.width())}
    assert LIGHT.selection not in colours
    assert copied(reader) == "nothing"


def test_keys_select(reader: Reader) -> None:
    reader.read(WORDS)
    reader.click("Dig")
    reader.key(Qt.Key.Key_Home, modifiers=SHIFT)
    reader.key(*[Qt.Key.Key_Right] * 3, modifiers=SHIFT)
    reader.key(Qt.Key.Key_End, modifiers=SHIFT)
    assert copied(reader).endswith("sow the beans.")
    reader.key(Qt.Key.Key_A, modifiers=CTRL)
    assert copied(reader) == "Dig the bed, sow the beans.\nWait for rain."


def test_selecting_begins_with_the_first_text_on_the_screen(reader: Reader) -> None:
    reader.read(*paragraphs(40))
    reader.page.setFocus()
    reader.key(Qt.Key.Key_PageDown)
    reader.key(Qt.Key.Key_Down, modifiers=SHIFT)
    assert "Paragraph" in copied(reader)
    view = reader.focused
    assert isinstance(view, TextView)
    assert -view.height() < reader.top_of(view) < 60


def test_the_page_follows_a_selection_made_with_keys(reader: Reader) -> None:
    reader.read(prose(f"<p>{'Beans and peas in rows. ' * 200}</p>"))
    reader.page.setFocus()
    reader.key(*[Qt.Key.Key_Down] * 40, modifiers=SHIFT)
    assert reader.scrolled > 0


def test_a_copy_is_plain_text(reader: Reader) -> None:
    reader.read(example())
    reader.click("append")
    reader.key(Qt.Key.Key_A, modifiers=CTRL)
    assert copied(reader) == GROWS.strip()
    assert not QGuiApplication.clipboard().mimeData().hasHtml()


def test_copying_nothing_leaves_the_clipboard_alone(reader: Reader) -> None:
    reader.read(WORDS)
    reader.click("Dig")
    assert copied(reader) == "nothing"


def test_the_middle_button_elsewhere_gets_what_is_selected(reader: Reader) -> None:
    clipboard = QGuiApplication.clipboard()
    if not clipboard.supportsSelection():
        pytest.skip("this system has no such clipboard")
    reader.read(WORDS)
    drag(reader, "Dig", "rain")
    assert "the bed" in clipboard.text(clipboard.Mode.Selection)


def test_the_mouse_shows_what_is_text_and_what_is_a_link(reader: Reader) -> None:
    reader.read(LINKED)
    view = reader.text("first page")
    for part, shape in [
        ("first page", Qt.CursorShape.PointingHandCursor),
        ("with", Qt.CursorShape.IBeamCursor),
    ]:
        point_until(reader, part, lambda shape=shape: view.cursor().shape() == shape)  # type: ignore[misc] # mypy infers no lambda defaults


def point_until(reader: Reader, part: str, condition: Callable[[], bool]) -> None:
    """Move the pointer over a text until the condition holds.

    The window is told of the moves as by the window system; the real pointer of the display would
    be another window's where one happens to lie over this.
    """
    view, place = reader.point_of(part)
    window = reader.window.windowHandle()

    def is_so() -> bool:
        if condition():  # before the pointer moves: what comes of that is seen the next time
            return True
        QTest.mouseMove(window, view.mapTo(reader.window, place + QPoint(1, 0)))
        QTest.mouseMove(window, view.mapTo(reader.window, place))
        return False

    reader.qtbot.waitUntil(is_so)


def menu_at(reader: Reader, part: str) -> QMenu:
    view, place = reader.point_of(part)
    reader.context_menu(view, place)
    reader.qtbot.waitUntil(lambda: isinstance(QApplication.activePopupWidget(), QMenu))
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    return menu


def test_the_menu_of_a_link_copies_it(reader: Reader) -> None:
    reader.read(LINKED)
    menu = menu_at(reader, "first page")
    copy, copy_link, select_all = menu.actions()
    assert [a.text() for a in (copy, copy_link, select_all)] == ["Copy", "Copy link", "Select all"]
    assert not copy.isEnabled()
    copy_link.trigger()
    assert QGuiApplication.clipboard().text() == "../start/welcome.md#run%20it"
    menu.close()


def test_the_menu_selects_and_copies(reader: Reader) -> None:
    reader.read(WORDS)
    menu = menu_at(reader, "rain")
    menu.actions()[-1].trigger()
    menu.close()
    menu = menu_at(reader, "rain")
    menu.actions()[0].trigger()
    menu.close()
    assert QGuiApplication.clipboard().text().endswith("Wait for rain.")


def test_no_text_scrolls_up_and_down_by_itself(reader: Reader) -> None:
    reader.read(*paragraphs(30), example())
    bars = [bar for bar in reader.page.findChildren(QScrollBar) if bar.isVisible()]
    assert bars == [reader.area.verticalScrollBar()]


def test_a_selection_lasts_while_another_window_is_used(reader: Reader) -> None:
    reader.read(WORDS)
    view = drag(reader, "Dig", "rain")
    QApplication.sendEvent(
        view, QFocusEvent(QEvent.Type.FocusOut, Qt.FocusReason.ActiveWindowFocusReason)
    )
    assert reader.picture(view).pixelColor(QPoint(60, 8)) == QColor(LIGHT.selection)
