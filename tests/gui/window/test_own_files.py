from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog, QMenu

from .conftest import OpenOn, OpenWindow
from .lessons import example
from .seat import CTRL, SHIFT, Key, Seat
from .test_completing import selected
from .test_problems import marked

FIRST = example("one", "print(1)") + "\n" + example("two", "print(2)")


@pytest.fixture
def program(tmp_path: Path) -> Path:
    """A program of the learner's own, with a module beside it."""
    folder = tmp_path / "My programs é"
    folder.mkdir()
    (folder / "greeting.py").write_text("WORD = 'hello'\n\n\ndef fail():\n    return 1 / 0\n")
    file = folder / "my notes.py"
    file.write_text("from greeting import WORD\n\nprint(WORD)\n")
    return file


def show(seat: Seat, file: Path) -> None:
    """Drop the file on the window and wait until it is in the editor."""
    seat.window.folder_dropped.emit(file)
    seat.wait_for_example(file.name)


def your_files(seat: Seat) -> list[str]:
    menu = next(one for one in seat.window.findChildren(QMenu) if one.title() == "Your files")
    menu.aboutToShow.emit()
    return [action.text() for action in menu.actions()]


def test_a_file_is_opened_and_not_run(open_on: OpenOn, program: Path) -> None:
    seat = open_on(FIRST)
    show(seat, program)
    assert seat.code == program.read_text()
    assert seat.lesson == "First"
    assert seat.app.editor.caption.example == "my notes.py"
    assert seat.has_focus(seat.app.editor)
    assert seat.output == ""


def test_the_command_line_opens_a_file_however_slow_the_lesson_is(
    open_window: OpenWindow, program: Path
) -> None:
    seat = open_window(program)
    seat.wait_for_example(program.name)
    seat.wait(lambda: seat.lesson)
    seat.wait(lambda: seat.app.practice.is_settled)
    assert seat.example == program.name


def test_f5_runs_it_in_its_own_folder(open_on: OpenOn, program: Path) -> None:
    program.write_text("import os\nfrom greeting import WORD\nprint(WORD, os.getcwd())\n")
    seat = open_on(FIRST)
    show(seat, program)
    seat.press(Key.Key_F5)
    seat.wait(lambda: f"hello {program.parent}" in seat.output)


def test_a_traceback_names_it_and_its_line_is_marked(open_on: OpenOn, program: Path) -> None:
    program.write_text("import greeting\n\ngreeting.fail()\n")
    seat = open_on(FIRST)
    show(seat, program)
    seat.press(Key.Key_F5)
    seat.wait_for_status("ZeroDivisionError")
    assert "my notes.py" in seat.output
    assert "greeting.py" in seat.output


def test_what_is_typed_is_saved_into_the_file_itself(open_on: OpenOn, program: Path) -> None:
    program.chmod(0o755)
    mode = program.stat().st_mode
    seat = open_on(FIRST)
    show(seat, program)
    seat.write("print(40 + 2)")
    seat.wait(lambda: program.read_text() == "print(40 + 2)")
    assert program.stat().st_mode == mode
    seat.press(Key.Key_F5)
    seat.wait(lambda: "42" in seat.output)
    assert sorted(one.name for one in program.parent.iterdir() if one.is_file()) == [
        "greeting.py",
        "my notes.py",
    ]


def test_undo_brings_back_what_was_there(open_on: OpenOn, program: Path) -> None:
    before = program.read_text()
    seat = open_on(FIRST)
    show(seat, program)
    seat.press(Key.Key_End)
    seat.type("x")
    seat.wait(lambda: program.read_text() != before)
    seat.press(Key.Key_Z, CTRL)
    seat.wait(lambda: program.read_text() == before)


def test_one_goes_to_an_example_and_back(open_on: OpenOn, program: Path) -> None:
    seat = open_on(FIRST)
    show(seat, program)
    seat.write("print('mine')")
    opened = seat.app.reading.current
    assert opened is not None
    seat.app.practice.open(opened.loaded.page.examples[1])
    seat.wait_for_example("two")
    assert seat.code == "print(2)\n"
    assert your_files(seat) == [f"my notes.py in {program.parent}"]
    menu = next(one for one in seat.window.findChildren(QMenu) if one.title() == "Your files")
    menu.actions()[0].trigger()
    seat.wait_for_example(program.name)
    assert seat.code == "print('mine')"


