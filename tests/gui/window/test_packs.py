from __future__ import annotations

import re
import threading
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QLineEdit, QMenu, QWidget

from groundwork import paths
from groundwork.packs.archive import archived
from groundwork.packs.load import load_pack
from groundwork.packs.model import LoadedPack

from .conftest import OpenOn, OpenWindow
from .lessons import example, write_pack
from .seat import ALT, CTRL, NONE, Key, Seat

FIRST = example("one", "print(1)")
OTHER = {
    "part/start": "Other words.\n\n" + example("other", "print('other')"),
    "part/more": "Text.",
}


@pytest.fixture
def other(tmp_path: Path) -> Path:
    return write_pack(tmp_path / "Other pack é", OTHER, "other", "Another pack")


def packs(seat: Seat) -> list[str]:
    return [row.title for row in seat.rows() if row.level == 0]


def drop(seat: Seat, widget: QWidget, path: Path) -> None:
    """Let go of a file or folder over a widget, as a file window does."""
    freight = QMimeData()
    freight.setUrls([QUrl.fromLocalFile(str(path))])
    place = widget.mapTo(seat.window, widget.rect().center())
    copy, left = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    window = seat.window.windowHandle()
    QApplication.sendEvent(window, QDragEnterEvent(place, copy, freight, left, NONE))
    QApplication.sendEvent(window, QDropEvent(place.toPointF(), copy, freight, left, NONE))


def choose(seat: Seat, entry: str) -> None:
    """Choose an entry of the menu of everything else."""
    menus = seat.app.bar.findChildren(QMenu)
    actions = [one for menu in menus for one in menu.actions() if one.text().startswith(entry)]
    assert len(actions) == 1
    actions[0].trigger()


def panel(seat: Seat, name: str) -> QWidget:
    return {
        "tree": seat.tree_view.viewport(),
        "page": seat.app.page,
        "editor": seat.app.editor,
        "output": seat.app.run_panel.console.viewport(),
    }[name]


@pytest.mark.parametrize("name", ["tree", "page", "editor", "output"])
def test_a_folder_may_be_dropped_anywhere(open_on: OpenOn, other: Path, name: str) -> None:
    seat = open_on(FIRST)
    drop(seat, panel(seat, name), other)
    seat.wait_for_example("other")
    assert packs(seat) == ["A small pack", "Another pack"]
    assert seat.lesson == "Start"
    assert seat.code == "print('other')\n"


def test_a_folder_may_be_dropped_on_the_output_while_a_program_runs(
    open_on: OpenOn, other: Path
) -> None:
    seat = open_on(example("ask", "input('? ')"))
    seat.press(Key.Key_F5)
    seat.wait(lambda: seat.has_focus(seat.app.run_panel.console))
    drop(seat, seat.app.run_panel.console.viewport(), other)
    seat.wait_for_example("other")
    assert seat.output == "? "


def test_examples_of_another_pack_run(open_on: OpenOn, other: Path) -> None:
    seat = open_on(FIRST)
    drop(seat, seat.app.page, other)
    seat.wait_for_example("other")
    seat.press(Key.Key_F5)
    seat.click("Run it")
    seat.wait(lambda: seat.output == "other\n")


def test_a_pack_is_opened_by_a_dialog(open_on: OpenOn, other: Path) -> None:
    seat = open_on(FIRST)
    seat.press(Key.Key_O, CTRL)
    (dialog,) = seat.dialogs
    assert isinstance(dialog, QFileDialog)
    seat.wait(dialog.isActiveWindow)
    dialog.setDirectory(str(other.parent))
    dialog.findChildren(QLineEdit)[0].setText(str(other / "pack.toml"))
    seat.press(Key.Key_Return)
    seat.wait_for_example("other")


@pytest.fixture
def file(other: Path) -> Path:
    """The other pack as one file to hand out."""
    return packed(other)


def packed(folder: Path, version: str = "1.0.0") -> Path:
    manifest = folder / "pack.toml"
    text = manifest.read_text(encoding="utf-8")
    manifest.write_text(re.sub('version = ".*"', f'version = "{version}"', text), encoding="utf-8")
    file = folder.parent / f"Other é {version}.gwpack"
    file.write_bytes(archived(folder))
    return file


