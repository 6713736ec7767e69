"""The question before anything of a pack is run that the user has not met."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QMessageBox

from groundwork.packs.archive import archived

from .conftest import OpenOn, OpenWindow
from .lessons import example, write_pack
from .seat import Key, Seat

FIRST = example("one", "print(1)")
OTHER = {"part/start": example("other", "print('other')") + example("again", "print('again')")}


@pytest.fixture
def other(tmp_path: Path) -> Path:
    return write_pack(tmp_path / "other", OTHER, "other", "Another pack")


def open_other(seat: Seat, path: Path) -> None:
    seat.window.folder_dropped.emit(path)
    seat.wait_for_example("other")


def question(seat: Seat) -> QMessageBox:
    seat.wait(lambda: [one for one in seat.dialogs if one.isActiveWindow()])
    (box,) = seat.dialogs
    assert isinstance(box, QMessageBox)
    return box


def test_the_question_names_the_pack_and_its_author_and_is_asked_once(
    open_on: OpenOn, open_window: OpenWindow, other: Path
) -> None:
    seat = open_on(FIRST)
    open_other(seat, other)
    seat.press(Key.Key_F5)
    box = question(seat)
    assert box.text() == "Run programs of “Another pack” by “A teacher”?"
    assert seat.output == ""
    seat.click("Run it")
    seat.wait(lambda: seat.output == "other\n")
    seat.click("Run Again")
    seat.wait(lambda: seat.output == "again\n")
    seat.leave()
    seat = open_window()
    seat.wait_for_example("again")
    seat.press(Key.Key_F5)
    seat.wait(lambda: seat.output == "again\n")
    assert not seat.dialogs


def test_who_does_not_want_to_runs_nothing_and_is_asked_again(open_on: OpenOn, other: Path) -> None:
    seat = open_on(FIRST)
    open_other(seat, other)
    seat.click("Run Again")
    question(seat)
    seat.press(Key.Key_Escape)
    seat.wait_for_status("Nothing of “Another pack” was run")
    seat.wait(lambda: not seat.dialogs)
    seat.activate()
    seat.press(Key.Key_F5)
    question(seat)
    seat.press(Key.Key_Return)
    seat.wait(lambda: not seat.dialogs)
    assert seat.output == ""


def test_closing_the_question_is_an_answer(open_on: OpenOn, other: Path) -> None:
    seat = open_on(FIRST)
    open_other(seat, other)
    seat.click("Run Again")
    question(seat).close()
    seat.wait_for_status("Nothing of “Another pack” was run")


def test_what_comes_with_the_application_runs_without_a_question(open_on: OpenOn) -> None:
    seat = open_on(FIRST)
    seat.press(Key.Key_F5)
    seat.wait(lambda: seat.output == "1\n")
    assert not seat.dialogs


def test_an_installed_pack_that_has_changed_is_asked_about_again(
    open_on: OpenOn, other: Path, tmp_path: Path
) -> None:
    seat = open_on(FIRST)
    file = tmp_path / "other.gwpack"
    file.write_bytes(archived(other))
    open_other(seat, file)
    seat.press(Key.Key_F5)
    question(seat)
    seat.click("Run it")
    seat.wait(lambda: seat.output == "other\n")
    write_pack(other, {"part/start": example("newer", "print('newer')")}, "other", "Another pack")
    file.write_bytes(archived(other))
    seat.window.folder_dropped.emit(file)
    seat.wait_for_example("newer")
    seat.activate()
    seat.press(Key.Key_F5)
    question(seat)
    seat.click("Run it")
    seat.wait(lambda: seat.output == "newer\n")


def test_a_program_of_a_pack_that_was_closed_is_not_run(open_on: OpenOn, other: Path) -> None:
    seat = open_on("Nothing to run here.\n")
    open_other(seat, other)
    seat.app.pack_desk.put_away(seat.app.reading.packs[-1])
    seat.wait(lambda: seat.lesson == "First")
    assert seat.example == "other"
    seat.press(Key.Key_F5)
    seat.wait_for_status("has been closed")
    assert not seat.dialogs


def test_names_in_a_manifest_are_shown_as_they_are(open_on: OpenOn, tmp_path: Path) -> None:
    folder = write_pack(tmp_path / "odd", OTHER, "other", "<b>Bold</b>\\u202e" + "x" * 300)
    seat = open_on(FIRST)
    open_other(seat, folder)
    seat.press(Key.Key_F5)
    text = question(seat).text()
    assert text.startswith("Run programs of “<b>Bold</b> xxx")
    assert len(text) < 120
