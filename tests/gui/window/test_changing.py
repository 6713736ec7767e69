from __future__ import annotations

from pathlib import Path

from groundwork.learner.drafts import DraftStore
from groundwork.packs.model import ExampleAddress

from .conftest import OpenOn
from .lessons import example
from .seat import ALT, CTRL, Key, Seat

ONE = example("one", "print(1)")
TWO = example("two", "print(2)")
SHOP = example("shop", "import prices\n") + example("shop", "PEN = 3\n", more="file=prices.py")
LESSONS = {"first/begin": ONE + TWO, "first/other": SHOP}


def ask_for_reset(seat: Seat) -> None:
    seat.click("Reset to the original")
    (box,) = seat.dialogs
    seat.wait(box.isActiveWindow)


def test_a_change_is_marked_in_tab_card_and_tree(open_on: OpenOn) -> None:
    seat = open_on(LESSONS)
    seat.press(Key.Key_E, ALT)
    seat.type("#")
    seat.wait(lambda: seat.row("Begin").is_changed)
    assert seat.file_tabs == ["main.py ●"]
    card = seat.card("One")
    assert card is not None
    assert "changed" in seat.labels(card)


def test_taking_a_change_back_takes_the_marks_away(open_on: OpenOn) -> None:
    seat = open_on(LESSONS)
    seat.press(Key.Key_E, ALT)
    seat.type("#")
    seat.wait(lambda: seat.row("Begin").is_changed)
    seat.press(Key.Key_Backspace)
    seat.wait(lambda: not seat.row("Begin").is_changed)
    assert seat.file_tabs == ["main.py"]
    card = seat.card("One")
    assert card is not None
    assert "changed" not in seat.labels(card)


def test_marks_are_there_again_at_the_next_start(open_on: OpenOn) -> None:
    seat = open_on(LESSONS)
    seat.press(Key.Key_PageDown, CTRL)
    seat.wait_for_example("shop")
    seat.press(Key.Key_E, ALT)
    seat.type("#")
    seat.press(Key.Key_PageUp, CTRL)
    seat.wait_for_example("one")
    seat.leave()
    seat = open_on(LESSONS)
    seat.wait(lambda: seat.row("Other").is_changed)
    assert not seat.row("Begin").is_changed
    seat.press(Key.Key_PageDown, CTRL)
    seat.wait_for_example("shop")
    card = seat.card("Shop")
    assert card is not None
    assert "changed" in seat.labels(card)
    assert seat.file_tabs == ["main.py ●", "prices.py"]


def test_what_is_typed_is_on_the_disk_by_itself(open_on: OpenOn, home: Path) -> None:
    seat = open_on(LESSONS)
    seat.write("mine")
    file = home / "data" / "drafts" / "small" / "begin" / "one" / "work" / "main.py"
    seat.wait(lambda: file.read_text(encoding="utf-8") == "mine")


def test_what_is_typed_as_the_window_closes_is_kept(open_on: OpenOn) -> None:
    seat = open_on(LESSONS)
    seat.write("last words")
    seat.leave()
    seat = open_on(LESSONS)
    seat.wait_for_example("one")
    assert seat.code == "last words"


def test_reset_asks_and_brings_the_original_back(open_on: OpenOn) -> None:
    seat = open_on(LESSONS)
    seat.write("mine")
    ask_for_reset(seat)
    assert seat.code == "mine"
    seat.press(Key.Key_Return)
    seat.wait(lambda: seat.code == "print(1)\n")
    assert seat.dialogs == []
    seat.wait(lambda: not seat.row("Begin").is_changed)
    assert seat.file_tabs == ["main.py"]


def test_reset_on_the_page_shows_the_change_and_asks(open_on: OpenOn) -> None:
    seat = open_on(LESSONS)
    seat.write("mine")
    seat.click("Open Two in editor")
    seat.wait_for_example("two")
    seat.click("Reset One")
    seat.wait_for_example("one")
    assert seat.code == "mine"
    (box,) = seat.dialogs
    seat.wait(box.isActiveWindow)
    seat.press(Key.Key_Return)
    seat.wait(lambda: seat.code == "print(1)\n")
    card = seat.card("One")
    assert card is not None
    seat.wait(lambda: "changed" not in seat.labels(card))


def test_reset_on_the_page_works_for_what_was_changed_another_day(open_on: OpenOn) -> None:
    seat = open_on(LESSONS)
    seat.write("mine")
    seat.wait(lambda: seat.row("Begin").is_changed)
    seat.click("Open Two in editor")
    seat.wait_for_example("two")
    seat.leave()
    seat = open_on(LESSONS)
    seat.wait_for_example("two")
    seat.click("Reset One")
    seat.wait(lambda: seat.dialogs and seat.dialogs[0].isActiveWindow())
    seat.press(Key.Key_Return)
    seat.wait_for_example("one")
    seat.wait(lambda: seat.code == "print(1)\n")