def versions(seat: Seat) -> list[str]:
    return [pack.version for pack in seat.app.reading.packs if pack.id == "other"]


def test_a_file_is_installed_where_it_is_dropped_and_is_there_from_then_on(
    open_on: OpenOn, open_window: OpenWindow, file: Path
) -> None:
    seat = open_on(FIRST)
    drop(seat, seat.app.page, file)
    seat.wait_for_example("other")
    seat.wait_for_status("“Another pack” 1.0.0 is installed")
    seat.leave()
    file.unlink()
    seat = open_window()
    seat.wait_for_example("other")
    assert packs(seat) == ["A small pack", "Another pack"]


def test_a_file_is_installed_by_the_dialog(open_on: OpenOn, file: Path) -> None:
    seat = open_on(FIRST)
    seat.press(Key.Key_O, CTRL)
    (dialog,) = seat.dialogs
    assert isinstance(dialog, QFileDialog)
    seat.wait(dialog.isActiveWindow)
    dialog.findChildren(QLineEdit)[0].setText(str(file))
    seat.press(Key.Key_Return)
    seat.wait_for_example("other")


def test_a_file_named_at_the_start_is_installed(open_window: OpenWindow, file: Path) -> None:
    seat = open_window(target=file)
    seat.wait_for_example("other")
    assert versions(seat) == ["1.0.0"]


def test_a_file_that_is_no_pack_is_told_and_nothing_changes(open_on: OpenOn, file: Path) -> None:
    seat = open_on(FIRST)
    file.write_bytes(b"no pack")
    drop(seat, seat.app.page, file)
    seat.wait(lambda: "is no lesson pack" in seat.banner)
    assert packs(seat) == ["A small pack"]
    assert seat.lesson == "First"


def test_a_newer_file_takes_the_place_and_drafts_stay(
    open_on: OpenOn, other: Path, file: Path
) -> None:
    seat = open_on(FIRST)
    drop(seat, seat.app.page, file)
    seat.wait_for_example("other")
    seat.write("mine")
    drop(seat, seat.app.page, packed(other, "1.1"))
    seat.wait(lambda: versions(seat) == ["1.1"])
    seat.wait_for_example("other")
    assert seat.code == "mine"
    assert seat.dialogs == []


@pytest.mark.parametrize(
    ("answer", "version"), [("Install the older version", "1.0.0"), ("Cancel", "1.1")]
)
def test_an_older_file_is_asked_about(
    open_on: OpenOn, other: Path, file: Path, answer: str, version: str
) -> None:
    seat = open_on(FIRST)
    drop(seat, seat.app.page, packed(other, "1.1"))
    seat.wait_for_example("other")
    drop(seat, seat.app.page, file)
    seat.wait_for_dialog()
    (question,) = seat.dialogs
    assert "is older than version 1.1" in seat.labels(question)
    seat.wait(question.isActiveWindow)
    seat.click(answer)
    seat.wait(lambda: versions(seat) == [version])
    seat.wait(lambda: seat.dialogs == [])


def test_html_in_the_name_of_a_pack_stays_text(open_on: OpenOn, other: Path) -> None:
    seat = open_on(FIRST)
    manifest = other / "pack.toml"
    text = manifest.read_text(encoding="utf-8")
    manifest.write_text(text.replace("Another pack", "<b>Bold</b><img src=x>"), encoding="utf-8")
    drop(seat, seat.app.page, packed(other, "1.1"))
    seat.wait_for_status("<b>Bold</b>")
    drop(seat, seat.app.page, packed(other, "1.0"))
    seat.wait_for_dialog()
    named = [label for label in seat.window.findChildren(QLabel) if "<b>Bold" in label.text()]
    assert named
    assert {label.textFormat() for label in named} == {Qt.TextFormat.PlainText}


