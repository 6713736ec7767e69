import os
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPlainTextEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from groundwork.gui.appearance import Appearance
from groundwork.gui.console.whole_output import PIECE, WholeOutput


class Reader:
    """The window that pages through an output file."""

    def __init__(self, qtbot: QtBot, content: bytes, folder: Path, remark: str = "") -> None:
        self._qtbot = qtbot
        self.spool = folder / "output.txt"
        self.spool.write_bytes(content)
        self._owner = QWidget()
        qtbot.addWidget(self._owner)
        self.window = WholeOutput(Appearance("light", 1.0), self.spool, remark, self._owner)
        qtbot.addWidget(self.window)
        self.window.show()

    @property
    def text(self) -> str:
        (view,) = self.window.findChildren(QPlainTextEdit)
        return view.toPlainText()

    @property
    def labels(self) -> str:
        return " ".join(label.text() for label in self.window.findChildren(QLabel))

    def button(self, text: str) -> QPushButton:
        return next(b for b in self.window.findChildren(QPushButton) if b.text() == text)

    def press(self, text: str) -> None:
        self._qtbot.mouseClick(self.button(text), Qt.MouseButton.LeftButton)


def test_a_short_output_is_one_part(qtbot: QtBot, tmp_path: Path) -> None:
    reader = Reader(qtbot, b"one\ntwo\n", tmp_path)
    assert reader.text == "one\ntwo\n"
    assert "Part 1 of 1, 8 bytes in all" in reader.labels
    assert not reader.button("Next").isEnabled()
    assert not reader.button("Previous").isEnabled()


def test_every_byte_of_a_long_output_is_in_one_of_its_parts(qtbot: QtBot, tmp_path: Path) -> None:
    content = b"".join(b"line %d\n" % number for number in range(60_000))
    reader = Reader(qtbot, content, tmp_path)
    text = reader.text
    while reader.button("Next").isEnabled():
        reader.press("Next")
        text += reader.text
    assert text.encode() == content
    reader.press("First")
    assert reader.text.startswith("line 0\n")
    reader.press("Last")
    assert reader.text.endswith("line 59999\n")


def test_a_line_that_is_too_long_to_lay_out_is_broken(qtbot: QtBot, tmp_path: Path) -> None:
    reader = Reader(qtbot, b"x" * PIECE, tmp_path)
    assert max(map(len, reader.text.split("\n"))) == 2000


def test_an_output_that_is_gone_is_told(qtbot: QtBot, tmp_path: Path) -> None:
    reader = Reader(qtbot, b"x" * (PIECE + 1), tmp_path)
    reader.spool.unlink()
    reader.press("Next")
    assert "cannot be read any more" in reader.text


def test_what_was_not_kept_is_said(qtbot: QtBot, tmp_path: Path) -> None:
    reader = Reader(qtbot, b"x", tmp_path, remark="Only the first 64 MB are kept.")
    assert "Only the first 64 MB are kept." in reader.labels


def test_a_copy_is_saved_and_that_is_said(qtbot: QtBot, tmp_path: Path) -> None:
    content = b"x" * (3 << 20)
    reader, target = Reader(qtbot, content, tmp_path), tmp_path / "copy.txt"
    reader.window.save_to(target)
    qtbot.waitUntil(lambda: f"Saved to {target}." in reader.labels)
    assert target.read_bytes() == content
    assert reader.button("Save a copy…").isEnabled()


def test_a_copy_that_cannot_be_saved_is_explained(qtbot: QtBot, tmp_path: Path) -> None:
    reader = Reader(qtbot, b"x", tmp_path)
    target = tmp_path / "not there" / "copy.txt"
    reader.window.save_to(target)
    qtbot.waitUntil(lambda: f"The output was not saved to {target}: " in reader.labels)


@pytest.mark.skipif(sys.platform == "win32", reason="a disk that hangs is played by a named pipe")
def test_saving_to_a_slow_disk_shows_and_can_be_cancelled(qtbot: QtBot, tmp_path: Path) -> None:
    reader, target = Reader(qtbot, b"x", tmp_path), tmp_path / "copy.txt"
    reader.spool.unlink()
    os.mkfifo(reader.spool)
    reader.window.save_to(target)
    qtbot.waitUntil(lambda: reader.button("Cancel").isVisible())
    assert not reader.button("Save a copy…").isEnabled()
    reader.press("Cancel")
    reader.spool.open("wb").close()  # lets go of who waits at the other end
    qtbot.waitUntil(lambda: "Saving was cancelled." in reader.labels)
    assert [file.name for file in tmp_path.iterdir()] == ["output.txt"]
    assert not reader.button("Cancel").isVisible()


def test_the_window_has_a_button_that_closes_it(qtbot: QtBot, tmp_path: Path) -> None:
    reader = Reader(qtbot, b"x", tmp_path)
    reader.press("Close")
    assert not reader.window.isVisible()