def test_reset_may_be_declined(open_on: OpenOn) -> None:
    seat = open_on(LESSONS)
    seat.write("mine")
    ask_for_reset(seat)
    seat.press(Key.Key_Escape)
    seat.wait(lambda: not seat.dialogs)
    assert seat.code == "mine"
    seat.activate()
    ask_for_reset(seat)
    seat.click("Keep mine")
    seat.wait(lambda: not seat.dialogs)
    assert seat.code == "mine"


def test_a_reset_can_be_undone(open_on: OpenOn) -> None:
    seat = open_on(LESSONS)
    seat.write("mine")
    ask_for_reset(seat)
    seat.press(Key.Key_Return)
    seat.wait(lambda: seat.code == "print(1)\n")
    seat.activate()
    seat.press(Key.Key_E, ALT)
    seat.press(Key.Key_Z, CTRL)
    assert seat.code == "mine"
    seat.wait(lambda: seat.row("Begin").is_changed)


def test_what_was_reset_is_in_the_history(open_on: OpenOn, home: Path) -> None:
    seat = open_on(LESSONS)
    seat.write("mine")
    ask_for_reset(seat)
    seat.press(Key.Key_Return)
    seat.wait(lambda: seat.code == "print(1)\n")
    store = DraftStore(home / "data" / "drafts")
    address = ExampleAddress("small", "begin", "one")
    kept = [store.version_texts(address, version) for version in store.versions(address)]
    assert {"main.py": "mine"} in kept


def test_a_reset_brings_back_every_file(open_on: OpenOn) -> None:
    seat = open_on(SHOP)
    seat.write("mine")
    seat.press(Key.Key_Tab, CTRL)
    seat.wait(lambda: seat.place[0] == "prices.py")
    seat.write("mine too")
    assert seat.file_tabs == ["main.py ●", "prices.py ●"]
    ask_for_reset(seat)
    seat.press(Key.Key_Return)
    seat.wait(lambda: seat.file_tabs == ["main.py", "prices.py"])
    assert seat.app.editor.texts() == {"main.py": "import prices\n", "prices.py": "PEN = 3\n"}


def test_every_file_has_an_undo_history_that_lasts(open_on: OpenOn) -> None:
    seat = open_on(LESSONS)
    seat.press(Key.Key_E, ALT)
    seat.type("a")
    seat.press(Key.Key_PageDown, CTRL)
    seat.wait_for_example("shop")
    seat.press(Key.Key_E, ALT)
    seat.type("b")
    seat.press(Key.Key_Tab, CTRL)
    seat.type("c")
    assert seat.app.editor.texts() == {"main.py": "bimport prices\n", "prices.py": "cPEN = 3\n"}
    seat.press(Key.Key_PageUp, CTRL)
    seat.wait_for_example("one")
    seat.press(Key.Key_Z, CTRL, times=3)
    assert seat.code == "print(1)\n"
    seat.press(Key.Key_PageDown, CTRL)
    seat.wait_for_example("shop")
    assert seat.place[0] == "main.py"
    seat.press(Key.Key_Z, CTRL, times=3)
    assert seat.app.editor.texts() == {"main.py": "import prices\n", "prices.py": "cPEN = 3\n"}
    seat.press(Key.Key_Tab, CTRL)
    seat.press(Key.Key_Y, CTRL)
    seat.press(Key.Key_Z, CTRL, times=3)
    assert seat.app.editor.texts() == {"main.py": "import prices\n", "prices.py": "PEN = 3\n"}


def test_undo_goes_on_after_a_run(open_on: OpenOn) -> None:
    seat = open_on(LESSONS)
    seat.write("print('x')")
    seat.press(Key.Key_F5)
    seat.wait_for_status("exit code 0")
    seat.press(Key.Key_Z, CTRL, times=20)
    assert seat.code == "print(1)\n"


def test_another_program_changes_a_file_and_the_editor_shows_it(
    open_on: OpenOn, home: Path
) -> None:
    seat = open_on(LESSONS)
    file = home / "data" / "drafts" / "small" / "begin" / "one" / "work" / "main.py"
    file.write_text("from elsewhere\n", encoding="utf-8")
    seat.wait(lambda: seat.code == "from elsewhere\n")
    seat.press(Key.Key_E, ALT)
    seat.press(Key.Key_Z, CTRL)
    assert seat.code == "print(1)\n"