def test_an_installed_pack_is_removed_after_a_question(
    open_on: OpenOn, open_window: OpenWindow, file: Path
) -> None:
    seat = open_on(FIRST)
    drop(seat, seat.app.page, file)
    seat.wait_for_example("other")
    choose(seat, "Close this pack")
    seat.wait_for_dialog()
    seat.wait(seat.dialogs[0].isActiveWindow)
    seat.click("Remove")
    seat.wait_for_example("one")
    seat.leave()
    seat = open_window()
    seat.wait_for_example("one")
    assert packs(seat) == ["A small pack"]


def test_a_pack_named_at_the_start_is_opened(
    open_on: OpenOn, open_window: OpenWindow, other: Path
) -> None:
    open_on(FIRST).leave()
    seat = open_window(target=other)
    seat.wait_for_example("other")
    assert packs(seat) == ["A small pack", "Another pack"]


def test_closing_a_pack_leads_back_to_what_was_read_before(open_on: OpenOn, other: Path) -> None:
    seat = open_on({"one/first": FIRST, "one/second": FIRST.replace("one", "two")})
    seat.press(Key.Key_PageDown, CTRL)
    seat.wait_for_example("two")
    drop(seat, seat.app.page, other)
    seat.wait_for_example("other")
    choose(seat, "Close this pack")
    seat.wait(lambda: seat.lesson == "Second" and seat.example == "two")
    assert packs(seat) == ["A small pack"]
    seat.press(Key.Key_Left, ALT)
    seat.wait(lambda: seat.lesson == "First")


def test_a_closed_pack_stays_closed_and_its_drafts_stay(
    open_on: OpenOn, open_window: OpenWindow, other: Path
) -> None:
    seat = open_on(FIRST)
    drop(seat, seat.app.page, other)
    seat.wait_for_example("other")
    seat.write("mine")
    choose(seat, "Close this pack")
    seat.wait_for_example("one")
    seat.leave()
    seat = open_window()
    seat.wait_for_example("one")
    assert packs(seat) == ["A small pack"]
    drop(seat, seat.app.page, other)
    seat.wait_for_example("other")
    assert seat.code == "mine"


def test_the_pack_that_comes_with_the_window_stays_open(open_on: OpenOn) -> None:
    seat = open_on(FIRST)
    choose(seat, "Close this pack")
    assert "A small pack" in seat.banner
    assert packs(seat) == ["A small pack"]


def test_a_folder_that_is_no_pack_is_told_on_the_page(open_on: OpenOn, tmp_path: Path) -> None:
    seat = open_on(FIRST)
    folder = tmp_path / "photos"
    folder.mkdir()
    drop(seat, seat.app.page, folder)
    seat.wait(lambda: "cannot be opened" in seat.labels(seat.app.page))
    seat.wait(lambda: seat.app.page.is_settled)
    view, _ = seat.text_place("pack.toml")
    assert str(folder) in view.document.toPlainText()
    assert packs(seat) == ["A small pack"]
    seat.click_row("First")
    seat.wait(lambda: seat.labels(seat.app.page).startswith("First"))


@pytest.mark.parametrize("kind", ["a file", "nothing at all"])
def test_what_is_no_folder_is_told_on_the_page(open_on: OpenOn, tmp_path: Path, kind: str) -> None:
    seat = open_on(FIRST)
    path = tmp_path / "notes.txt"
    if kind == "a file":
        path.write_text("notes", encoding="utf-8")
    drop(seat, seat.app.page, path)
    seat.wait(lambda: "cannot be opened" in seat.labels(seat.app.page))


@pytest.mark.parametrize(
    "manifest", [b"", b"\xff\xfe\x00", b"format = 1\nid = ", b"title = 3\n" * 2000]
)
def test_a_broken_manifest_is_told_and_the_lessons_open_all_the_same(
    open_on: OpenOn, other: Path, manifest: bytes
) -> None:
    seat = open_on(FIRST)
    (other / "pack.toml").write_bytes(manifest)
    drop(seat, seat.app.page, other)
    seat.wait(lambda: "pack.toml" in seat.banner)
    seat.wait(lambda: seat.lesson == "More")
    seat.press(Key.Key_PageDown, CTRL)
    seat.wait_for_example("other")
    assert packs(seat)[0] == "A small pack"
    assert len(packs(seat)) == 2