def test_a_change_from_outside_is_shown(open_on: OpenOn, program: Path) -> None:
    seat = open_on(FIRST)
    show(seat, program)
    program.write_text("print('from outside')\n")
    seat.wait(lambda: seat.code == "print('from outside')\n")


def test_what_others_wrote_where_something_was_typed_is_kept(
    open_on: OpenOn, program: Path
) -> None:
    seat = open_on(FIRST)
    show(seat, program)
    seat.type("#")
    program.write_text("print('theirs')\n")  # before the window had its turn
    seat.wait(lambda: "had changed my notes.py" in seat.banner)
    assert program.read_text() == seat.code
    assert seat.code.startswith("#")
    kept: list[str] = []
    address = seat.app.editor.example
    assert address is not None
    seat.app.drafts.consult(
        lambda store: [
            text
            for version in store.versions(address)
            for text in store.version_texts(address, version).values()
        ],
        lambda texts: kept.extend(texts if isinstance(texts, list) else []),
    )
    seat.wait(lambda: "print('theirs')\n" in kept)


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("gone.py", None, "There is no file"),
        ("old.py", "# café\n".encode("latin-1"), "no text in UTF-8"),
        ("large.py", b"#" * (8 * 1024 * 1024 + 1), "more than 8 MB"),
    ],
)
def test_what_cannot_be_opened_is_said_in_a_sentence(
    open_on: OpenOn, tmp_path: Path, name: str, content: bytes | None, words: str
) -> None:
    if content is not None:
        (tmp_path / name).write_bytes(content)
    seat = open_on(FIRST)
    seat.window.folder_dropped.emit(tmp_path / name)
    seat.wait(lambda: words in seat.banner)
    assert seat.example == "one"


def test_a_folder_that_is_called_like_a_program_is_refused(open_on: OpenOn, tmp_path: Path) -> None:
    (tmp_path / "folder.py").mkdir()
    seat = open_on(FIRST)
    seat.window.folder_dropped.emit(tmp_path / "folder.py")
    seat.wait(lambda: "is a folder, not a Python file" in seat.banner)


def test_a_file_is_chosen_in_a_dialog(open_on: OpenOn, program: Path) -> None:
    seat = open_on(FIRST)
    menus = seat.app.bar.findChildren(QMenu)
    action = next(
        one for menu in menus for one in menu.actions() if one.text().startswith("Open a Python")
    )
    action.trigger()
    seat.wait_for_dialog()
    dialog = seat.dialogs[0]
    assert isinstance(dialog, QFileDialog)
    dialog.setDirectory(str(program.parent))
    dialog.fileSelected.emit(str(program))
    dialog.close()
    seat.wait_for_example(program.name)


def test_modules_beside_it_are_completed_and_slips_are_found(
    open_on: OpenOn, program: Path
) -> None:
    seat = open_on(FIRST)
    show(seat, program)
    seat.write("import greeting\nprint(greeting.fa")
    seat.wait(lambda: selected(seat) == "fail")
    seat.press(Key.Key_Tab)
    seat.write("price = 3\nprint(pirce)\n")
    seat.wait(lambda: marked(seat) == ["pirce"])


def test_a_file_waits_for_what_was_typed_before_the_window_was_complete(
    open_window: OpenWindow, open_on: OpenOn, program: Path
) -> None:
    before = open_on(FIRST)
    before.leave()
    seat = open_window(size=(1400, 900), early="#")
    seat.app.own_files.open(program)
    seat.wait_for_example(program.name)
    assert seat.code == program.read_text()
    opened = seat.app.reading.current
    assert opened is not None
    seat.app.practice.open(opened.loaded.page.examples[0])
    seat.wait_for_example("one")
    assert "#" in seat.code


def test_a_run_of_it_is_no_progress_in_a_lesson(open_on: OpenOn, program: Path) -> None:
    seat = open_on(FIRST)
    show(seat, program)
    ended: list[object] = []
    seat.app.run_desk.run_ended.connect(lambda *_: ended.append("run"))
    seat.app.run_desk.example_run.connect(lambda *_: ended.append("example"))
    seat.press(Key.Key_F5)
    seat.wait(lambda: ended)
    assert ended == ["run"]


def test_earlier_versions_are_offered(open_on: OpenOn, program: Path) -> None:
    seat = open_on(FIRST)
    show(seat, program)
    seat.write("print('new')")
    seat.wait(lambda: program.read_text() == "print('new')")
    seat.press(Key.Key_H, CTRL | SHIFT)
    seat.wait_for_dialog()
    assert seat.dialogs
    seat.press(Key.Key_Escape)
