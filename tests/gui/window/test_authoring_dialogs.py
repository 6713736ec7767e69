"""An author checks a pack, makes a new one, and imports a document, all in the window."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QLineEdit, QListWidget, QProgressBar

from groundwork.gui.authoring.check_dialog import CheckDialog
from groundwork.gui.authoring.import_dialog import ImportDialog
from groundwork.gui.authoring.new_dialog import NewPackDialog
from groundwork.gui.page.lesson_page import LessonPage

from .conftest import OpenOn, OpenWindow
from .lessons import example, write_pack
from .seat import CTRL, Key, Seat
from .test_packs import choose
from .test_restarting import choose_in_tree

GOOD = "Words.\n\n" + example("fine", "print(1)")
LATER = "".join(f"## Part {number}\n\nWords.\n\n" for number in range(40))
BROKEN = LATER + example("broken", "print(1 / 0)")


def found(seat: Seat) -> list[str]:
    """The problems or remarks that a dialog lists."""
    lists = [one for dialog in seat.dialogs for one in dialog.findChildren(QListWidget)]
    return [one.item(row).text() for one in lists if one.isVisible() for row in range(one.count())]


def fields(seat: Seat) -> list[QLineEdit]:
    (dialog,) = seat.dialogs
    return [one for one in dialog.findChildren(QLineEdit) if one.isVisible()]


def write_into(seat: Seat, field: QLineEdit, text: str) -> None:
    field.setFocus()
    field.selectAll()
    seat.type(text)


def test_a_check_lists_the_problems_and_each_leads_to_its_place(
    open_window: OpenWindow, tmp_path: Path
) -> None:
    pack = write_pack(tmp_path / "own", {"one/first": GOOD, "one/second": BROKEN}, "own")
    seat = open_window(target=pack)
    seat.wait_for_example("fine")
    choose(seat, "Check this pack")
    seat.click("Run it")
    seat.wait(lambda: any("ZeroDivisionError" in text for text in found(seat)))
    (dialog,) = seat.dialogs
    assert isinstance(dialog, CheckDialog)
    texts = found(seat)
    row = next(row for row, text in enumerate(texts) if "ZeroDivisionError" in text)
    assert texts[row].startswith("one/second.md:")
    problems = dialog.findChild(QListWidget)
    assert problems is not None
    problems.setCurrentRow(row)
    dialog.activateWindow()
    seat.wait(dialog.isActiveWindow)
    problems.setFocus()
    seat.press(Key.Key_Return)
    seat.wait(lambda: seat.lesson == "Second")
    seat.wait(lambda: seat.card("Broken") is not None and is_in_view(seat.app.page, seat))


def is_in_view(page: LessonPage, seat: Seat) -> bool:
    card = seat.card("Broken")
    return card is not None and not card.visibleRegion().isEmpty() and page.isVisible()


def test_a_pack_that_is_mended_passes_when_it_is_checked_again(
    open_on: OpenOn, tmp_path: Path
) -> None:
    seat = open_on(GOOD + "\n" + example("broken", "print(1 / 0)"))
    file = tmp_path / "lessons" / "small" / "one" / "first.md"
    choose_in_tree(seat, "A small pack", "Check this pack…")
    seat.wait(lambda: any("ZeroDivisionError" in text for text in found(seat)))
    file.write_text(file.read_text(encoding="utf-8").replace("1 / 0", "2"), encoding="utf-8")
    seat.click("Check again")
    seat.wait(lambda: "Nothing is wrong" in seat.labels(seat.dialogs[0]))
    assert "1 lesson, 2 examples" in seat.labels(seat.dialogs[0])


def test_a_check_tells_how_far_it_is_and_can_be_cancelled(open_on: OpenOn) -> None:
    endless = "import time\ntime.sleep(600)"
    seat = open_on(GOOD + "\n" + example("endless", endless))
    choose(seat, "Check this pack")
    (dialog,) = seat.dialogs
    bar = dialog.findChild(QProgressBar)
    assert bar is not None
    seat.wait(lambda: bar.value() > 0)
    seat.click("Cancel")
    seat.wait(lambda: "was cancelled" in seat.labels(dialog))
    seat.click("Close")
    seat.wait(lambda: seat.dialogs == [])


def test_a_window_closes_while_a_pack_is_checked(open_on: OpenOn) -> None:
    seat = open_on(GOOD + "\n" + example("endless", "import time\ntime.sleep(600)"))
    choose(seat, "Check this pack")
    (dialog,) = seat.dialogs
    bar = dialog.findChild(QProgressBar)
    assert bar is not None
    seat.wait(lambda: bar.value() > 0)
    seat.leave()


def test_a_new_pack_is_made_and_opened(open_on: OpenOn, tmp_path: Path) -> None:
    seat = open_on(GOOD)
    choose(seat, "New pack")
    (dialog,) = seat.dialogs
    assert isinstance(dialog, NewPackDialog)
    seat.wait(dialog.isActiveWindow)
    title, folder = fields(seat)
    write_into(seat, title, "Rivers and lakes")
    assert Path(folder.text()).name == "rivers-and-lakes", "the folder follows the title"
    write_into(seat, folder, str(tmp_path / "rivers"))
    seat.press(Key.Key_Return)
    seat.wait(lambda: "Rivers and lakes" in [pack.title for pack in seat.app.reading.packs])
    seat.wait(lambda: seat.dialogs == [])
    assert (tmp_path / "rivers" / "pack.toml").exists()


def test_a_folder_that_is_taken_is_told_and_nothing_is_lost(
    open_on: OpenOn, tmp_path: Path
) -> None:
    seat = open_on(GOOD)
    choose(seat, "New pack")
    seat.wait(seat.dialogs[0].isActiveWindow)
    _, folder = fields(seat)
    write_into(seat, folder, str(tmp_path))
    seat.press(Key.Key_Return)
    seat.wait(lambda: "is there already" in seat.labels(seat.dialogs[0]))
    assert fields(seat)[1].text() == str(tmp_path)


@pytest.fixture
def document(tmp_path: Path) -> Path:
    file = tmp_path / "Tour é.md"
    code = "```python\nprint('here')\n```\n\n```python\nfrom . import x\n```\n"
    file.write_text(f"# A tour\n\n## Start\n\nWords.\n\n{code}", encoding="utf-8")
    return file


def test_a_document_is_imported_and_opened(open_on: OpenOn, document: Path, tmp_path: Path) -> None:
    seat = open_on(GOOD)
    choose(seat, "Import a document")
    (dialog,) = seat.dialogs
    assert isinstance(dialog, ImportDialog)
    seat.wait(dialog.isActiveWindow)
    assert "Its programs will be run" in seat.labels(dialog)
    file, folder = fields(seat)
    file.setText(str(document))
    folder.setText(str(tmp_path / "tour"))
    seat.click("Run and import")
    seat.wait(lambda: "A tour" in [pack.title for pack in seat.app.reading.packs])
    seat.wait(lambda: any("kept to be read" in text for text in found(seat)))
    seat.click("Close")
    seat.wait(lambda: seat.dialogs == [])


def test_a_document_that_is_none_is_told(open_on: OpenOn, tmp_path: Path) -> None:
    seat = open_on(GOOD)
    choose(seat, "Import a document")
    (dialog,) = seat.dialogs
    seat.wait(dialog.isActiveWindow)
    file, folder = fields(seat)
    file.setText(str(tmp_path / "missing.md"))
    folder.setText(str(tmp_path / "tour"))
    seat.click("Run and import")
    seat.wait(lambda: "cannot be read" in seat.labels(dialog))
    assert not (tmp_path / "tour").exists()


def test_the_dialogs_fit_a_small_window(open_on: OpenOn) -> None:
    seat = open_on(GOOD, size=(1024, 600))
    seat.press(Key.Key_Plus, CTRL, times=10)
    for entry in ("New pack", "Import a document"):
        choose(seat, entry)
        (dialog,) = seat.dialogs
        seat.wait(dialog.isActiveWindow)
        assert dialog.width() <= 1024
        assert dialog.height() <= 600
        seat.press(Key.Key_Escape)
        seat.wait(lambda: seat.dialogs == [])
        seat.activate()