def test_a_broken_lesson_says_where_and_the_rest_of_it_opens(open_on: OpenOn, other: Path) -> None:
    seat = open_on(FIRST)
    lesson = other / "part" / "start.md"
    good = lesson.read_text(encoding="utf-8")
    lesson.write_text(good + "\n```python example\nprint(2)\n```\n![A cat](cat.png)\n")
    drop(seat, seat.app.page, other)
    seat.wait_for_example("other")
    assert "problems" in seat.labels(seat.app.page)
    seat.wait(lambda: seat.app.page.is_settled)
    view, _ = seat.text_place("part/start.md:")
    told = view.document.toPlainText()
    assert "cat.png" in told
    assert "id=" in told
    seat.press(Key.Key_F5)
    seat.click("Run it")
    seat.wait(lambda: seat.output == "other\n")


def test_a_pack_opened_twice_is_there_once_and_new(open_on: OpenOn, other: Path) -> None:
    seat = open_on(FIRST)
    drop(seat, seat.app.page, other)
    seat.wait_for_example("other")
    write_pack(other, {"part/later": "Later words.\n"}, "other", "Another pack")
    drop(seat, seat.app.page, other)
    seat.wait(lambda: seat.lesson == "Later")
    assert packs(seat) == ["A small pack", "Another pack"]


def test_text_dropped_on_the_window_is_no_folder(open_on: OpenOn) -> None:
    seat = open_on(FIRST)
    freight = QMimeData()
    freight.setUrls([QUrl("https://example.org/pack")])
    enter = QDragEnterEvent(
        QPoint(500, 300), Qt.DropAction.CopyAction, freight, Qt.MouseButton.LeftButton, NONE
    )
    enter.ignore()
    QApplication.sendEvent(seat.window, enter)
    assert not enter.isAccepted()


def test_remembered_packs_are_read_off_the_thread_of_the_window(
    open_on: OpenOn, open_window: OpenWindow, other: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seat = open_on(FIRST)
    drop(seat, seat.app.page, other)
    seat.wait_for_example("other")
    seat.leave()
    threads: dict[str, threading.Thread] = {}

    def load(folder: Path) -> LoadedPack:
        threads[folder.name] = threading.current_thread()
        return load_pack(folder)

    for module in ("groundwork.gui.pack_desk", "groundwork.packs.library"):
        monkeypatch.setattr(f"{module}.load_pack", load)
    seat = open_window()
    seat.wait_for_example("other")
    assert set(threads) == {"small", other.name}
    assert threading.main_thread() not in threads.values()


def test_a_window_that_closes_before_its_packs_are_read_remembers_them_all_the_same(
    open_on: OpenOn, open_window: OpenWindow, other: Path
) -> None:
    seat = open_on(FIRST)
    drop(seat, seat.app.page, other)
    seat.wait_for_example("other")
    seat.leave()
    open_window().leave()
    seat = open_window()
    seat.wait_for_example("other")
    assert packs(seat) == ["A small pack", "Another pack"]


@pytest.fixture
def beside(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder beside the program."""
    folder = tmp_path / "beside"
    folder.mkdir()
    monkeypatch.setattr(paths, "packs_beside_program", lambda: folder)
    return folder


def test_a_pack_that_lies_beside_the_program_needs_no_installing(
    open_on: OpenOn, other: Path, beside: Path
) -> None:
    (beside / "other.gwpack").write_bytes(archived(other))
    seat = open_on(FIRST)
    assert packs(seat) == ["A small pack", "Another pack"]
    assert not seat.banner


def test_a_damaged_pack_beside_the_program_is_named_and_the_others_open(
    open_on: OpenOn, beside: Path
) -> None:
    (beside / "broken.gwpack").write_bytes(b"half a pack")
    seat = open_on(FIRST)
    assert packs(seat) == ["A small pack"]
    assert "broken.gwpack" in seat.banner


def test_that_the_lessons_of_the_program_are_missing_is_told(
    open_window: OpenWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(paths, "built_in_packs_folder", lambda: tmp_path / "nowhere")
    seat = open_window()
    seat.wait(lambda: "lessons of Groundwork are missing" in seat.banner)
