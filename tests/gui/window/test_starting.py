from __future__ import annotations

from pathlib import Path

import pytest

from .conftest import OpenOn, OpenWindow
from .lessons import example, write_pack
from .seat import CTRL, Key

LONG = "".join(f"A paragraph about number {number}.\n\n" for number in range(80))
LINES = "".join(f"print({number})\n" for number in range(200))
FIRST = example("begin", "print('begin')")
TWO_FILES = example("shop", "import prices\n") + example("shop", LINES, more="file=prices.py")
LESSONS = {"one/first": FIRST, "one/second": LONG + TWO_FILES + LONG, "two/third": "Text.\n"}


def test_the_first_start_opens_the_welcome_lesson_and_its_first_example(
    open_window: OpenWindow,
) -> None:
    seat = open_window()
    seat.wait_for_example("first-run")
    assert seat.lesson == "Welcome"
    assert seat.window.windowTitle() == "Welcome - Groundwork"
    assert "visitors" in seat.code
    assert seat.row("Welcome").is_opened
    assert seat.place == ("main.py", 1)
    assert seat.has_focus(seat.app.editor)
    assert seat.banner == ""


def test_the_first_program_runs_at_once(open_window: OpenWindow) -> None:
    seat = open_window()
    seat.wait_for_example("first-run")
    seat.press(Key.Key_F5)
    seat.wait_for_status("exit code 0")
    assert seat.output == "The server is ready.\nVisitors so far: 3\n"


def test_a_later_start_opens_the_lesson_the_file_and_the_place(open_on: OpenOn) -> None:
    seat = open_on(LESSONS)
    seat.press(Key.Key_PageDown, CTRL)
    seat.wait_for_example("shop")
    seat.press(Key.Key_Tab, CTRL)
    seat.app.editor.go_to("prices.py", 120, 6)
    seat.app.page.restore_scroll(40.5)
    scroll = seat.app.page.scroll_position()
    seat.leave()
    seat = open_on(LESSONS)
    seat.wait_for_example("shop")
    assert seat.lesson == "Second"
    assert seat.place == ("prices.py", 120)
    assert seat.app.editor.cursor_place() == (120, 6)
    assert seat.has_focus(seat.app.editor)
    seat.wait(lambda: seat.app.page.scroll_position() == pytest.approx(scroll, abs=0.01))


def test_a_later_start_gives_window_panels_and_tree_the_shape_they_had(open_on: OpenOn) -> None:
    seat = open_on(LESSONS)
    assert "Third" not in [row.title for row in seat.rows()]
    seat.click_row("Two")
    assert "Third" in [row.title for row in seat.rows()]
    seat.window.setGeometry(60, 50, 1300, 800)
    seat.app.panels.restore_sizes({"wide": [220, 600, 480]})
    seat.app.work.restore_sizes([300, 350])
    shape = seat.shape
    seat.leave()
    seat = open_on(LESSONS)
    assert seat.shape == shape
    assert "Third" in [row.title for row in seat.rows()]


def test_a_window_that_was_maximized_opens_so(open_on: OpenOn) -> None:
    seat = open_on(FIRST)
    assert not seat.window.isMaximized()
    seat.window.showMaximized()
    seat.leave()
    seat = open_on(FIRST)
    assert seat.window.isMaximized()


def test_a_tree_that_was_put_away_stays_away(open_on: OpenOn) -> None:
    seat = open_on(FIRST)
    seat.press(Key.Key_F9)
    assert not seat.app.tree.isVisible()
    seat.leave()
    seat = open_on(FIRST)
    assert not seat.app.tree.isVisible()
    seat.press(Key.Key_F9)
    assert seat.app.tree.isVisible()


def test_theme_and_text_size_are_remembered(open_on: OpenOn) -> None:
    seat = open_on(FIRST)
    seat.app.appearance.choose_theme("dark")
    seat.press(Key.Key_Plus, CTRL)
    seat.leave()
    seat = open_on(FIRST)
    assert seat.app.appearance.theme.is_dark
    assert seat.app.appearance.text_scale == 1.1


def test_a_lesson_that_is_gone_gives_way_to_the_first_from_its_top(open_on: OpenOn) -> None:
    lessons = {"one/first": LONG + FIRST, "one/second": LONG + example("other", "print('x')")}
    seat = open_on(lessons)
    seat.press(Key.Key_PageDown, CTRL)
    seat.wait_for_example("other")
    seat.write("1\n2\n3")
    seat.app.page.restore_scroll(30.0)
    seat.leave()
    seat = open_on({"one/first": LONG + FIRST})
    seat.wait(lambda: seat.lesson == "First")
    assert seat.app.page.scroll_position() == 0
    assert seat.place == ("main.py", 1)
    assert seat.code == "print('begin')\n"


@pytest.mark.parametrize("content", ["", "{", "[]", '{"pack_id": 3}', "\x00" * 50])
def test_files_of_the_window_that_are_damaged_count_as_not_there(
    open_on: OpenOn, home: Path, content: str
) -> None:
    (home / "data").mkdir(parents=True)
    for name in ("settings.json", "window.json", "place.json"):
        (home / "data" / name).write_text(content, encoding="utf-8")
    seat = open_on(FIRST)
    assert seat.lesson == "First"
    assert seat.banner == ""


def test_what_is_typed_before_everything_is_there_is_kept(
    open_on: OpenOn, open_window: OpenWindow
) -> None:
    open_on(FIRST).leave()
    seat = open_window(early="early = 1\n")
    seat.wait_for_example("begin")
    assert seat.code == "early = 1\nprint('begin')\n"
    assert seat.has_focus(seat.app.editor)
    seat.type("more = 2\n")
    seat.press(Key.Key_F5)
    seat.wait_for_status("exit code 0")
    assert seat.code == "early = 1\nmore = 2\nprint('begin')\n"
    seat.press(Key.Key_Z, CTRL, times=3)
    assert seat.code == "print('begin')\n"


def test_opened_packs_come_back(open_on: OpenOn, open_window: OpenWindow, tmp_path: Path) -> None:
    other = write_pack(tmp_path / "other", {"a/b": FIRST}, "other", "Another pack")
    seat = open_on(FIRST)
    seat.app.window.folder_dropped.emit(other)
    seat.wait(lambda: seat.lesson == "B")
    seat.leave()
    seat = open_window()
    seat.wait(lambda: seat.lesson == "B")
    assert [row.title for row in seat.rows() if row.level == 0] == ["A small pack", "Another pack"]


def test_a_pack_that_is_gone_is_told_and_the_rest_opens(
    open_on: OpenOn, open_window: OpenWindow, tmp_path: Path
) -> None:
    other = write_pack(tmp_path / "other", {"a/b": FIRST}, "other", "Another pack")
    seat = open_on(FIRST)
    seat.app.window.folder_dropped.emit(other)
    seat.wait(lambda: seat.lesson == "B")
    seat.leave()
    other.rename(tmp_path / "elsewhere")
    seat = open_window()
    seat.wait(lambda: seat.lesson == "First")
    assert [row.title for row in seat.rows() if row.level == 0] == ["A small pack"]
    assert str(other) in seat.banner
