from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from PySide6.QtWidgets import QMessageBox

from groundwork import paths

from .conftest import OpenOn, OpenWindow
from .lessons import example
from .seat import ALT, CTRL, Key, Seat

ONE = example("one", "print(1)\n")


def draft(home: Path) -> Path:
    return home / "data" / "drafts" / "small" / "first" / "one" / "work" / "main.py"


def test_two_windows_show_each_other_what_is_typed(
    open_on: OpenOn, open_window: OpenWindow
) -> None:
    left = open_on(ONE)
    right = open_window()
    right.wait_for_example("one")
    left.activate()
    left.write("from the left")
    right.wait(lambda: right.code == "from the left")
    right.activate()
    right.press(Key.Key_E, ALT)
    right.press(Key.Key_End, CTRL)
    right.type(" and right")
    left.wait(lambda: left.code == "from the left and right")
    assert left.banner == right.banner == ""


def test_two_windows_that_type_at_once_lose_nothing(
    open_on: OpenOn, open_window: OpenWindow, home: Path
) -> None:
    left = open_on(ONE)
    right = open_window()
    right.wait_for_example("one")
    left.activate()
    left.write("left")
    right.activate()
    right.write("right")
    for seat in (left, right):
        seat.leave()
    kept = {draft(home).read_text(encoding="utf-8"), *versions(home)}
    assert {"left", "right"} <= kept


def versions(home: Path) -> set[str]:
    folder = draft(home).parent.parent
    files = (file for file in folder.rglob("*") if file.is_file())
    return {file.read_text(encoding="utf-8", errors="replace") for file in files}


def test_without_any_home_the_window_works_and_says_that_nothing_lasts(
    open_on: OpenOn, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(paths.HOME_VARIABLE, "/dev/null/home")
    work_in_a_window_where_nothing_lasts(open_on(ONE))


def test_without_any_place_to_write_the_window_works_and_asks_before_it_closes(
    open_on: OpenOn, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(paths.HOME_VARIABLE, "/dev/null/home")
    monkeypatch.setattr("tempfile.tempdir", "/dev/null/temporary")
    seat = open_on(ONE)
    work_in_a_window_where_nothing_lasts(seat)
    for _ in range(2):  # asking for it again brings no second question
        assert not seat.window.close()
    (question,) = seat.dialogs
    assert isinstance(question, QMessageBox)
    copies = Path(question.informativeText().removeprefix("Copies are in ").partition(". ")[0])
    assert (copies / "main.py").read_text(encoding="utf-8") == "print('all the same')"
    seat.click("Go back")
    seat.wait(lambda: not seat.dialogs)
    assert seat.code == "print('all the same')"
    assert not seat.window.close()
    seat.click("Close anyway")
    seat.wait(lambda: not seat.window.isVisible())
    assert (copies / "main.py").is_file()
    shutil.rmtree(copies.parents[2])


def work_in_a_window_where_nothing_lasts(seat: Seat) -> None:
    seat.wait(lambda: "cannot be" in seat.banner)
    while "Your work cannot be kept" not in seat.banner:
        seat.click("Close this message")
        assert seat.banner
    seat.write("print('all the same')")
    seat.press(Key.Key_F5)
    seat.wait(lambda: seat.output == "all the same\n")


def take_away(seat: Seat, drafts: Path) -> None:
    for _ in range(2):  # nothing may be on its way there; an answer may ask for more
        assert seat.app.drafts.flush(20) == ()
    drafts.rename(drafts.parents[1] / "away")
    drafts.write_text("no folder", encoding="utf-8")


def test_a_home_that_goes_away_is_told_and_what_was_typed_comes_to_it_when_it_is_back(
    open_on: OpenOn, home: Path
) -> None:
    seat = open_on(ONE)
    drafts = home / "data" / "drafts"
    take_away(seat, drafts)
    seat.write("typed meanwhile")
    seat.wait(lambda: "cannot be saved" in seat.banner)
    assert seat.code == "typed meanwhile"
    drafts.unlink()
    (home / "away").rename(drafts)
    seat.wait(lambda: seat.banner == "")
    assert draft(home).read_text(encoding="utf-8") == "typed meanwhile"


def test_without_its_home_a_program_still_runs(open_on: OpenOn, home: Path) -> None:
    seat = open_on(ONE)
    drafts = home / "data" / "drafts"
    take_away(seat, drafts)
    seat.write("print('typed')")
    seat.press(Key.Key_F5)
    seat.wait(lambda: seat.output == "typed\n")
    drafts.unlink()
    (home / "away").rename(drafts)
    seat.wait(lambda: seat.banner == "")
